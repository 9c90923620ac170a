public import Standoff

/// What decisions settle of a merged set.
///
/// ```swift
/// let decisions = try DecisionReader(source: "gold.decisions", article: article).decisions(in: bytes)
/// let replay = DecisionReplay(decisions, on: merge.merged)
/// ```
/// A decision settles every group of its key. Where two decisions have one key the later one counts.
/// What one decision changes may be what another is about, so groups are looked for again until no
/// decision is left that fits one.
public struct DecisionReplay: Sendable {
  /// The set with what was decided.
  public private(set) var set: AnnotationSet
  /// How many groups were settled.
  public private(set) var settled = 0

  /// Settles what decisions are about; the others, and those that do not fit, change nothing.
  public init(_ decisions: [Decision], on merged: AnnotationSet) {
    set = merged
    // Compared byte by byte: equality of strings would fold accents.
    let keys = decisions.map { Array($0.key.utf8) }
    var latest: [[UInt8]: Int] = [:]
    for (index, key) in keys.enumerated() { latest[key] = index }
    var left = decisions.indices.filter {
      latest[keys[$0]] == $0 && decisions[$0].isOnArticle
    }
    while !left.isEmpty {
      var settling = Settling(set)
      var groups: [[UInt8]: [DisputedGroup]] = [:]
      for (_, group) in settling.groups.sorted(by: { $0.key < $1.key }) {
        groups[Array(group.key(in: set).utf8), default: []].append(group)
      }
      let before = settled
      left.removeAll { index in
        guard let found = groups[keys[index]] else { return false }
        for group in found { settle(group, decisions[index].verdict, &settling) }
        return true
      }
      guard settled > before else { break }
      set = settling.draft.set
    }
    guard settled > 0, merged.isInForm else { return }
    set = AnnotationSet(parsing: set.formatted(), of: set.article)
  }

  private mutating func settle(
    _ group: DisputedGroup, _ verdict: Verdict, _ settling: inout Settling
  ) {
    // Another may have been settled with one before it.
    guard settling.groups[group.number] != nil else { return }
    var verdict = verdict
    // Somebody may be called as a choice is.
    if let name = verdict.choice.word, group.reading(of: name) != nil {
      verdict.choice = .annotator(name)
    }
    if (try? settling.settle(group.number, by: verdict)) != nil { settled += 1 }
  }
}

extension Verdict.Choice {
  /// The word that is typed for a choice that is not somebody's.
  fileprivate var word: String? {
    switch self {
    case .both: "both"
    case .none: "none"
    case .longest: "longest"
    case .shortest: "shortest"
    case .annotator, .own: nil
    }
  }
}
