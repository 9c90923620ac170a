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

  /// Finds the article that a file which is to be written belongs to by its name, and makes sure that it
  /// has the text of the one the annotations are on.
  ///
  /// - Parameter name: the only name that counts, where the article is to be put beside the file unless
  ///   it is there.
  /// - Returns: whether there is one.
  /// - Throws: `different-articles`; as reading files does.
  static func isFound(
    for article: Article, from standoff: String, called name: String? = nil
  ) throws(DiagnosticError) -> Bool {
    let files = FileReading()
    guard let own = article.path, let found = StandoffLocation(ofStandoff: standoff).article,
      name.map({ FilePath.name(of: found).utf8.elementsEqual($0.utf8) }) ?? true
    else { return false }
    if files.isSame(own, found) { return true }
    let bytes = try files.bytes(of: own, as: "article")
    if try files.holds(bytes, at: found, as: "article") { return true }
    throw DiagnosticError(
      .differentArticles,
      "\(standoff) belongs to \(found) by its name, which is not the text of \(own); name another file, or put the right article in its place",
      at: Place(source: found))
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
      try QuotationCheck(of: name, in: set)
        .check(madeOn: hash, besideArticle: StandoffLocation(ofStandoff: path).article)
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place.source = path
      throw DiagnosticError(diagnostic)
    }
  }
}
