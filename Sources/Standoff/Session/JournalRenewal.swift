/// The beginning of a new journal after a standoff file was re-anchored.
///
/// What the old journal tells is about another text: to undo it would bring back offsets that point
/// at other words. So it is put aside, whole, and the new one begins on the article as it is now and
/// names it.
enum JournalRenewal {
  /// Begins the journal of the file at `path` anew, where it has one; the caller has its lock.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds now; all acts of the old journal are saved.
  ///   - article: the ``Article/hash`` of the article as it is now.
  /// - Throws: `journal-failed`.
  static func begin(
    for path: String, holding bytes: [UInt8], on article: UInt64, on disk: any Disk
  ) throws(DiagnosticError) {
    let paths = JournalPaths(of: path, on: disk)
    let files = FileReading(on: disk)
    guard files.isFile(paths.journal) else { return }
    let old = try files.bytes(of: paths.journal, as: "journal")
    let name = paths.freeName(on: disk)
    var settlement = Settlement(standoff: bytes, journal: old)
    settlement.plan = .setAside(name: name, unsaved: nil)
    _ = try settlement.settle(at: paths, on: disk)
    let header = JournalHeader(
      article: article, standoff: settlement.standoffHash, rules: ArticleLayout.rulesVersion,
      follows: name)
    _ = try JournalFile(beginning: header, base: bytes, with: [], at: paths, on: disk)
  }
}
