import Adjudication
import Standoff
import Testing

/// Two branches that settle one conflict in two ways: it comes back, and no reading goes.
@Suite struct OpposedVerdictsTests {
  private typealias Acts = (inout Draft) -> Void

  private let bench: MergeBench
  private let moss: [TextRange]
  private let pier: [TextRange]

  init() throws {
    bench = try MergeBench("Ida Moss said the old pier closes, and Tom Reyes did not.\n")
    (moss, pier) = (try bench.words("Ida Moss"), try bench.words("old pier closes"))
  }

  /// What comes of it where ana and ben annotate, their merge is settled in two ways, and the two
  /// branches meet.
  private func merge(
    _ ana: Acts, _ ben: Acts, settled ours: Verdict.Choice, and theirs: Verdict.Choice
  ) throws -> ThreeWayMerge {
    let base = try AnnotatorMerge(
      of: [AnnotatorSet("ana", bench.changed(ana)), AnnotatorSet("ben", bench.changed(ben))]
    ).merged
    #expect(base.disputedGroups.count == 1)
    func settled(_ choice: Verdict.Choice) throws -> AnnotationSet {
      var settling = Settling(base)
      _ = try settling.settle(1, by: Verdict(choice))
      return settling.draft.set
    }
    let (one, other) = (try settled(ours), try settled(theirs))
    let merge = try ThreeWayMerge(base: base, ours: one, theirs: other)
    let swapped = try ThreeWayMerge(base: base, ours: other, theirs: one)
    #expect(merge.merged.settledText == swapped.merged.settledText)
    #expect(merge.conflicts.map(\.plain) == swapped.conflicts.map(\.swapped))
    return merge
  }

  /// Expects one conflict, which each side's verdict settles as that side had it.
  private func expectReopened(
    _ kind: MergeConflict.Kind, _ ana: Acts, _ ben: Acts, ours: [String], theirs: [String]
  ) throws {
    let merge = try merge(ana, ben, settled: .annotator("ana"), and: .annotator("ben"))
    #expect(merge.conflicts.map(\.kind) == [kind])
    #expect(merge.merged.malformed.isEmpty)
    for (side, words) in [("ours", ours), ("theirs", theirs)] {
      var settling = Settling(merge.merged)
      _ = try settling.settle(1, by: Verdict(.annotator(side)))
      #expect(settling.groups.isEmpty)
      #expect(settling.draft.set.inWords == words)
    }
  }

  @Test func aLabel() throws {
    try expectReopened(
      .label, { $0.add(label: "Claim", ranges: pier) }, { $0.add(label: "Topic", ranges: pier) },
      ours: ["Claim old pier closes"], theirs: ["Topic old pier closes"])
  }

  @Test func words() throws {
    let short = try bench.words("pier closes")
    try expectReopened(
      .boundary, { $0.setAttribute("a", to: "x", of: $0.add(label: "Claim", ranges: pier)) },
      { $0.setAttribute("a", to: "x", of: $0.add(label: "Claim", ranges: short)) },
      ours: ["Claim old pier closes a=x"], theirs: ["Claim pier closes a=x"])
  }

  @Test func whetherItIsThere() throws {
    let both: Acts = { $0.add(label: "Speaker", ranges: moss) }
    try expectReopened(
      .deleted,
      {
        both(&$0)
        $0.setAttribute("stance", to: "favor", of: $0.add(label: "Claim", ranges: pier))
      }, both,
      ours: ["Speaker Ida Moss", "Claim old pier closes stance=favor"],
      theirs: ["Speaker Ida Moss"])
  }

  @Test func anAttribute() throws {
    func claim(_ stance: String) -> Acts {
      { $0.setAttribute("stance", to: stance, of: $0.add(label: "Claim", ranges: pier)) }
    }
    try expectReopened(
      .attribute, claim("favor"), claim("against"),
      ours: ["Claim old pier closes stance=favor"],
      theirs: ["Claim old pier closes stance=against"])
  }

  /// The value that is settled on gets the id that the other one had.
  @Test func anAttributeOfTwoSides() throws {
    let base = bench.changed {
      $0.setAttribute("stance", to: "mixed", of: $0.add(label: "Claim", ranges: pier))
    }
    let claim = try #require(base.annotations.first).id
    func stance(_ value: String) -> AnnotationSet {
      var draft = Draft(base)
      draft.setAttribute("stance", to: value, of: claim)
      return draft.set
    }
    let merged = try ThreeWayMerge(base: base, ours: stance("favor"), theirs: stance("against"))
      .merged
    func settled(_ side: String, in set: AnnotationSet) throws -> AnnotationSet {
      var settling = Settling(set)
      try settling.settle(1, by: Verdict(.annotator(side)))
      return settling.draft.set
    }
    let sides = try ["ours", "theirs"].map { try settled($0, in: merged) }
    for (one, other) in [(0, 1), (1, 0)] {
      let again = try ThreeWayMerge(base: merged, ours: sides[one], theirs: sides[other])
      let values = again.conflicts.map { $0.readings.map(\.value) }
      #expect(values == [one == 0 ? ["favor", "against"] : ["against", "favor"]])
      for (name, number) in [("ours", one), ("theirs", other)] {
        let words = try settled(name, in: again.merged).inWords
        #expect(words == sides[number].inWords)
      }
    }
  }

  @Test func aRelation() throws {
    let reyes = try bench.words("Tom Reyes")
    func claim(by speaker: [TextRange]) -> Acts {
      { draft in
        let claim = draft.add(label: "Claim", ranges: pier)
        for words in [moss, reyes] {
          let id = draft.add(label: "Speaker", ranges: words)
          if words == speaker { draft.addRelation("attributedTo", from: claim, to: id) }
        }
      }
    }
    let speakers = ["Speaker Ida Moss", "Speaker Tom Reyes"]
    try expectReopened(
      .relation, claim(by: moss), claim(by: reyes),
      ours: [speakers[0], "Claim old pier closes attributedTo:Ida Moss", speakers[1]],
      theirs: [speakers[0], "Claim old pier closes attributedTo:Tom Reyes", speakers[1]])
  }

  @Test func aReadingOfTheirOwn() throws {
    let merge = try merge(
      { $0.add(label: "Claim", ranges: pier) }, { $0.add(label: "Topic", ranges: pier) },
      settled: .annotator("ana"), and: .own(label: "Claim", ranges: moss))
    #expect(merge.conflicts.map(\.kind) == [.boundary])
    #expect(merge.merged.inWords == ["Claim Ida Moss", "Claim old pier closes"])
  }

  @Test func oneVerdictIsNoConflict() throws {
    let merge = try merge(
      { $0.add(label: "Claim", ranges: pier) }, { $0.add(label: "Topic", ranges: pier) },
      settled: .annotator("ana"), and: .annotator("ana"))
    #expect(merge.conflicts.isEmpty && merge.merged.inWords == ["Claim old pier closes"])
  }

  @Test func bothAgainstOneDisputesTheOther() throws {
    let merge = try merge(
      { $0.add(label: "Claim", ranges: pier) }, { $0.add(label: "Topic", ranges: pier) },
      settled: .both, and: .annotator("ana"))
    #expect(merge.conflicts.map(\.kind) == [.deleted])
    #expect(merge.merged.inWords.sorted() == ["Claim old pier closes", "Topic old pier closes"])
  }
}
