import Standoff

/// The checking of one standoff file, or of those that stand beside an article.
struct FileValidation {
  /// The schema file, where it is given.
  let schemaPath: String?
  /// The article, where it is given.
  let article: String?

  /// What is wrong with a file.
  ///
  /// - Throws: where the file, its article or the schema cannot be read; `not-an-article` where no
  ///   article goes with it.
  func findings(in path: String) throws(DiagnosticError) -> [Diagnostic] {
    let files = FileReading()
    let location = StandoffLocation(ofStandoff: path)
    guard let articlePath = article ?? location.article else {
      throw DiagnosticError(
        .notAnArticle, "no article goes with \(path): there is no .txt of its name",
        at: Place(source: path), fix: "name the article with --text")
    }
    let bytes = try files.bytes(of: path, as: "standoff file")
    let text = try files.bytes(of: articlePath, as: "article")
    let schema = try SchemaOpening(path: schemaPath).schema(forArticle: articlePath)
    let set = AnnotationSet(parsing: bytes, of: try Article(bytes: text, path: articlePath))
    return Validator(articleHash: JournalledArticle.hash(besideStandoff: path)).findings(
      in: set, schema: schema, source: path)
  }
}
