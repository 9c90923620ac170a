/// Spells the fields of new lines in the clean profile.
///
/// Every function takes whatever it is given: what would break the line is written as a blank, and
/// blanks in a field that ends at one as `_`.
enum StandoffWriter {
  /// What a `T` says after its id: the label and where it stands.
  static func textBound(label: String, fragments: [TextRange]) -> String {
    let offsets = fragments.map { "\($0.lower) \($0.upper)" }
    return "\(name(label)) \(offsets.joined(separator: ";"))"
  }

  /// The text column of a `T`: the fragments joined by one space.
  static func text(of fragments: [TextRange], in article: Article) -> String {
    fragments.map { article.text(in: $0) }.joined(separator: " ")
  }

  /// A label, or the name of an attribute or relation.
  static func name(_ name: String) -> String { word(name, or: "_") }

  /// A database and a key in it, as `wikidata:Q42`.
  static func entry(_ database: String, _ key: String) -> String {
    "\(self.database(database)):\(word(key, or: "_"))"
  }

  /// The name of a database.
  static func database(_ name: String) -> String {
    String(word(name, or: "_").map { $0 == ":" ? "_" : $0 })
  }

  /// An attribute's value with the blank before it; nothing where there is none.
  static func value(_ value: String?) -> String {
    guard let value else { return "" }
    let text = plain(value)
    return text.isEmpty ? "" : " \(text)"
  }

  /// A text on one line, without tabs and blank edges.
  static func plain(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.isBlankOrBreak { scalars.removeFirst() }
    while let last = scalars.last, last.isBlankOrBreak { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.map { $0.isLineBreak || $0 == "\t" ? " " : $0 }))
  }

  private static func word(_ text: String, or stopgap: String) -> String {
    let word = plain(text).unicodeScalars.map { $0.isBlankOrBreak ? "_" : $0 }
    return word.isEmpty ? stopgap : String(String.UnicodeScalarView(word))
  }
}
