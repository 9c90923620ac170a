/// Why lines cannot be edited here.
package enum LineEditorError: Error, Sendable, Equatable {
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// The terminal cannot move its cursor, or nothing is known about it (`TERM`).
  case cannotEdit
  /// No locale for UTF-8 is installed.
  case noUTF8Locale
  /// libedit itself could not start.
  case libeditFailed
}
