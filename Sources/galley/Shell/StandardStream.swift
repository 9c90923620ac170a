import CommandLanguage
import Glibc
import Standoff
import Synchronization

/// Standard output or standard error, written to in whole lines.
struct StandardStream {
  /// The file descriptor.
  let descriptor: Int32

  static let output = StandardStream(descriptor: STDOUT_FILENO)
  static let error = StandardStream(descriptor: STDERR_FILENO)

  /// Whether data was lost because standard output, no terminal, could not be written to; it has been
  /// said then, and the exit status is to tell as well.
  static var hasLostData: Bool { lostData.load(ordering: .relaxed) }

  private static let lostData = Atomic(false)

  /// Whether a terminal shows it.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal that shows it; `nil` where none does, or its size is not known.
  var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes lines, each with its line end, in one go.
  ///
  /// A reader that went away ends the process by SIGPIPE, as it does any filter.
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
    if descriptor == STDOUT_FILENO, Self.hasLostData { return }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return fail(errno)
      }
      start += count
    }
  }

  /// Says once that data is lost.
  ///
  /// A reader that went away wants none, and a terminal that is gone, or standard error, leaves nobody to
  /// tell.
  private func fail(_ number: Int32) {
    guard descriptor == STDOUT_FILENO, number != EPIPE, !isTerminal,
      !Self.lostData.exchange(true, ordering: .relaxed)
    else { return }
    let diagnostic = Diagnostic(
      .writeFailed,
      "write error: standard output could not be written to because \(DiskFailure(number: number).because), so that what stands there is not all"
    )
    Printer().report(diagnostic, color: .auto)
  }
}
