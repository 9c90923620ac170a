extension AnnotationSet {
  /// Makes sure that the file is not something else than annotations, as an article is or a schema: that
  /// not all of its lines are such as cannot be used.
  ///
  /// - Throws: `not-a-standoff-file`.
  package func requireAnnotations(at path: String) throws(DiagnosticError) {
    guard records.isEmpty, !unusable.isEmpty else { return }
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
