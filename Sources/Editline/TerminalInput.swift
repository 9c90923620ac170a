import Glibc

/// The bytes of a terminal, read one at a time.
///
/// What is typed ahead stays with the terminal, for the pager or editor that is started next; only
/// in the middle of a pasted block, when there is more to come anyway, would reading ahead pay.
struct TerminalInput: ByteInput {
  let descriptor: Int32

  mutating func next(waiting duration: Duration?) -> ByteEvent {
    switch waitForInput(descriptor, waiting: duration) {
    case .timedOut: return .timedOut
    case .interrupted: return .interrupted
    case .resized: return .resized
    case .ending: return .ended
    case .ready: break
    }
    while true {
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count == 1 { return .byte(byte) }
      if count == 0 { return .ended }
      switch errno {
      case EINTR: continue
      case EAGAIN: return next(waiting: duration)  // somebody left the terminal non-blocking
      case EIO: return .ended  // the terminal was hung up
      case let code: return .failed(errno: code)
      }
    }
  }
}
