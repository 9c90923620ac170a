public import Standoff

extension DiagnosticName {
  /// Files that were to be compared or merged are on articles that are not the same.
  public static let differentArticles = DiagnosticName("different-articles")
}
