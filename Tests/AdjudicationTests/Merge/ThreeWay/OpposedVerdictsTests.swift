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

  /// A file on the article, and what comes of it where its only conflict is settled in two ways.
  private func merge(
    _ files: [(name: String, lines: String)], _ ours: Verdict, _ theirs: Verdict, number: Int = 1
  ) throws -> (merge: ThreeWayMerge, sides: [AnnotationSet]) {
    let sets = files.map { file in
      AnnotatorSet(
        file.name, AnnotationSet(parsing: Array(file.lines.utf8), of: bench.article))
    }
    let base = try AnnotatorMerge(of: sets).merged
    let sides = try [ours, theirs].map { verdict in
      var settling = Settling(base)
      try settling.settle(number, by: verdict)
      return settling.draft.set
    }
    return (try ThreeWayMerge(base: base, ours: sides[0], theirs: sides[1]), sides)
  }

  private func settled(_ side: String, in set: AnnotationSet) throws -> AnnotationSet {
    var settling = Settling(set)
    while let number = settling.groups.keys.min() {
      try settling.settle(number, by: Verdict(.annotator(side)))
    }
    return settling.draft.set
  }

  private static let two = "T1\tSpeaker 0 8\tIda Moss\nT2\tClaim 18 33\told pier closes\n"

  @Test func whoBelongsToAGroup() throws {
    for (ours, theirs) in [("ana", "ben"), ("ben", "ana")] {
      let (merge, sides) = try merge(
        [("ana", Self.two), ("ben", Self.two + "*\tSame T1 T2\n")], Verdict(.annotator(ours)),
        Verdict(.annotator(theirs)))
      #expect(merge.conflicts.map(\.name) == ["*Same"])
      for (name, side) in zip(["ours", "theirs"], sides) {
        #expect(try settled(name, in: merge.merged).groups.count == side.groups.count)
      }
    }
  }

  @Test func aValueOfTheirOwn() throws {
    let values = ["favor", "against"].map { Self.two + "A1\tstance T2 \($0)\n" }
    var neutral = Verdict(.both)
    neutral.attributes = [Verdict.Attribute("stance", value: "neutral")]
    for other in [Verdict(.none), Verdict(.annotator("ben"))] {
      for (ours, theirs) in [(neutral, other), (other, neutral)] {
        let (merge, sides) = try merge([("ana", values[0]), ("ben", values[1])], ours, theirs)
        #expect(merge.conflicts.map(\.kind) == [.attribute])
        for (name, side) in zip(["ours", "theirs"], sides) {
          #expect(try settled(name, in: merge.merged).inWords == side.inWords)
        }
      }
    }
  }

  /// One side keeps both readings, the other none.
  @Test func bothAndNone() throws {
    let (merge, sides) = try merge(
      [
        ("ana", "T2\tClaim 18 33\told pier closes\n"),
        ("ben", "T2\tQuote 18 33\told pier closes\n"),
      ], Verdict(.both), Verdict(.none))
    #expect(merge.conflicts.map(\.kind) == [.deleted])
    #expect(try settled("ours", in: merge.merged).inWords == sides[0].inWords)
    #expect(try settled("theirs", in: merge.merged).inWords == [])
  }

  /// What both sides still say of the claim, in whatever words, is said whichever is right.
  @Test func aRelationOfTheReadingsInQuestion() throws {
    let ben =
      "T1\tSpeaker 0 8\tIda Moss\nT2\tClaim 18 33\told pier closes\nR1\tby Arg1:T2 Arg2:T1\n"
    let (merge, sides) = try merge(
      [("ana", "T2\tClaim 22 33\tpier closes\n"), ("ben", ben)], Verdict(.annotator("ben")),
      Verdict(.annotator("ana")), number: 2)
    #expect(sides.allSatisfy { $0.relations.count == 1 })
    for name in ["ours", "theirs"] {
      var settling = Settling(merge.merged)
      let number = try #require(settling.groups.values.first { $0.kind == .boundary }).number
      try settling.settle(number, by: Verdict(.annotator(name)))
      #expect(settling.draft.set.relations.count == 1)
    }
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
