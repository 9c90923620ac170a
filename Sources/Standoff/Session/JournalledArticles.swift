/// The articles that journals were begun on, by their fingerprints.
///
/// Most folders hold no journal. Which do is kept, so that the files in the others are not all asked
/// for; a folder for each annotator makes several take turns.
package struct JournalledArticles {
  private let disk: any Disk
  /// By the bytes of its path, whether a folder holds journals.
  private var known: [[UInt8]: Bool] = [:]
  /// Folders that hold none, the last that were met.
  private var without: [String] = []

  /// How many of them are looked through.
  private static let mostWithout = 8

  /// Creates a reader of journals on `disk`.
  package init(on disk: any Disk = SystemDisk()) { self.disk = disk }

  /// The ``Article/hash`` that the journal of a standoff file holds; `nil` where it has none that can
  /// be read.
  ///
  /// - Parameter isListed: whether the folder told that the file is no link.
  package mutating func hash(besideStandoff path: String, isListed: Bool = false) -> UInt64? {
    if isListed, without.contains(where: { FilePath.isPath(path, ofNameIn: $0) }) { return nil }
    let standoff = isListed ? path : (try? disk.endOfLinks(from: path)) ?? path
    let folder = FilePath.folder(of: standoff)
    let files = FileReading(on: disk)
    let key = Array(folder.utf8)
    let exists = known[key] ?? files.isFolder(JournalPaths(of: standoff, on: disk).folder)
    known[key] = exists
    guard exists else {
      if without.count == Self.mostWithout { without.removeFirst() }
      without.append(folder)
      return nil
    }
    let journal = JournalPaths(of: standoff, on: disk).journal
    // Asked first: a missing file is looked for among all the names there are, for the message.
    guard files.isFile(journal),
      let bytes = try? files.bytes(ofPossible: journal, as: "journal"),
      let line = bytes.split(separator: .lineFeed, maxSplits: 1).first
    else { return nil }
    return JournalText(Array(line) + [.lineFeed]).journal?.header.article
  }
}
