/// A byte, or why there is none.
enum ByteEvent: Equatable {
  /// A byte.
  case byte(UInt8)
  /// The wait was over, SIGINT came, the window changed, or the terminal is gone.
  case timedOut, interrupted, resized, ended
  /// The terminal could not be read.
  case failed(errno: Int32)
}
