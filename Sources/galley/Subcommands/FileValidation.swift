import Standoff

/// The checking of standoff files against their articles and the schema.
struct FileValidation {
  /// The schema file, where it is given.
  let schemaPath: String?
  /// Whether the verdict of brat's own parser is asked for, instead of ours.
  let asksBrat: Bool

  /// What is wrong with a file.
  ///
  /// - Throws: where the file, its article or the schema cannot be read.
  func findings(in file: StandoffLocation) throws(DiagnosticError) -> [Diagnostic] {
    let files = FileReading()
    let articlePath = file.article ?? ""
    let bytes = try files.bytes(of: file.standoff, as: "standoff file")
    let text = try files.bytes(of: articlePath, as: "article")
    let article = try Article(bytes: text, path: articlePath)
    if asksBrat { return BratReading(of: bytes, on: article).findings(source: file.standoff) }
    let schema = try SchemaOpening(path: schemaPath).schema(forArticle: articlePath)
    let set = AnnotationSet(parsing: bytes, of: article)
    return Validator(articleHash: JournalledArticle.hash(besideStandoff: file.standoff)).findings(
      in: set, schema: schema, source: file.standoff)
  }
}
