/// What stands at a path.
package struct FileStatus: Hashable, Sendable {
  /// Kinds of things that have a path.
  package enum Kind: Hashable, Sendable {
    /// A file of bytes.
    case regular
    /// A folder.
    case folder
    /// A pipe, which can be read once, from its beginning.
    case pipe
    /// A socket, a device.
    case special
  }

  /// What kind of thing it is.
  package var kind: Kind
  /// How many bytes it has.
  package var size: Int
  /// Its mode bits, without those that tell the kind.
  package var mode: UInt32
  /// What tells two files with one name apart.
  package var identity: FileIdentity
  /// When it was last written to, in nanoseconds since 1970.
  package var modified: Int64
}
