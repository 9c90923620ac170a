import Adjudication
import Standoff
import TestSupport
import Testing

/// Decisions carried out on another merge; `GALLEY_LAWS` asks for more rounds.
@Suite struct DecisionReplayLawTests {
  /// Settles everything in an order of its own, and keeps what was decided.
  private static func settleAll(
    _ merged: AnnotationSet, _ seed: inout Seed
  ) throws -> (set: AnnotationSet, decisions: [Decision]) {
    let choices: [Verdict.Choice] = [.annotator("ours"), .annotator("theirs"), .both, .none]
    var settling = Settling(merged)
    var decisions: [Decision] = []
    var chosen: [String: Verdict.Choice] = [:]
    while !settling.groups.isEmpty {
      let numbers = settling.groups.keys.sorted()
      let number = numbers[Int(seed.next() % UInt64(numbers.count))]
      let group = try #require(settling.groups[number])
      let key = group.key(in: settling.draft.set)
      // One question has one answer, however often it is asked.
      let drawn = choices[Int(seed.next() % 4)]
      let isOffered = group.offers(drawn, in: settling.draft.set)
      let choice = chosen[key] ?? (isOffered ? drawn : .annotator("ours"))
      chosen[key] = choice
      decisions.append(Decision(key, Verdict(choice)))
      _ = try settling.settle(number, by: Verdict(choice))
    }
    return (settling.draft.set, decisions)
  }

  @Test func carriedOutAgainTheyGiveTheSameBytes() throws {
    var count = 0
    for number in 0..<ThreeWayMergeLawTests.rounds {
      var random = RandomSides(number)
      let base = random.base(try random.article())
      let (ours, theirs) = (random.side(of: base), random.side(of: base))
      let merged = try ThreeWayMerge(base: base, ours: ours, theirs: theirs).merged
      var seed = Seed(number)
      let (set, decisions) = try Self.settleAll(merged, &seed)
      let reader = DecisionReader(source: "d", article: merged.article)
      let text = decisions.map { $0.line(in: merged.article) + "\n" }.joined()
      let read = try reader.decisions(in: Array(text.utf8))
      try #require(read == decisions, "seed \(number)\n\(text)")
      let replay = DecisionReplay(read, on: merged)
      let isSame =
        replay.set.encoded()
        == AnnotationSet(
          parsing: set.formatted(), of: set.article
        ).encoded()
      try #require(
        isSame, "seed \(number)\n\(merged.text)\n\(text)\n\(set.text)\n\(replay.set.text)")
      count += decisions.count
    }
    #expect(count > 0)
  }

  /// Of any number of annotators, with events on events, whatever is decided in whatever order.
  @Test func decisionsOnMergesOfAnnotatorsComeBackWhole() throws {
    var count = 0
    for number in 0..<ThreeWayMergeLawTests.rounds {
      var random = RandomAnnotators(number)
      let merged = try AnnotatorMerge(of: try random.sets()).merged
      var seed = Seed(number)
      var settling = Settling(merged)
      var decisions: [Decision] = []
      var chosen: [String: Verdict.Choice] = [:]
      while let open = settling.groups.keys.sorted().randomElement(using: &seed) {
        let group = try #require(settling.groups[open])
        let key = group.key(in: settling.draft.set)
        let choices = group.annotators.map(Verdict.Choice.annotator) + [.none]
        let choice = chosen[key] ?? choices.randomElement(using: &seed) ?? .none
        chosen[key] = choice
        decisions.append(Decision(key, Verdict(choice)))
        try settling.settle(open, by: Verdict(choice))
      }
      let replay = DecisionReplay(decisions, on: merged)
      let set = settling.draft.set
      let settled = AnnotationSet(parsing: set.formatted(), of: set.article)
      try #require(
        replay.set.encoded() == settled.encoded(),
        "seed \(number)\n\(merged.text)\n\(decisions)\n\(set.text)\n\(replay.set.text)")
      count += decisions.count
    }
    #expect(count > 0)
  }

  /// Only what somebody says otherwise by now comes back.
  @Test func whatWasSaidOtherwiseIsAskedAgain() throws {
    let bench = try MergeBench("Ida Moss said the old pier closes.\n") { _ in }
    let (pier, moss) = (try bench.words("old pier"), try bench.words("Ida Moss"))
    let base = bench.changed {
      $0.add(label: "Topic", ranges: pier)
      $0.add(label: "Topic", ranges: moss)
    }
    let ids = base.annotations.map(\.id)
    func side(_ labels: [String]) -> AnnotationSet {
      var draft = Draft(base)
      for (id, label) in zip(ids, labels) { draft.setLabel(label, of: id) }
      return draft.set
    }
    func merge(_ ours: [String], _ theirs: [String]) throws -> AnnotationSet {
      try ThreeWayMerge(base: base, ours: side(ours), theirs: side(theirs)).merged
    }
    let first = try merge(["Speaker", "Claim"], ["Cue", "Quote"])
    let decisions = first.disputedGroups.map {
      Decision($0.key(in: first), Verdict(.annotator("theirs")))
    }
    #expect(
      decisions.map(\.key).first
        == "label: ours Speaker @0-8=\"Ida Moss\" | theirs Cue @0-8=\"Ida Moss\"")
    let again = DecisionReplay(
      decisions, on: try merge(["Speaker", "Evidence"], ["Cue", "Quote"]))
    #expect(again.settled == 1)
    #expect(again.set.disputedGroups.count == 1)
    #expect(again.set.annotations.map(\.label).sorted() == ["Cue", "Evidence", "Quote"])
    // The later of two on one question counts.
    let changed = decisions + [Decision(decisions[0].key, Verdict(.annotator("ours")))]
    #expect(
      DecisionReplay(changed, on: first).set.annotations.map(\.label).sorted() == [
        "Quote", "Speaker",
      ])
    // One that does not fit changes nothing.
    let odd = [Decision(decisions[0].key, Verdict(.annotator("nobody")))]
    #expect(DecisionReplay(odd, on: first).set.encoded() == first.encoded())
  }
}
