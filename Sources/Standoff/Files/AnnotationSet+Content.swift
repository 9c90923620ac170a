extension AnnotationSet {
  /// Whether the file is something else than annotations, as an article is or a schema: no line of it can be
  /// used.
  package var isSomethingElse: Bool { !unusable.isEmpty && records.isEmpty }

  /// Makes sure that the file is not something else than annotations.
  ///
  /// - Throws: `not-a-standoff-file`.
  package func requireAnnotations(at path: String) throws(DiagnosticError) {
    guard isSomethingElse else { return }
    throw DiagnosticError(
      .notAStandoffFile,
      "\(path) is no standoff file: it holds no line that can be used",
      at: Place(source: path))
  }
}

extension DiagnosticName {
  /// A file that was to be read as annotations holds something else.
  public static let notAStandoffFile = DiagnosticName("not-a-standoff-file")
}
