import Adjudication
import Standoff

/// Whether files that are to be compared or merged are on one article, and what is said where they are
/// not.
enum DifferentArticles {
  /// The error about two articles whose annotations were to be `compared`, or `merged`.
  static func error(_ path: String, _ other: String, _ what: String) -> DiagnosticError {
    DiagnosticError(
      .differentArticles,
      "\(path) and \(other) are not the same text, so their annotations cannot be \(what); name the article with --text where one of them is meant for all, or, where one is the corrected edition, put it in place of the other and run `galley reanchor`",
      at: Place(source: other))
  }

  /// Makes sure that a file is on the article it was read for, as its words and its journal tell.
  ///
  /// - Parameters:
  ///   - name: what the message calls whoever made it.
  ///   - path: the file.
  ///   - hash: the fingerprint of the article that its journal was begun on.
  /// - Throws: `different-articles`.
  static func check(
    _ set: AnnotationSet, of name: String, at path: String, _ hash: UInt64?
  ) throws(DiagnosticError) {
    do throws(DiagnosticError) {
      try QuotedWords(of: name, in: set).check(madeOn: hash)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place.source = path
      throw DiagnosticError(diagnostic)
    }
  }
}
