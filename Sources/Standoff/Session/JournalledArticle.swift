/// The article that a journal was begun on, by its fingerprint.
package enum JournalledArticle {
  /// The ``Article/hash`` that the journal of a standoff file holds; `nil` where it has none that can
  /// be read.
  package static func hash(besideStandoff path: String) -> UInt64? {
    hash(besideStandoff: path, on: SystemDisk())
  }

  static func hash(besideStandoff path: String, on disk: any Disk) -> UInt64? {
    let paths = JournalPaths(of: path, on: disk)
    let files = FileReading(on: disk)
    // Asked first: a missing file is looked for among all the names there are, for the message.
    guard files.isFile(paths.journal),
      let bytes = try? files.bytes(ofPossible: paths.journal, as: "journal"),
      let line = bytes.split(separator: UInt8(ascii: "\n")).first
    else { return nil }
    return JournalText(Array(line) + [UInt8(ascii: "\n")]).journal?.header.article
  }
}
