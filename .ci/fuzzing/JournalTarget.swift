import Standoff

/// Journals: what can be relied on of any bytes is read, at once or as they come.
enum JournalTarget {
  static func read(_ bytes: [UInt8]) {
    let whole = JournalText(bytes)
    require(whole.length <= bytes.count, "no more is relied on than there is")
    var grown = JournalText(Array(bytes[..<(bytes.count / 2)]))
    if grown.ending == .whole || grown.ending == .torn {
      grown.goOn(with: bytes)
      require(grown.length == whole.length, "a journal that grows is the same")
    }
    guard let journal = whole.journal, let article = try? Article(bytes: []) else { return }
    var set = AnnotationSet(parsing: Array("T1\tClaim 0 1\tx\n".utf8), of: article)
    for edit in journal.edits(from: [], to: journal.done) where (try? set.apply(edit)) != nil {
      require(
        AnnotationSet(parsing: set.encoded(), of: article).hasSameLines(as: set),
        "an edit leaves a file that reads back")
    }
  }
}
