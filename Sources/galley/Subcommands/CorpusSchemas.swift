import Standoff

/// The schemas of many articles: one for all where it is given, else that of each, read once.
struct CorpusSchemas: Sendable {
  private let given: Schema?
  /// What is worth knowing about the schema that is given.
  private let givenWarnings: [Diagnostic]
  private let opening = SchemaOpening(path: nil)

  /// Reads the schema at `path`, where there is one.
  ///
  /// - Throws: where it cannot be relied on.
  init(_ path: String?) throws(DiagnosticError) {
    guard let path else {
      given = nil
      givenWarnings = []
      return
    }
    let opening = SchemaOpening(path: path)
    given = try opening.schema(forArticle: path)
    givenWarnings = try opening.warnings(forArticle: path)
  }

  /// What is worth knowing about the schemas that were asked for.
  var warnings: [Diagnostic] { givenWarnings + opening.shelf.warnings }

  /// The schema of an article.
  ///
  /// - Throws: the schema's first error, with the others as notes.
  func schema(forArticle article: String) throws(DiagnosticError) -> Schema {
    if let given { return given }
    return try opening.schema(forArticle: article)
  }
}
