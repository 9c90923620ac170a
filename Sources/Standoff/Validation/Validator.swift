/// Finds what is wrong with standoff files: lines, ids, places and words, and what the schema says.
///
/// ```swift
/// let findings = Validator().findings(in: set, schema: .news, source: "envoy.ann")
/// ```
/// No findings means that the file can be relied on. Each finding has a stable name, which the page
/// Findings of the documentation explains.
public struct Validator: Sendable {
  /// The fingerprint of the article that the annotations were made on, where a journal has kept it.
  public var articleHash: UInt64?

  /// Creates a validator.
  ///
  /// - Parameter articleHash: the ``Article/hash`` that the journal holds. Where it is given and the
  ///   article has another one, words that do not stand where a line says are put down to that.
  public init(articleHash: UInt64? = nil) { self.articleHash = articleHash }

  /// The findings about a standoff file, in the order of its lines.
  ///
  /// One cause gives one finding, the most specific one. Lines are counted from 1, columns from 1 in
  /// code points; the range of a finding is the stretch of the article that the line marks. Takes
  /// time linear in the file, apart from sorting; for files with many faults also a bounded number of
  /// searches of the article.
  ///
  /// `source` is the path of the file for the findings, as the user gave it.
  public func findings(
    in set: AnnotationSet, schema: Schema, source: String? = nil
  ) -> [Diagnostic] {
    findings(in: Review(of: ReviewedLines(set), schema: schema, source: source), of: set)
  }

  /// The same about the bytes of a standoff file, for whoever has many to check: the set is made where
  /// the rules look for it, for to copy one counts all that it refers to.
  package func findings(
    in standoff: [UInt8], on article: Article, schema: Schema, source: String?
  ) -> [Diagnostic] {
    let lines = ReviewedLines(AnnotationSet(parsing: standoff, of: article))
    return findings(in: Review(of: lines, schema: schema, source: source), of: lines.set)
  }

  /// What all rules find in a file whose review begins.
  func findings(in review: consuming Review) -> [Diagnostic] {
    let lines = review.lines
    return findings(in: review, of: lines.set)
  }

  /// The same of the set under review, which is handed through: to take it out of the review is to copy
  /// it.
  private func findings(in review: consuming Review, of set: AnnotationSet) -> [Diagnostic] {
    var rules = RulesAtWork()
    review.visitSpans(of: set.store, with: &rules)
    review.misfits.explain(articleHash: articleHash, in: set)
    review.visitLines(of: set.store, with: &rules)
    rules.finish(&review)
    return review.sortedFindings()
  }

  /// The findings about the bytes of a standoff file on the bytes of an article.
  ///
  /// An article that cannot be read is the only finding then, placed in the article.
  public func findings(
    in standoff: [UInt8], of article: [UInt8], schema: Schema, source: String? = nil,
    articleSource: String? = nil
  ) -> [Diagnostic] {
    do throws(DiagnosticError) {
      let article = try Article(bytes: article, path: articleSource)
      return findings(
        in: AnnotationSet(parsing: standoff, of: article), schema: schema, source: source)
    } catch { return [error.diagnostic] }
  }
}
