/// What a file is opened for.
package enum OpenPurpose: Hashable, Sendable {
  /// To be read.
  case reading
  /// To be read, waiting for what is written into a pipe.
  case waiting
  /// To be made and written; it must not exist. The process's mask is taken off the mode bits.
  case making(mode: UInt32)
  /// To be written at its end, and at its end alone.
  case appending
  /// To be locked and rewritten; made where it is missing.
  case locking
  /// A folder, to be synchronized.
  case folder
}
