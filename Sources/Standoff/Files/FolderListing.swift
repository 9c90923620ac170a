/// What a folder holds, for those who ask for one name after the other.
struct FolderListing {
  /// The entries, sorted by the bytes of their names.
  let entries: [FolderEntry]
  /// The device that the folder is on.
  let device: UInt64

  private let names: [SortedName]

  /// Keeps entries that are sorted.
  init(_ entries: [FolderEntry], device: UInt64) {
    self.entries = entries
    self.device = device
    names = entries.map { SortedName($0.name) }
  }

  /// The regular file of a name; `nil` also where something else stands there, or the folder does not
  /// tell what.
  func regularFile(called name: String) -> FileIdentity? {
    let name = SortedName(name)
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    guard low < names.count, names[low] == name, entries[low].kind == .regular else { return nil }
    return FileIdentity(device: device, inode: entries[low].inode)
  }
}
