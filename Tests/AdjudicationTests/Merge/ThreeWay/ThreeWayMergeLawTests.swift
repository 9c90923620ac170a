import Adjudication
import Foundation
import Standoff
import TestSupport
import Testing

/// Laws of three-way merges over random sides; `GALLEY_LAWS` asks for more rounds.
@Suite struct ThreeWayMergeLawTests {
  static let rounds = ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 300

  /// A base and two sides.
  private static func states(_ seed: UInt64) throws -> [AnnotationSet] {
    var random = RandomSides(seed)
    let base = random.base(try random.article())
    return [base, random.side(of: base), random.side(of: base)]
  }

  private static func merge(
    _ base: AnnotationSet, _ ours: AnnotationSet, _ theirs: AnnotationSet
  ) throws -> ThreeWayMerge {
    try ThreeWayMerge(base: base, ours: ours, theirs: theirs)
  }

  @Test func whatOneSideDidIsTaken() throws {
    for seed in 0..<Self.rounds {
      let states = try Self.states(seed)
      let (base, side) = (states[0], states[1])
      for (ours, theirs) in [(side, side), (base, side), (side, base)] {
        let merge = try Self.merge(base, ours, theirs)
        let isSide = merge.merged.encoded() == side.encoded() && merge.conflicts.isEmpty
        try #require(isSide, "seed \(seed)")
      }
      let back = try Self.merge(side, side, base)
      try #require(back.merged.encoded() == base.encoded(), "seed \(seed)")
    }
  }

  /// The law above holds because equal files are seen at once; here line by line.
  @Test func whatOneSideDidIsTakenBesideWhatTheOtherDid() throws {
    for seed in 0..<Self.rounds {
      let states = try Self.states(seed)
      var draft = Draft(states[0])
      let id = draft.add(label: "Aside", ranges: [TextRange(0, 1)])
      let merge = try Self.merge(states[0], states[1], draft.set)
      var expected = Draft(states[1])
      expected.add(label: "Aside", ranges: [TextRange(0, 1)])
      let isExpected = merge.merged.encoded() == expected.set.encoded()
      try #require(isExpected, "seed \(seed), \(id)\n\(expected.set.text)\n\(merge.merged.text)")
      try #require(merge.conflicts.isEmpty, "seed \(seed)")
    }
  }

  @Test func theSidesCanBeSwapped() throws {
    var conflicts = 0
    for seed in 0..<Self.rounds {
      let states = try Self.states(seed)
      let one = try Self.merge(states[0], states[1], states[2])
      let other = try Self.merge(states[0], states[2], states[1])
      let isSame = one.merged.settledText == other.merged.settledText
      try #require(isSame, "seed \(seed)\n\(one.merged.text)\n\(other.merged.text)")
      try #require(one.conflicts.map(\.swapped) == other.conflicts.map(\.plain), "seed \(seed)")
      try #require(one.agreed == other.agreed && one.settled == other.settled, "seed \(seed)")
      conflicts += one.conflicts.count
    }
    #expect(conflicts > 0)
  }

  @Test func apartFromOneAnotherTheActsOfBothAreCarriedOut() throws {
    for seed in 0..<Self.rounds {
      var random = RandomSides(seed)
      let base = random.base(try random.article())
      // Events and groups tie annotations together across the two halves.
      guard base.events.isEmpty, base.groups.isEmpty else { continue }
      let ids = base.annotations.map(\.id)
      let halves = [Array(ids.prefix(ids.count / 2)), Array(ids.dropFirst(ids.count / 2))]
      let replay = random
      var sides: [AnnotationSet] = []
      for half in halves.indices {
        var draft = Draft(base)
        random.act(on: &draft, halves[half], label: "Half\(half)")
        sides.append(draft.set)
      }
      random = replay
      var both = Draft(base)
      for half in halves.indices { random.act(on: &both, halves[half], label: "Half\(half)") }
      let merge = try Self.merge(base, sides[0], sides[1])
      try #require(merge.conflicts.isEmpty, "seed \(seed)\n\(merge.merged.text)")
      let isBoth = merge.merged.encoded() == both.set.encoded()
      try #require(isBoth, "seed \(seed)\n\(both.set.text)\n\(merge.merged.text)")
    }
  }

  @Test func whatIsWrittenReadsBackAndIsNoWorseThanTheSides() throws {
    for seed in 0..<Self.rounds {
      let states = try Self.states(seed)
      let merge = try Self.merge(states[0], states[1], states[2])
      let merged = merge.merged
      let read = AnnotationSet(parsing: merged.encoded(), of: merged.article)
      try #require(read.malformed.isEmpty, "seed \(seed)\n\(merged.text)")
      try #require(read.formatted() == merged.encoded(), "seed \(seed)\n\(merged.text)")
      let again = try Self.merge(merged, merged, merged)
      try #require(again.merged.encoded() == merged.encoded(), "seed \(seed)")
      let known = Set(states.dropFirst().flatMap(Self.findings))
      let new = Self.findings(merged).subtracting(known)
        .subtracting(Self.combined)
      try #require(new.isEmpty, "seed \(seed): \(new)\n\(merged.text)")
      let hasConflict = Self.findings(merged).contains("unresolved-conflict")
      try #require(hasConflict == (merge.openConflicts > 0), "seed \(seed)")
    }
  }

  /// What may be found although no side has it: an attribute need not fit the label that the other side
  /// gave, and what both made may come to one.
  private static let combined = [
    "unresolved-conflict", "duplicate-annotation", "unknown-attribute", "unknown-value",
    "relation-end", "too-many-relations",
  ]

  private static func findings(_ set: AnnotationSet) -> Set<String> {
    Set(Validator().findings(in: set, schema: .news).map(\.name.rawValue))
  }

  /// What a side made stands in the merged file, or is one with what the other made.
  @Test func nothingThatWasMadeIsLostAndNothingInvented() throws {
    for seed in 0..<Self.rounds {
      let states = try Self.states(seed)
      let merged = try Self.merge(states[0], states[1], states[2]).merged
      let (said, made) = (Self.said(by: merged), states.map(Self.said))
      for side in [made[1], made[2]] {
        let lost = side.subtracting(made[0]).subtracting(said)
        try #require(lost.isEmpty, "seed \(seed): \(lost)\n\(merged.text)")
      }
      let kept = states[1].annotations.filter { $0 == states[2][$0.id] && $0 != merged[$0.id] }
      try #require(kept.isEmpty, "seed \(seed): \(kept)\n\(merged.text)")
      let words = Set(states.flatMap { $0.annotations.map(\.ranges) })
      let invented = merged.annotations.filter { !words.contains($0.ranges) }
      try #require(invented.isEmpty, "seed \(seed)")
    }
  }

  /// The words marked, the values set, the entries and notes, each with the words it stands on, and the
  /// relations; by fields, for those of one annotation merge by themselves.
  private static func said(by set: AnnotationSet) -> Set<[String]> {
    var said: Set<[String]> = []
    for annotation in set.annotations {
      let place = annotation.ranges.map(\.description).joined(separator: "+")
      said.insert(["words", place])
      said.insert(["label", annotation.label])
      for attribute in set.attributes(of: annotation.id) {
        said.insert(["attribute", attribute.name, attribute.value ?? ""])
      }
      for note in set.notes(of: annotation.id) { said.insert(["note", note.text]) }
      for entry in set.references(of: annotation.id) { said.insert(["reference", entry.key]) }
    }
    return said
  }
}

extension RandomSides {
  /// Some acts on annotations of one's own.
  mutating func act(on draft: inout Draft, _ ids: [AnnotationID], label: String) {
    for _ in 0..<(1 + below(5)) {
      if below(4) == 0 {
        let ranges = ranges(in: draft.set.article)
        if !draft.set.article.text(in: ranges).allSatisfy(\.isWhitespace) {
          draft.add(label: label, ranges: ranges)
        }
      } else {
        change(&draft, ids: ids)
      }
    }
  }
}
