/// The articles that journals were begun on, by their fingerprints.
///
/// Most folders hold no journal. Whether the last one does is kept, so that the files in it are not all
/// asked for.
package struct JournalledArticles {
  private let disk: any Disk
  /// The last folder `.galley` that was sought, and whether there is one.
  private var last: (folder: String, exists: Bool)?

  /// Creates a reader of journals on `disk`.
  package init(on disk: any Disk = SystemDisk()) { self.disk = disk }

  /// The ``Article/hash`` that the journal of a standoff file holds; `nil` where it has none that can
  /// be read.
  ///
  /// - Parameter isListed: whether the folder told that the file is no link.
  package mutating func hash(besideStandoff path: String, isListed: Bool = false) -> UInt64? {
    let standoff = isListed ? path : (try? disk.endOfLinks(from: path)) ?? path
    let folder = FilePath.folder(of: standoff)
    let files = FileReading(on: disk)
    if last.map({ FilePath.areSame($0.folder, folder) }) != true {
      last = (folder, files.isFolder(JournalPaths(of: standoff, on: disk).folder))
    }
    guard last?.exists == true else { return nil }
    let journal = JournalPaths(of: standoff, on: disk).journal
    // Asked first: a missing file is looked for among all the names there are, for the message.
    guard files.isFile(journal),
      let bytes = try? files.bytes(ofPossible: journal, as: "journal"),
      let line = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first
    else { return nil }
    return JournalText(Array(line) + [UInt8(ascii: "\n")]).journal?.header.article
  }
}
