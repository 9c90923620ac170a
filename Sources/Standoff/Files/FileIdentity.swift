/// A file whatever its name.
package struct FileIdentity: Hashable, Sendable {
  /// The device it is on.
  package let device: UInt64
  /// Its number there.
  package let inode: UInt64
}
