/// What a folder holds, for those who ask for one name after the other.
struct FolderListing {
  /// The entries, sorted by the bytes of their names.
  let entries: [FolderEntry]
  /// The device that the folder is on.
  let device: UInt64

  private let names: [SortedName]
  /// Whether no two have one inode: some file systems give the same to all, and hard links share it.
  private let tellsFilesApart: Bool

  /// Keeps entries that are sorted.
  init(_ entries: [FolderEntry], device: UInt64) {
    self.entries = entries
    self.device = device
    names = entries.map { SortedName($0.name) }
    let inodes = entries.map(\.inode).sorted()
    tellsFilesApart = !zip(inodes, inodes.dropFirst()).contains { $0 == $1 }
  }

  /// The regular file of a name; `nil` also where something else stands there, or the folder does not
  /// tell what or which.
  func regularFile(called name: String) -> FileIdentity? {
    let name = SortedName(name)
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    guard tellsFilesApart, low < names.count, names[low] == name, entries[low].kind == .regular
    else { return nil }
    return FileIdentity(device: device, inode: entries[low].inode)
  }
}
