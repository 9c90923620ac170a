/// The exit statuses of the process; wrong usage is the argument parser's 64.
enum Status {
  static let done: Int32 = 0
  /// An invalid file, a conflict left, a difference.
  static let findings: Int32 = 1
  /// A command failed, or a file could not be read or written.
  static let failed: Int32 = 2
  static let interrupted: Int32 = 130
}
