public import Standoff

/// What decisions settle of a merged set.
///
/// ```swift
/// let decisions = try DecisionReader(source: "gold.decisions", article: article).decisions(in: bytes)
/// let replay = DecisionReplay(decisions, on: merge.merged)
/// ```
/// A decision settles every group that has its key, or had it before another was carried out. Where two
/// decisions have one key the later one counts. Where several groups have it, because they read alike,
/// each of the last decisions is about one of them; where it matters about which, none of them is
/// carried out. Decisions are carried out in their order, for what one changes may be what the next is
/// about, and again until none is left that fits a group.
public struct DecisionReplay: Sendable {
  /// The set with what was decided.
  public private(set) var set: AnnotationSet
  /// How many groups were settled.
  public private(set) var settled = 0
  /// How many decisions were about no group: what annotators say has changed since, or who they are.
  public private(set) var unused = 0

  /// Settles what decisions are about; the others, and those that do not fit, change nothing.
  public init(_ decisions: [Decision], on merged: AnnotationSet) {
    set = merged
    // Compared byte by byte: equality of strings would fold accents.
    let keys = decisions.map { Array($0.key.utf8) }
    var settling = Settling(merged)
    // By key the numbers of the groups that have it, or had it.
    var groups: [[UInt8]: Set<Int>] = [:]
    for (number, group) in settling.groups {
      groups[Array(group.key(in: merged).utf8), default: []].insert(number)
    }
    // Where several groups have a key the last decisions are about one each, if it does not matter
    // which.
    var waiting: [[UInt8]: [Int]] = [:]
    for index in decisions.indices where decisions[index].isOnArticle {
      waiting[keys[index], default: []].append(index)
    }
    for (key, indices) in waiting {
      let twins = groups[key, default: []].compactMap { settling.groups[$0] }
      var counting = Array(indices.suffix(max(1, twins.count)))
      let verdicts = Set(counting.map { decisions[$0].verdict.choice })
      let isAllDecided = counting.count == twins.count && verdicts.count == 1
      if twins.count > 1, !isAllDecided, !Self.areAlike(twins, in: merged) { counting = [] }
      waiting[key] = counting
    }
    var left = waiting.values.flatMap(\.self).sorted()
    let twinCounts = groups.mapValues(\.count)
    var before: Int
    repeat {
      before = settled
      left.removeAll { index in
        guard let numbers = groups[keys[index]] else { return false }
        // Where several read alike each decision is about the first that is open.
        let isOfTwins = (twinCounts[keys[index]] ?? 1) > 1
        let open = numbers.filter { settling.groups[$0] != nil }.sorted()
        for number in isOfTwins ? open.prefix(1) : open[...] {
          settle(number, decisions[index].verdict, &settling)
          for number in settling.affected {
            guard let group = settling.groups[number] else { continue }
            groups[Array(group.key(in: settling.draft.set).utf8), default: []].insert(number)
          }
        }
        return true
      }
    } while settled > before && !left.isEmpty
    unused = left.count
    guard settled > 0 else { return }
    set = settling.draft.set
    guard merged.isInForm else { return }
    set = AnnotationSet(parsing: set.formatted(), of: set.article)
  }

  /// Whether it does not matter which of some groups is settled how: what is said of their readings is
  /// alike.
  private static func areAlike(_ groups: [DisputedGroup], in set: AnnotationSet) -> Bool {
    let said = groups.map { group in
      group.readings.map { reading in
        reading.ids.map { id in
          set.attributes(of: id).map { "\($0.name)=\($0.value ?? "")" }.sorted()
            + set.notes(of: id).map(\.text).sorted()
            + set.references(of: id).map(\.entry).sorted()
            + set.relations(from: id).map { "\($0.name) \($0.target)" }.sorted()
            + set.relations(to: id).map { "\($0.name) \($0.source)" }.sorted()
        }
      }
    }
    return Set(said).count == 1
  }

  private mutating func settle(_ number: Int, _ verdict: Verdict, _ settling: inout Settling) {
    // It may have been settled with another before it.
    guard let group = settling.groups[number] else { return }
    var verdict = verdict
    // An annotator may be called as a choice is, `both` for one.
    if let name = verdict.choice.word, group.reading(of: name) != nil {
      verdict.choice = .annotator(name)
    }
    if (try? settling.settle(group.number, by: verdict)) != nil { settled += 1 }
  }
}
