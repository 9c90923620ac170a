import Adjudication
import Standoff
import TestSupport
import Testing

/// Laws of settling over random merges; `GALLEY_LAWS` asks for more rounds.
@Suite struct SettlingLawTests {
  /// A random merge with its conflicts.
  private static func merge(_ seed: UInt64) throws -> (base: AnnotationSet, merge: ThreeWayMerge) {
    var random = RandomSides(seed)
    let base = random.base(try random.article())
    let (ours, theirs) = (random.side(of: base), random.side(of: base))
    return (base, try ThreeWayMerge(base: base, ours: ours, theirs: theirs))
  }

  private static func findings(_ set: AnnotationSet) -> [String] {
    Validator().findings(in: set, schema: .news).map(\.name.rawValue)
  }

  private static let choices: [Verdict.Choice] = [
    .annotator("ours"), .annotator("theirs"), .both, .none,
  ]

  @Test func everyConflictCanBeSettledForEveryReading() throws {
    var settledCount = 0
    for seed in 0..<ThreeWayMergeLawTests.rounds {
      let merged = try Self.merge(seed).merge.merged
      for choice in Self.choices {
        var settling = Settling(merged)
        while let number = settling.groups.keys.min() {
          let before = settling.groups.count
          // Two values of one attribute never stand together.
          let isOffered = settling.groups[number]?.offers(choice, in: settling.draft.set) == true
          let choice = isOffered ? choice : .annotator("theirs")
          _ = try settling.settle(number, by: Verdict(choice))
          try #require(settling.groups.count < before, "seed \(seed), \(choice)")
          settledCount += 1
        }
        let set = settling.draft.set
        let hint: Comment = "seed \(seed), \(choice)\n\(merged.text)\n\(set.text)"
        let findings = Self.findings(set)
        let isSettled = !findings.contains("unresolved-conflict")
        try #require(isSettled, hint)
        try #require(!findings.contains("repeated-attribute"), hint)
        try #require(set.malformed.isEmpty, hint)
        try #require(set.formatted() == set.encoded(), hint)
        let named = Set(set.annotations.map(\.id))
        let isWhole = set.relations.allSatisfy { relation in
          [relation.source, relation.target].allSatisfy { named.contains($0) || set[$0] != nil }
        }
        try #require(isWhole, hint)
      }
    }
    #expect(settledCount > 0)
  }

  @Test func whatIsTakenBackIsAsBefore() throws {
    for seed in 0..<ThreeWayMergeLawTests.rounds {
      let merged = try Self.merge(seed).merge.merged
      for choice in Self.choices {
        let group = merged.disputedGroups.first { $0.offers(choice, in: merged) }
        guard let number = group?.number else { continue }
        var settling = Settling(merged)
        _ = try settling.settle(number, by: Verdict(choice))
        let edit = settling.draft.edit()
        var set = merged
        try set.apply(edit)
        let isDone = set.encoded() == settling.draft.set.encoded()
        try #require(isDone, "seed \(seed), \(choice)")
        try set.apply(edit.inverse)
        let isUndone = set.encoded() == merged.encoded()
        try #require(isUndone, "seed \(seed), \(choice)")
      }
    }
  }

  /// What both sides still have is there afterwards under the id it had, whichever side is right.
  @Test func whatBothSidesHaveKeepsItsID() throws {
    // In the last one both sides give an event and its trigger another label.
    for seed in Array(0..<ThreeWayMergeLawTests.rounds) + [2145] {
      var random = RandomSides(seed)
      let base = random.base(try random.article())
      let (ours, theirs) = (random.side(of: base), random.side(of: base))
      let merged = try ThreeWayMerge(base: base, ours: ours, theirs: theirs).merged
      for side in ["ours", "theirs"] {
        var settling = Settling(merged)
        while let number = settling.groups.keys.min() {
          _ = try settling.settle(number, by: Verdict(.annotator(side)))
        }
        for id in base.annotations.map(\.id) where ours[id] != nil && theirs[id] != nil {
          let isThere = settling.draft.set[id] != nil
          try #require(
            isThere, "seed \(seed), \(side), \(id)\n\(merged.text)\n\(settling.draft.set.text)")
        }
      }
    }
  }
}

/// Laws of settling over random merges of annotators.
@Suite struct FollowingLawTests {
  /// Whoever is followed in everything has her own file in the end: no other's relation is said of her
  /// readings.
  @Test func whoIsFollowedInEverythingHasOwnRelations() throws {
    var followedCount = 0
    for seed in 0..<AnnotatorMergeLawTests.rounds {
      var random = RandomAnnotators(seed, renumbers: false)
      let sets = try random.sets()
      guard sets.allSatisfy({ !$0.annotations.repeatsItself && $0.annotations.events.isEmpty })
      else { continue }
      let merged = try AnnotatorMerge(of: sets).merged
      for own in sets {
        var settling = Settling(merged)
        while let group = settling.groups.values.min(by: { $0.number < $1.number }) {
          let choice =
            group.reading(of: own.annotator) == nil
            ? Verdict.Choice.none : .annotator(own.annotator)
          guard (try? settling.settle(group.number, by: Verdict(choice))) != nil else { break }
        }
        guard settling.groups.isEmpty else { continue }
        followedCount += 1
        let (said, mine) = (settling.draft.set.relationsInWords, own.annotations.relationsInWords)
        try #require(
          said == mine,
          "seed \(seed), \(own.annotator)\n\(own.annotations.text)\n\(merged.text)\n\(settling.draft.set.text)"
        )
      }
    }
    #expect(followedCount > 0)
  }
}

extension AnnotationSet {
  /// The relations and groups with the labels and the words of their ends and members.
  fileprivate var relationsInWords: [String] {
    func inWords(_ id: AnnotationID) -> String {
      self[id].map { "\($0.label) \($0.ranges)" } ?? "?"
    }
    return relations.map { "\(inWords($0.source)) \($0.name) \(inWords($0.target))" }.sorted()
      + groups.map { group in
        "*\(group.name) " + group.members.map(inWords).sorted().joined(separator: " = ")
      }.sorted()
  }
}
