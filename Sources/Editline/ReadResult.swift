/// What came of asking for a line.
package enum ReadResult: Sendable, Equatable {
  /// A line without its line end. A block that was pasted or continued holds `\n` inside.
  case line(String)
  /// The typist dropped the line with Ctrl-C.
  case interrupted
  /// There are no more lines: the end of a file, or Ctrl-D on an empty line.
  case endOfInput
  /// The line could not be read; the next one may be.
  case failed(ReadFailure)
}

/// Why a line could not be read.
package enum ReadFailure: Error, Sendable, Equatable {
  /// The operating system refused, with this `errno`.
  case system(errno: Int32)
  /// The bytes are not UTF-8: the 1-based line, and the 1-based byte in it where they go wrong.
  case notUTF8(line: Int, byte: Int)
}
