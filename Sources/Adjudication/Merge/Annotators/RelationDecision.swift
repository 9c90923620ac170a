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
      index.relations.map { Holder(annotator: source, row: $0) }
    }
    while !candidates.isEmpty {
      let ready = readyArrows(among: candidates)
      decideAll(ready)
      candidates = inOrder(Set(ready.flatMap { dependents[$0.holder] ?? [] }))
    }
    dropWhatIsLeft(of: [.relation])
  }

  private mutating func decideAll(_ ready: [RelationArrow]) {
    var arrows = inOrder(ready)
    for index in arrows.indices.dropFirst() {
      let (last, this) = (arrows[index - 1], arrows[index])
      let isTwin =
        last.shares(this) && last.target == this.target
        && last.holder.annotator == this.holder.annotator
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

  /// Decides about the relations of one name that go out from one annotation.
  private mutating func decide(_ arrows: ArraySlice<RelationArrow>) {
    if areAlike(arrows) { return decide(alike: arrows) }
    var answers: [[RelationArrow]] = []
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
    let sources = arrows.map(\.holder.annotator).sorted()
    if zip(sources, sources.dropFirst()).allSatisfy({ $0 != $1 }) {
      decideOne(of: joined(answers))
    } else {
      for answer in answers { decideOne(of: [(answer, [])]) }
    }
  }

  /// Whether some relations are one, which nobody has twice.
  private func areAlike(_ arrows: ArraySlice<RelationArrow>) -> Bool {
    guard let first = arrows.first else { return false }
    var last = -1
    for arrow in arrows {
      guard arrow.target == first.target, arrow.twin == 0, arrow.holder.annotator > last else {
        return false
      }
      last = arrow.holder.annotator
    }
    return true
  }

  /// Decides about a relation that some have, and nobody has otherwise.
  private mutating func decide(alike arrows: ArraySlice<RelationArrow>) {
    let arrow = arrows[arrows.startIndex]
    let voters = annotators(of: arrow.source).filter { has(arrow.target, $0) }
    let holders = arrows.lazy.map(\.holder)
    if voters.count == arrows.count {
      touch(arrow.source, .agreed)
      return add(arrow, .agreed, hold(holders), as: nil)
    }
    let sources = holders.map(\.annotator)
    var division = Division(of: .property, among: voters)
    division.add(sources)
    let verdict =
      verdicts.known(division)
      ?? verdicts.verdict(
        on: ballot(.property, [("\(arrow.target)", Array(sources))], voters: voters), division)
    switch verdict {
    case .stands:
      touch(arrow.source, .settled)
      add(arrow, .settled, hold(holders), as: nil)
    case .nothing:
      touch(arrow.source, .settled)
      for holder in holders { drop(holder, .policy) }
    case .open(let mayBeNothing):
      touch(arrow.source, .open)
      questions.read(sources, CollectionOfOne(.stand(stands.count)))
      add(arrow, .open, hold(holders), as: nil)
      open(
        .relation, clusters.list.labels[Int(arrow.name)], on: stands.count - 1,
        among: mayBeNothing ? voters : [])
    }
  }

  /// Those who could have drawn a relation: who has its source and one of its targets.
  private func voters(_ answers: [RelationAnswer]) -> [Int] {
    var voters = annotators(of: answers[0].kept[0].source)
    voters.removeAll { voter in
      !answers.contains { answer in
        isTarget(answer.kept, of: voter) || isTarget(answer.mentions, of: voter)
      }
    }
    return voters
  }

  /// Whether an annotator has what one of some relations leads to.
  private func isTarget(_ arrows: [RelationArrow], of voter: Int) -> Bool {
    var last = -1
    for arrow in arrows where arrow.target != last {
      last = arrow.target
      if has(last, voter) { return true }
    }
    return false
  }

  typealias RelationAnswer = (kept: [RelationArrow], mentions: [RelationArrow])

  private mutating func decideOne(of answers: [RelationAnswer]) {
    let voters = voters(answers)
    let sources = answers.map { answer in
      answer.mentions.isEmpty
        ? answer.kept.map(\.holder.annotator)
        : (answer.kept + answer.mentions).map(\.holder.annotator).sorted()
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

  private mutating func drop(_ answer: RelationAnswer) {
    touch(answer.kept[0].source, .settled)
    for arrow in answer.kept + answer.mentions { drop(arrow.holder, .policy) }
  }

  private mutating func stand(_ answer: RelationAnswer, _ status: Stand.Status) {
    let arrow = answer.kept[0]
    for mention in answer.mentions {
      dropped.append(
        DroppedLine(
          holder: mention.holder, annotator: mention.holder.annotator, reason: .sameReference))
    }
    touch(arrow.source, status)
    let models = hold(answer.kept.lazy.map(\.holder))
    let holders =
      answer.mentions.isEmpty
      ? models
      : hold((answer.kept + answer.mentions).map(\.holder).sorted { $0.annotator < $1.annotator })
    add(arrow, status, holders, as: models)
  }

  /// Lets a relation stand, whose it is and as some of these have it.
  private mutating func add(
    _ arrow: RelationArrow, _ status: Stand.Status, _ holders: Range<Int>, as models: Range<Int>?
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
}
