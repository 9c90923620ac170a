import Standoff

/// The checking of standoff files against their articles and the schema.
struct FileValidation {
  /// The schema file, where it is given.
  let schemaPath: String?

  /// What is wrong with a file.
  ///
  /// - Throws: where the file, its article or the schema cannot be read.
  func findings(in file: StandoffLocation) throws(DiagnosticError) -> [Diagnostic] {
    let files = FileReading()
    let articlePath = file.article ?? ""
    let bytes = try files.bytes(of: file.standoff, as: "standoff file")
    let text = try files.bytes(of: articlePath, as: "article")
    let schema = try SchemaOpening(path: schemaPath).schema(forArticle: articlePath)
    let set = AnnotationSet(parsing: bytes, of: try Article(bytes: text, path: articlePath))
    return Validator(articleHash: JournalledArticle.hash(besideStandoff: file.standoff)).findings(
      in: set, schema: schema, source: file.standoff)
  }
}
