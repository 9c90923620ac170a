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

  /// The regular file at a place among the entries; `nil` also where something else stands there, or the
  /// folder does not tell what or which.
  func regularFile(at place: Int) -> FileIdentity? {
    guard tellsFilesApart, entries[place].kind == .regular else { return nil }
    return FileIdentity(device: device, inode: entries[place].inode)
  }

  /// The article of the standoff file at a place among the entries, where it is the next entry, as it
  /// mostly is, and both are regular files; `nil` elsewhere.
  func neighbor(ofStandoffAt place: Int) -> (name: String, identity: FileIdentity)? {
    guard place + 1 < entries.count, regularFile(at: place) != nil,
      let identity = regularFile(at: place + 1)
    else { return nil }
    let (standoff, article) = (entries[place].name.utf8, entries[place + 1].name.utf8)
    let (own, other) = (standoff.span, article.span)
    // A name that is nothing but an ending has no stem.
    let stem = own.count - 4
    guard stem > 0, own.count == other.count,
      Words64.load(own, at: stem, count: 4) == 0x6E6E_612E,  // `.ann`, from the lowest byte on
      Words64.load(other, at: stem, count: 4) == 0x7478_742E,  // `.txt`
      Words64.areEqual(own.extracting(0..<stem), other.extracting(0..<stem))
    else { return nil }
    return (entries[place + 1].name, identity)
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
    guard low < names.count, names[low] == name else { return nil }
    return regularFile(at: low)
  }
}
