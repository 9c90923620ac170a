package import Standoff

extension LineReader {
  /// Words that mean something wherever a reference may stand.
  private static let keywords: Set<String> = [
    "all", "article", "as", "count", "hits", "in", "marks", "not", "note", "or", "overlapping",
    "ref",
    "text", "valid", "where", "without",
  ]

  /// Reads the name that `as` gives to an annotation.
  ///
  /// - Throws: `bad-name` for a word that is a command or a name of the schema already, or is not
  ///   spelled as names are.
  package mutating func annotationName() throws(DiagnosticError) -> Word {
    let word = try newName()
    let meaning: String? =
      if CommandCatalogue.verbs.contains(word.text) {
        "a command"
      } else if vocabulary.label(word.text) != nil {
        "a label"
      } else if vocabulary.relation(word.text) != nil {
        "a relation"
      } else if vocabulary.attribute(word.text) != nil {
        "an attribute"
      } else {
        Self.keywords.contains(word.text) ? "a word of the language" : nil
      }
    guard let meaning else { return word }
    throw DiagnosticError(
      .badName, "`\(word.text)` cannot be a name: it is \(meaning)", at: word.place)
  }
}
