import Standoff

/// What relations lead to several mentions of.
extension MergeDecisions {
  /// Puts answers together whose targets carry the same reference, each with the nearest mention first.
  func joined(_ answers: [[RelationArrow]]) -> [RelationAnswer] {
    guard answers.count > 1 else { return answers.map { ($0, []) } }
    let entries = answers.map { answer in Set(answer.flatMap { self.entries(of: $0) }) }
    var classes: [(entries: Set<Spelling>, answers: [Int])] = []
    for number in answers.indices {
      var own = (entries: entries[number], answers: [number])
      let others = classes.filter { !$0.entries.isDisjoint(with: own.entries) }
      classes.removeAll { !$0.entries.isDisjoint(with: own.entries) }
      for other in others {
        own = (own.entries.union(other.entries), other.answers + own.answers)
      }
      classes.append(own)
    }
    return classes.map { one in
      let nearest = one.answers.min { left, right in
        let (a, b) = (distance(of: answers[left][0]), distance(of: answers[right][0]))
        return a != b ? a < b : left < right
      }
      return (
        nearest.map { answers[$0] } ?? [],
        one.answers.filter { $0 != nearest }.flatMap { answers[$0] }
      )
    }.sorted { $0.0[0].target < $1.0[0].target }
  }

  /// The references of what an annotator's relation leads to.
  private func entries(of arrow: RelationArrow) -> [Spelling] {
    let index = clusters.sources[arrow.holder.annotator]
    guard index.hasReferences,
      let mention = holders(of: arrow.target).first(where: {
        $0.annotator == arrow.holder.annotator
      })
    else { return [] }
    return index.lines(on: mention.row).compactMap { row in
      guard index.source.lines.kind(of: row) == .reference else { return nil }
      return Spelling(index.source.lines.record(row).entry)
    }
  }

  /// How many code points lie between the ends of a relation.
  private func distance(of arrow: RelationArrow) -> Int {
    guard let one = extent(of: arrow.source), let other = extent(of: arrow.target) else { return 0 }
    return max(0, max(one.lower, other.lower).value - min(one.upper, other.upper).value)
  }

  /// From the first to the last code point that a stand is on; of relations and events, its first end.
  func extent(of stand: Int, depth: Int = 0) -> TextRange? {
    if let first = ends(of: stand).first, depth < MergeSource.longestChain {
      return extent(of: first.stand, depth: depth + 1)
    }
    return stands[stand].extent
  }
}
