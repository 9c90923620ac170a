import Standoff

/// What becomes of relations, with their ends mapped to what stands.
///
/// The relations of one name that go out from one annotation are one question where nobody has several
/// of them, with what they lead to for answers; else each is a question. Ends that carry the same
/// reference are one answer: the mention nearest to the source is kept.
extension MergeDecisions {
  mutating func decideRelations() {
    // Relations may lead to relations, which are decided first.
    let dependents = relationsOnRelations()
    var candidates = clusters.sources.enumerated().flatMap { source, index in
      index.relations.map { Holder(source: source, row: $0) }
    }
    while !candidates.isEmpty {
      let ready = readyArrows(among: candidates)
      decideAll(ready)
      candidates = inOrder(Set(ready.flatMap { dependents[$0.holder] ?? [] }))
    }
    dropWhatIsLeft(of: [.relation])
  }

  private struct Arrow {
    let source: Int
    let target: Int
    /// The ranks of the name and the roles.
    let name: UInt32
    let roles: (UInt32, UInt32)
    let holder: Holder
    /// The number among those of one annotator that say the same.
    var twin = 0

    /// Whether both may be answers to one question.
    func shares(_ other: Arrow) -> Bool {
      source == other.source && name == other.name && roles == other.roles
    }

    func precedes(_ other: Arrow) -> Bool? {
      if source != other.source { return source < other.source }
      if name != other.name { return name < other.name }
      if roles != other.roles { return roles < other.roles }
      if target != other.target { return target < other.target }
      return holder.source == other.holder.source ? nil : holder.source < other.holder.source
    }
  }

  /// By relation, the relations that lead from or to it.
  private func relationsOnRelations() -> [Holder: [Holder]] {
    var found: [Holder: [Holder]] = [:]
    for (source, index) in clusters.sources.enumerated() {
      let columns = index.source.columns
      func add(_ row: UInt32, on end: UInt32) {
        guard end != LineColumns.nobody, columns.kinds[Int(end)] == .relation else { return }
        found[Holder(source: source, row: end), default: []]
          .append(Holder(source: source, row: row))
      }
      for row in index.relations {
        add(row, on: columns.targets[Int(row)])
        add(row, on: columns.secondTargets[Int(row)])
      }
    }
    return found
  }

  /// Lines by annotator, those of one by their ids.
  private func inOrder(_ holders: Set<Holder>) -> [Holder] {
    holders.sorted { one, other in
      one.source == other.source
        ? clusters.sources[one.source].source.lines.idPrecedes(one.row, other.row)
        : one.source < other.source
    }
  }

  private mutating func decideAll(_ ready: [Arrow]) {
    var arrows = inOrder(ready)
    for index in arrows.indices.dropFirst() {
      let (last, this) = (arrows[index - 1], arrows[index])
      let isTwin =
        last.shares(this) && last.target == this.target && last.holder.source == this.holder.source
      if isTwin { arrows[index].twin = last.twin + 1 }
    }
    var start = 0
    while start < arrows.count {
      var end = start + 1
      while end < arrows.count, arrows[end].shares(arrows[start]) { end += 1 }
      decide(arrows[start..<end])
      start = end
    }
  }

  /// Relations by what they lead from, and what else they say; twins stay in the order of their ids.
  private func inOrder(_ arrows: [Arrow]) -> [Arrow] {
    guard arrows.count > stands.count / 16 else {
      return arrows.indices.sorted { arrows[$0].precedes(arrows[$1]) ?? ($0 < $1) }
        .map { arrows[$0] }
    }
    // Few lead from one annotation.
    var starts = Array(repeating: Int32(0), count: stands.count + 1)
    for arrow in arrows { starts[arrow.source + 1] += 1 }
    for stand in starts.indices.dropFirst() { starts[stand] += starts[stand - 1] }
    var (places, order) = (starts, Array(repeating: Int32(0), count: arrows.count))
    for (number, arrow) in arrows.enumerated() {
      order[Int(places[arrow.source])] = Int32(truncatingIfNeeded: number)
      places[arrow.source] += 1
    }
    for stand in stands.indices where starts[stand + 1] - starts[stand] > 1 {
      let range = Int(starts[stand])..<Int(starts[stand + 1])
      let isSorted = range.dropFirst().allSatisfy { place in
        let (last, this) = (Int(order[place - 1]), Int(order[place]))
        return arrows[last].precedes(arrows[this]) ?? (last < this)
      }
      guard !isSorted else { continue }
      order[range].sort { one, other in
        arrows[Int(one)].precedes(arrows[Int(other)]) ?? (one < other)
      }
    }
    return order.map { arrows[Int($0)] }
  }

  /// Those of some relations both of whose ends stand, and of which nothing has been decided yet.
  private func readyArrows(among holders: [Holder]) -> [Arrow] {
    var arrows: [Arrow] = []
    let reversed = (clusters.list.roleRank(of: "Arg2"), clusters.list.roleRank(of: "Arg1"))
    for holder in holders {
      let (source, row) = (holder.source, holder.row)
      let index = clusters.sources[source].source
      let (lines, columns) = (index.lines, index.columns)
      guard numbers[holder] == LineNumbers.undecided,
        let from = number(source, columns.targets[Int(row)]),
        let to = number(source, columns.secondTargets[Int(row)])
      else { continue }
      let roles = (
        clusters.list.roleRank(of: lines.roleIndex(of: row, 0), in: source),
        clusters.list.roleRank(of: lines.roleIndex(of: row, 1), in: source)
      )
      let isReversed = roles.0 == reversed.0 && roles.1 == reversed.1
      arrows.append(
        Arrow(
          source: isReversed ? to : from, target: isReversed ? from : to,
          name: clusters.list.ranks[source][Int(columns.names[Int(row)])],
          roles: isReversed ? (roles.1, roles.0) : roles, holder: holder))
    }
    return arrows
  }

  /// Decides about the relations of one name that go out from one annotation.
  private mutating func decide(_ arrows: ArraySlice<Arrow>) {
    if areOfAll(arrows), let arrow = arrows.first {
      touch(arrow.source, .agreed)
      add(arrow, .agreed, hold(arrows.lazy.map(\.holder)), as: nil)
      return
    }
    var answers: [[Arrow]] = []
    for arrow in arrows {
      if let last = answers.indices.last, answers[last][0].target == arrow.target,
        answers[last][0].twin == arrow.twin
      {
        answers[last].append(arrow)
      } else if let same = answers.firstIndex(where: {
        $0[0].target == arrow.target && $0[0].twin == arrow.twin
      }) {
        answers[same].append(arrow)
      } else {
        answers.append([arrow])
      }
    }
    let sources = arrows.map(\.holder.source).sorted()
    if zip(sources, sources.dropFirst()).allSatisfy({ $0 != $1 }) {
      decideOne(of: joined(answers))
    } else {
      for answer in answers { decideOne(of: [(answer, [])]) }
    }
  }

  /// Whether some relations are one, which all have once who could have drawn it.
  private func areOfAll(_ arrows: ArraySlice<Arrow>) -> Bool {
    guard let first = arrows.first, first.twin == 0 else { return false }
    var last = -1
    for arrow in arrows {
      guard arrow.target == first.target, arrow.twin == 0, arrow.holder.source > last else {
        return false
      }
      last = arrow.holder.source
    }
    let (sources, targets) = (stands[first.source].holders, stands[first.target].holders)
    // Those who have both of its ends.
    var count = 0
    for place in sources {
      let source = held[place].source
      if targets.contains(where: { held[$0].source == source }) { count += 1 }
    }
    return count == arrows.count
  }

  /// Those who could have drawn a relation: who has its source and one of its targets.
  private func voters(_ answers: [Answer]) -> [Int] {
    var voters = sources(of: answers[0].kept[0].source)
    voters.removeAll { voter in
      !answers.contains { answer in
        isTarget(answer.kept, of: voter) || isTarget(answer.mentions, of: voter)
      }
    }
    return voters
  }

  /// Whether an annotator has what one of some relations leads to.
  private func isTarget(_ arrows: [Arrow], of voter: Int) -> Bool {
    var last = -1
    for arrow in arrows where arrow.target != last {
      last = arrow.target
      if holders(of: last).contains(where: { $0.source == voter }) { return true }
    }
    return false
  }

  private typealias Answer = (kept: [Arrow], mentions: [Arrow])

  private mutating func decideOne(of answers: [Answer]) {
    let voters = voters(answers)
    let sources = answers.map { answer in
      answer.mentions.isEmpty
        ? answer.kept.map(\.holder.source)
        : (answer.kept + answer.mentions).map(\.holder.source).sorted()
    }
    switch verdict(.property, sources, voters: voters, text: { "\(answers[$0].kept[0].target)" }) {
    case nil: stand(answers[0], answers[0].mentions.isEmpty ? .agreed : .settled)
    case .stands(let number):
      for (place, answer) in answers.enumerated() {
        if place == number { stand(answer, .settled) } else { drop(answer) }
      }
    case .nothing: for answer in answers { drop(answer) }
    case .open(let mayBeNothing):
      let first = stands.count
      for (place, answer) in answers.enumerated() {
        questions.read(sources[place], CollectionOfOne(.stand(stands.count)))
        stand(answer, .open)
      }
      open(
        .relation, clusters.list.labels[Int(answers[0].kept[0].name)], on: first,
        among: mayBeNothing ? voters : [])
    }
  }

  private mutating func drop(_ answer: Answer) {
    touch(answer.kept[0].source, .settled)
    for arrow in answer.kept + answer.mentions { drop(arrow.holder, .policy) }
  }

  private mutating func stand(_ answer: Answer, _ status: Stand.Status) {
    let arrow = answer.kept[0]
    for mention in answer.mentions {
      dropped.append(
        DroppedLine(
          holder: mention.holder, source: mention.holder.source, reason: .sameReference))
    }
    touch(arrow.source, status)
    let models = hold(answer.kept.lazy.map(\.holder))
    let holders =
      answer.mentions.isEmpty
      ? models
      : hold((answer.kept + answer.mentions).map(\.holder).sorted { $0.source < $1.source })
    add(arrow, status, holders, as: models)
  }

  /// Lets a relation stand, whose it is and as some of these have it.
  private mutating func add(
    _ arrow: Arrow, _ status: Stand.Status, _ holders: Range<Int>, as models: Range<Int>?
  ) {
    add(
      Stand(
        kind: .relation, status: status, name: arrow.name, holders: holders,
        models: models ?? holders),
      naming: [
        Stand.End(role: arrow.roles.0, stand: arrow.source),
        Stand.End(role: arrow.roles.1, stand: arrow.target),
      ])
  }

  // MARK: References

  /// Puts answers together whose targets carry the same reference, each with the nearest mention first.
  private func joined(_ answers: [[Arrow]]) -> [Answer] {
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
  private func entries(of arrow: Arrow) -> [Spelling] {
    let index = clusters.sources[arrow.holder.source]
    guard index.hasReferences,
      let mention = holders(of: arrow.target).first(where: {
        $0.source == arrow.holder.source
      })
    else { return [] }
    return index.lines(on: mention.row).compactMap { row in
      guard index.source.lines.kind(of: row) == .reference else { return nil }
      return Spelling(index.source.lines.record(row).entry)
    }
  }

  /// How many code points lie between the ends of a relation.
  private func distance(of arrow: Arrow) -> Int {
    guard let one = extent(of: arrow.source, depth: 0),
      let other = extent(of: arrow.target, depth: 0)
    else { return 0 }
    return max(0, max(one.lower, other.lower).value - min(one.upper, other.upper).value)
  }

  /// From the first to the last code point that a stand is on; of relations and events, its first end.
  func extent(of stand: Int, depth: Int) -> TextRange? {
    if let first = ends(of: stand).first, depth < 8 {
      return extent(of: first.stand, depth: depth + 1)
    }
    return stands[stand].extent
  }
}
