import Standoff

/// Which schema holds for an article: the one named, else the one found above it.
struct SchemaOpening {
  /// The file named on the command line.
  let path: String?
  /// Where schemas found above articles are kept for the next article.
  let shelf: SchemaShelf
  /// The folder that relative paths count from.
  private let current = Environment.folder

  /// Opens the schema at `path`, or those above articles, but not the file `output`.
  init(path: String?, butNot output: FileIdentity? = nil) {
    self.path = path
    shelf = SchemaShelf(butNot: output)
  }

  /// The schema.
  ///
  /// - Throws: the schema's first error, with the others as notes.
  func schema(forArticle article: String) throws(DiagnosticError) -> Schema {
    let (found, findings) = try schemaWithFindings(forArticle: article)
    if let found { return found }
    let errors = findings.filter { $0.severity == .error }
    guard var first = errors.first else { return .news }
    first.notes += errors.dropFirst().prefix(8).map { error in
      "\(error.place.line.map { "line \($0): " } ?? "")\(error.message) [\(error.name)]"
    }
    throw DiagnosticError(first)
  }

  /// What is worth knowing about the schema, as that something in its file is passed over.
  func warnings(forArticle article: String) throws(DiagnosticError) -> [Diagnostic] {
    try schemaWithFindings(forArticle: article).1.filter { $0.severity == .warning }
  }

  /// The schema, if it can be relied on, and what was found in its file.
  func schemaWithFindings(
    forArticle article: String
  ) throws(DiagnosticError) -> (Schema?, [Diagnostic]) {
    guard let path else {
      let located = shelf.schema(forArticlesIn: folder(of: article))
      return (located.schema, located.findings)
    }
    let bytes = try FileReading().bytes(of: path, as: "schema")
    guard path.hasSuffix(".conf") else { return Schema.parsing(yaml: bytes, source: path) }
    return Schema.parsing(annotationConf: bytes, visual: nil, shortcuts: nil, source: path)
  }

  /// The article's folder from the root, so that schemas above the current folder are found too.
  private func folder(of article: String) -> String {
    let folder = FilePath.folder(of: article)
    if folder.hasPrefix("/") { return folder }
    return FilePath.path(folder, in: current)
  }
}
