import Glibc
import Standoff

/// Standard input as a script.
enum StandardInput {
  /// What is written for it in the place of a script's path.
  static let path = "-"

  /// The longest script that is read, in bytes.
  private static let limit = 1 << 28

  /// All of it.
  ///
  /// - Throws: `invalid-utf-8` with the line, `file-too-large`, `read-failed`.
  static func text() throws(DiagnosticError) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw DiagnosticError(
          .readFailed, "standard input cannot be read", at: Place(source: "stdin"))
      }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw DiagnosticError(
          .fileTooLarge,
          "standard input is longer than \(limit >> 20) MiB: save it as a file and "
            + "run its parts with -f", at: Place(source: "stdin"))
      }
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let line = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }
    throw DiagnosticError(
      .invalidUTF8, "the script is not UTF-8 text",
      at: Place(source: "stdin", line: line.map { $0 + 1 }, column: 1), fix: "send it as UTF-8")
  }
}
