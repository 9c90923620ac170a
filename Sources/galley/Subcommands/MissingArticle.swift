import Standoff

/// What is said where no article goes with standoff files.
enum MissingArticle {
  /// The error.
  static func error(of standoffs: [String]) -> DiagnosticError {
    DiagnosticError(
      .missingArticle,
      "no article goes with \(standoffs.joined(separator: " or ")): there is no .txt of its name; "
        + "name the article with --text",
      at: Place(source: standoffs.first))
  }
}
