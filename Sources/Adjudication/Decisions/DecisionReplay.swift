public import Standoff

/// What decisions settle of a merged set.
///
/// ```swift
/// let decisions = try DecisionReader(source: "gold.decisions", article: article).decisions(in: bytes)
/// let replay = DecisionReplay(decisions, on: merge.merged)
/// ```
/// A decision settles every group that has its key, or had it before another was carried out. Where two
/// decisions have one key the later one counts. They are carried out in their order, for what one changes
/// may be what the next is about, and over again until none is left that fits a group.
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
    var settling = Settling(merged)
    // By key the numbers of the groups that have it, or had it.
    var groups: [[UInt8]: Set<Int>] = [:]
    for (number, group) in settling.groups {
      groups[Array(group.key(in: merged).utf8), default: []].insert(number)
    }
    var before: Int
    repeat {
      before = settled
      left.removeAll { index in
        guard let numbers = groups[keys[index]] else { return false }
        for number in numbers.sorted() {
          settle(number, decisions[index].verdict, &settling)
          for number in settling.affected {
            guard let group = settling.groups[number] else { continue }
            groups[Array(group.key(in: settling.draft.set).utf8), default: []].insert(number)
          }
        }
        return true
      }
    } while settled > before && !left.isEmpty
    guard settled > 0 else { return }
    set = settling.draft.set
    guard merged.isInForm else { return }
    set = AnnotationSet(parsing: set.formatted(), of: set.article)
  }

  private mutating func settle(_ number: Int, _ verdict: Verdict, _ settling: inout Settling) {
    // It may have been settled with another before it.
    guard let group = settling.groups[number] else { return }
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
