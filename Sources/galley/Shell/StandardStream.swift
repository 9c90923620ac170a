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
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes what `body` puts one piece after the other, much of it at a time.
  func write(_ body: (_ put: (String) -> Void) -> Void) {
    var bytes: [UInt8] = []
    body { piece in
      bytes += piece.utf8
      guard bytes.count >= Self.room else { return }
      write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    write(bytes)
  }

  /// How many bytes are kept until they are written.
  private static var room: Int { 1 << 16 }

  private func write(_ bytes: [UInt8]) {
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
