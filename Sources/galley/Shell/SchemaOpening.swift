import Standoff

/// Which schema holds for an article: the one named, else the one found above it.
struct SchemaOpening {
  /// The file named on the command line.
  let path: String?

  /// The schema.
  ///
  /// - Throws: the schema's first error, with the others as notes.
  func schema(forArticle article: String) throws(DiagnosticError) -> Schema {
    let located = try located(forArticle: article)
    if let schema = located.schema { return schema }
    let errors = located.findings.filter { $0.severity == .error }
    guard var first = errors.first else { return .news }
    first.notes += errors.dropFirst().prefix(8).map { error in
      "\(error.place.line.map { "line \($0): " } ?? "")\(error.message) [\(error.name)]"
    }
    throw DiagnosticError(first)
  }

  /// The schema with the file it comes from and what was found in it.
  func located(forArticle article: String) throws(DiagnosticError) -> SchemaLookup.Located {
    let files = FileReading()
    guard let path else {
      return SchemaLookup.schema(forArticlesIn: Self.folder(of: article)) { path in
        files.isFile(path) ? try? files.bytes(of: path, as: "schema") : nil
      }
    }
    let bytes = try files.bytes(of: path, as: "schema")
    let (schema, findings) =
      path.hasSuffix(".conf")
      ? Schema.parsing(annotationConf: bytes, visual: nil, shortcuts: nil, source: path)
      : Schema.parsing(yaml: bytes, source: path)
    return SchemaLookup.Located(schema: schema, path: path, findings: findings)
  }

  /// The article's folder from the root, so that schemas above the current folder are found too.
  private static func folder(of article: String) -> String {
    let folder = FilePath.folder(of: article)
    if folder.hasPrefix("/") { return folder }
    return FilePath.path(folder, in: Environment.folder)
  }
}
