/// Why a line could not be read.
package enum ReadFailure: Error, Sendable, Equatable {
  /// The operating system refused, with this `errno`.
  case system(errno: Int32)
  /// The bytes are not UTF-8: the 1-based line, and the 1-based byte in it where they go wrong.
  case notUTF8(line: Int, byte: Int)
}
