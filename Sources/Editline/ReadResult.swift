/// What came of asking for a line.
package enum ReadResult: Sendable, Equatable {
  /// A line without its line end. A block that was pasted or continued holds `\n` inside.
  case line(String)
  /// The typist dropped the line with Ctrl-C.
  case interrupted
  /// There are no more lines: the end of a file, or Ctrl-D on an empty line.
  case endOfInput
  /// SIGTERM or SIGHUP came while the line was edited; the terminal is in order again, and the
  /// process is to end by ``Termination/end(by:)``.
  case terminated(signal: Int32)
  /// The line could not be read; the next one may be.
  case failed(ReadFailure)
}
