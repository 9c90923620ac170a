public import Standoff

/// Which annotations of several annotators are thought to be one thing, before anything is decided.
///
/// What was marked alike goes together; what not all who marked anything have alike is aligned exactly,
/// see ``Alignment``. Annotations that share no code point never go together. One of the whole article
/// goes only with those that have its label and references, an empty one only with those of its label
/// on its place.
public struct AnnotatorClusters: Sendable {
  /// The annotators in the order of their names.
  public var annotators: [String] { sources.map(\.source.annotator) }
  /// Whether the alignment is the best one.
  public var isBest: Bool { shortfall == 0 }
  /// By which part of it the disorder of what was aligned can be less at most; 0 but where the search
  /// for the best alignment was given up, see ``Alignment/shortfall``.
  public let shortfall: Double

  let article: Article
  let list: MarkList
  let sources: [SourceIndex]
  let variants: VariantList
  /// The variants of each cluster; clusters and variants in the order of the text.
  let clusters: Grouping

  /// Clusters the annotations of annotators on one article, in whatever order they are given.
  ///
  /// - Parameters:
  ///   - sets: The annotations, a set for each annotator.
  ///   - stepLimit: The most steps that the search for the best alignment may take, see
  ///     ``Alignment/best(of:stepLimit:)``; where they do not suffice, ``isBest`` is false.
  /// - Throws: `too-few-annotators`, `same-annotator`, `not-an-annotator`, `different-articles` where the
  ///   sets are on texts that differ or quote other words than theirs has, `unusable-lines`,
  ///   `open-conflicts`, `too-many-annotators`, `file-too-large`.
  public init(
    of sets: [AnnotatorSet], stepLimit: Int = Alignment.stepLimit
  ) throws(DiagnosticError) {
    guard let article = sets.first?.annotations.article else { throw Self.tooFew(0) }
    let found = try MergeSource.sources(of: sets)
    guard found.count > 1 else { throw Self.tooFew(found.count) }
    for set in sets where !set.annotations.article.hasSameText(as: article) {
      throw DiagnosticError(
        .differentArticles,
        "the annotations of \(set.annotator) and of \(sets[0].annotator) were read on articles with different text; read both on the same one"
      )
    }
    for source in found { try QuotationCheck(source, article).check() }
    self.article = article
    sources = found.map(SourceIndex.init)
    list = MarkList(found)
    variants = VariantList(list, sources)
    let alignment = VariantAlignment(variants, list, article, found.count, stepLimit: stepLimit)
    clusters = Grouping(by: alignment.homes, labelCount: alignment.count)
    shortfall = alignment.shortfall
  }

  /// The questions about labels, one a cluster.
  public var ballots: [Ballot] { (0..<clusters.count).map { labelBallot(clusters[$0]) } }

  func labelBallot(_ cluster: ArraySlice<Int>) -> Ballot {
    let names = annotators
    let marks = cluster.flatMap { variants[$0] }
    let labels = Set(marks.map(\.label)).sorted()
    return Ballot(
      .label,
      labels.map { label in
        .init(
          list.labels[Int(label)],
          by: marks.filter { $0.label == label }.map(\.annotator).sorted().map { names[Int($0)] })
      }, voters: names)
  }

  private static func tooFew(_ count: Int) -> DiagnosticError {
    DiagnosticError(
      .tooFewAnnotators,
      "there \(count == 1 ? "is one annotator" : "are no annotators") to be merged; it takes two at least"
    )
  }
}

extension DiagnosticName {
  /// Fewer annotators than a merge, or a policy of one, needs.
  public static let tooFewAnnotators = DiagnosticName("too-few-annotators")
}
