import Standoff

/// Finds the schemas of articles, and keeps the last one for the next article of the folder.
struct SchemaReading {
  private let schemas: CorpusSchemas
  private var last: (folder: String, schema: Schema)?

  /// Creates a reader that asks for the schemas of a corpus.
  init(of schemas: CorpusSchemas) { self.schemas = schemas }

  /// The schema of an article.
  ///
  /// - Throws: the schema's first error, with the others as notes.
  mutating func schema(forArticle article: String) throws(DiagnosticError) -> Schema {
    if let last, FilePath.isPath(article, ofNameIn: last.folder) { return last.schema }
    let folder = FilePath.folder(of: article)
    let schema = try schemas.schema(forArticle: article)
    last = (folder, schema)
    return schema
  }
}
