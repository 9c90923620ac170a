/// A name in a folder.
package struct FolderEntry: Hashable, Sendable {
  /// The name.
  package let name: String
  /// What stands there; `nil` for a symbolic link, and where the folder does not tell.
  package let kind: FileStatus.Kind?
  /// The inode, on the folder's device unless another file is mounted in its place.
  package let inode: UInt64
}
