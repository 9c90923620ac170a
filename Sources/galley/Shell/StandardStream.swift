import Glibc

/// Standard output or standard error, written to in whole lines.
struct StandardStream {
  /// The file descriptor.
  let descriptor: Int32

  static let output = StandardStream(descriptor: STDOUT_FILENO)
  static let error = StandardStream(descriptor: STDERR_FILENO)

  /// Whether a terminal shows it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes lines, each with its line end, in one go.
  ///
  /// A reader that went away ends the process by SIGPIPE, as it does any filter; other failures
  /// leave nobody to tell.
  func write(lines: [String]) {
    guard !lines.isEmpty else { return }
    write(lines.joined(separator: "\n") + "\n")
  }

  /// Writes text as it is.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      start += count
    }
  }
}
