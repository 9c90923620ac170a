/// The first line of a journal: what it is about.
package struct JournalHeader: Hashable, Sendable {
  /// The version of the journal's format that this code writes, and the newest it reads.
  package static let currentVersion = 1

  /// The version of the format.
  package var version = JournalHeader.currentVersion
  /// The hash of the article when the journal was begun.
  package var article: UInt64
  /// The hash of the standoff file when the journal was begun, whose bytes are kept in `.base`.
  package var standoff: UInt64
  /// The version of the rules by which paragraphs, sentences and words are counted.
  package var rules: Int
  /// The name of the journal that was set aside for this one.
  package var follows: String?

  /// Creates a header.
  package init(article: UInt64, standoff: UInt64, rules: Int, follows: String? = nil) {
    self.article = article
    self.standoff = standoff
    self.rules = rules
    self.follows = follows
  }
}
