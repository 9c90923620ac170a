import Adjudication
import Standoff
import Testing

/// What becomes of relations to a reading that goes, in merges of annotators.
@Suite struct InheritedRelationsTests {
  private typealias Acts = (inout Draft) -> Void

  private let bench: MergeBench
  private let claim: [TextRange]
  private let moss: [TextRange]
  private let more: [TextRange]

  init() throws {
    bench = try MergeBench("The pier closes, said Ida Moss.\n")
    (claim, moss) = (try bench.words("The pier closes"), try bench.words("Ida Moss"))
    more = try bench.words("said Ida Moss")
  }

  /// A claim by a speaker on some words, who has an entry in a database if `isKnown`.
  private func said(
    by words: [TextRange], _ label: String = "Speaker", isKnown: Bool = false
  ) -> Acts {
    { draft in
      let speaker = draft.add(label: label, ranges: words)
      if isKnown { draft.addReference("local", key: "m", to: speaker) }
      let claim = draft.add(label: "Claim", ranges: claim)
      draft.addRelation("by", from: claim, to: speaker)
    }
  }

  private func settling(_ ana: Acts, _ ben: Acts) throws -> Settling {
    Settling(
      try AnnotatorMerge(
        of: [AnnotatorSet("ana", bench.changed(ana)), AnnotatorSet("ben", bench.changed(ben))]
      ).merged)
  }

  /// Settles the conflict of a kind.
  private func settle(
    _ kind: DisputedGroup.Kind, for annotator: String, in settling: inout Settling
  ) throws {
    let group = try #require(settling.groups.values.first { $0.kind == kind })
    _ = try settling.settle(group.number, by: Verdict(.annotator(annotator)))
  }

  /// A claim and a speaker, who are one group if `areGrouped`.
  private func marked(_ words: [TextRange], areGrouped: Bool) -> String {
    let (first, second) = (claim[0], words[0])
    func line(_ id: String, _ label: String, _ range: TextRange) -> String {
      "\(id)\t\(label) \(range.lower) \(range.upper)\t\(bench.article.text(in: range))\n"
    }
    return line("T1", "Claim", first) + line("T2", "Speaker", second)
      + (areGrouped ? "*\tsame T1 T2\n" : "")
  }

  /// A group is said of its members' readings; whoever said none has none.
  @Test(arguments: [false, true]) func groupsGoWithTheirReadings(isOfBoth: Bool) throws {
    let sets = [("ana", moss, true), ("ben", more, isOfBoth)].map { name, words, areGrouped in
      let text = marked(words, areGrouped: areGrouped)
      return AnnotatorSet(
        name, AnnotationSet(parsing: Array(text.utf8), of: bench.article))
    }
    var settling = Settling(try AnnotatorMerge(of: sets).merged)
    try settle(.boundary, for: "ben", in: &settling)
    #expect(settling.groups.isEmpty)
    #expect(settling.draft.set.groups.map(\.members.count) == (isOfBoth ? [2] : []))
  }

  @Test(arguments: ["ana", "ben"]) func whatBothSayStays(annotator: String) throws {
    var settling = try settling(said(by: moss, isKnown: true), said(by: more, isKnown: true))
    try settle(.boundary, for: annotator, in: &settling)
    let words = annotator == "ana" ? "Ida Moss" : "said Ida Moss"
    #expect(settling.groups.isEmpty)
    #expect(
      settling.draft.set.inWords == ["Claim The pier closes by:\(words)", "Speaker \(words)"])
  }

  @Test(arguments: ["ana", "ben"], ["ana", "ben"])
  func theWordsLeaveWhatWasDecidedOfTheRelation(first: String, second: String) throws {
    var settling = try settling(said(by: moss), said(by: more))
    try settle(.relation, for: first, in: &settling)
    try settle(.boundary, for: second, in: &settling)
    let words = second == "ana" ? "Ida Moss" : "said Ida Moss"
    #expect(settling.groups.isEmpty)
    #expect(
      settling.draft.set.inWords == ["Claim The pier closes by:\(words)", "Speaker \(words)"])
  }

  @Test(arguments: ["ana", "ben"]) func theWordsSettleTheRelation(annotator: String) throws {
    var settling = try settling(said(by: moss), said(by: more))
    try settle(.boundary, for: annotator, in: &settling)
    let words = annotator == "ana" ? "Ida Moss" : "said Ida Moss"
    #expect(settling.groups.isEmpty)
    #expect(
      settling.draft.set.inWords == ["Claim The pier closes by:\(words)", "Speaker \(words)"])
  }

  @Test func whatNobodyDisputesStaysUnderAnotherLabel() throws {
    var settling = try settling({ $0.add(label: "Topic", ranges: moss) }, said(by: moss))
    let claims = settling.groups.values.filter { $0.kind == .presence }.map(\.number)
    for number in claims { _ = try settling.settle(number, by: Verdict(.annotator("ben"))) }
    try settle(.label, for: "ana", in: &settling)
    #expect(settling.draft.set.inWords == ["Claim The pier closes by:Ida Moss", "Topic Ida Moss"])
  }

  @Test(arguments: ["ana", "ben"])
  func whatIsDisputedGoesWithTheLabelOfWhoSaysIt(annotator: String) throws {
    var settling = try settling(said(by: moss, "Topic"), said(by: moss))
    #expect(settling.groups.count == 2)
    try settle(.label, for: annotator, in: &settling)
    let label = annotator == "ana" ? "Topic" : "Speaker"
    #expect(settling.groups.isEmpty)
    #expect(
      settling.draft.set.inWords == ["Claim The pier closes by:Ida Moss", "\(label) Ida Moss"])
  }

  /// In whatever order the label of who takes part and the event itself are settled.
  @Test(arguments: [("ana", "ben", true), ("ana", "ben", false), ("ben", "ana", true)])
  func eventsKeepWhoTakesPart(event: String, label: String, isEventFirst: Bool) throws {
    func set(_ name: String, _ label: String) -> AnnotatorSet {
      let lines =
        "T1\t\(label) 22 30\tIda Moss\nT2\tSay 17 21\tsaid\nE1\tSay:T2 Who:T1\n"
        + "R1\tabout Arg1:T1 Arg2:E1\n"
      return AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    let merged = try AnnotatorMerge(of: [set("ana", "Speaker"), set("ben", "Person")]).merged
    var settling = Settling(merged)
    let kinds: [(DisputedGroup.Kind, String)] = [(.relation, event), (.label, label)]
    for (kind, annotator) in isEventFirst ? kinds : kinds.reversed() {
      guard settling.groups.values.contains(where: { $0.kind == kind }) else { continue }
      try settle(kind, for: annotator, in: &settling)
    }
    let set = settling.draft.set
    #expect(set.events.allSatisfy { $0.arguments.count == 1 } && !set.events.isEmpty)
    #expect(set.annotations.map(\.label) == ["Say", label == "ana" ? "Speaker" : "Person"])
  }

  /// What else a reading says that goes, of its speaker, goes with it.
  @Test(arguments: ["ana", "ben"])
  func relationsOfAReadingThatGoesAreNotSaidOfTheOther(annotator: String) throws {
    let pier = try bench.words("pier closes")
    let two = try [bench.words("Ida"), bench.words("Moss")]
    func acts(_ words: [TextRange], _ label: String, by speaker: Int?) -> Acts {
      { draft in
        let speakers = two.map { draft.add(label: "Speaker", ranges: $0) }
        let claim = draft.add(label: label, ranges: words)
        if let speaker { draft.addRelation("by", from: claim, to: speakers[speaker]) }
      }
    }
    for (kind, words, label, speaker) in [
      (DisputedGroup.Kind.boundary, pier, "Claim", 1), (.label, claim, "Topic", nil),
    ] as [(DisputedGroup.Kind, [TextRange], String, Int?)] {
      var settling = try settling(acts(claim, "Claim", by: 0), acts(words, label, by: speaker))
      try settle(kind, for: annotator, in: &settling)
      let ana = ["Claim The pier closes by:Ida", "Speaker Ida", "Speaker Moss"]
      let ben =
        kind == .label
        ? ["Speaker Ida", "Speaker Moss", "Topic The pier closes"]
        : ["Claim pier closes by:Moss", "Speaker Ida", "Speaker Moss"]
      #expect(settling.draft.set.inWords.sorted() == (annotator == "ana" ? ana : ben))
      #expect(settling.groups.isEmpty)
    }
  }

  /// Who did not mark a speaker does not say that there is none.
  @Test func whatNobodyContradictsIsSaidOfOtherWords() throws {
    var settling = try settling(
      said(by: moss), { $0.add(label: "Claim", ranges: try! bench.words("pier closes")) })
    try settle(.boundary, for: "ben", in: &settling)
    try settle(.presence, for: "ana", in: &settling)
    #expect(settling.draft.set.inWords == ["Claim pier closes by:Ida Moss", "Speaker Ida Moss"])
  }

  /// Each reading of a side has the relations that its side gives it, those included that both have.
  @Test(arguments: [MergeSide.ours, .theirs])
  func eachSideHasItsRelations(side: MergeSide) throws {
    var ids: [AnnotationID] = []
    let bench = try MergeBench("The pier closes, said Ida Moss.\n") { draft in
      let speaker = draft.add(label: "Speaker", ranges: [TextRange(22, 30)])
      let claim = draft.add(label: "Claim", ranges: [TextRange(0, 15)])
      draft.addRelation("by", from: claim, to: speaker)
      ids = [claim, speaker]
    }
    let merge = try bench.merge {
      $0.setRanges([TextRange(4, 15)], of: ids[0])
    } _: {
      $0.setRanges([TextRange(4, 8)], of: ids[0])
      $0.addRelation("to", from: ids[0], to: ids[1])
    }
    #expect(
      merge.merged.inWords == [
        "Claim pier closes by:Ida Moss", "Claim pier to:Ida Moss by:Ida Moss", "Speaker Ida Moss",
      ])
    #expect(merge.conflicts.map(\.kind) == [.boundary])
    var settling = Settling(merge.merged)
    try settling.settle(1, by: Verdict(.annotator(side.rawValue)))
    let claim = side == .ours ? "pier closes by:Ida Moss" : "pier to:Ida Moss by:Ida Moss"
    #expect(settling.draft.set.inWords == ["Claim " + claim, "Speaker Ida Moss"])
    #expect(settling.draft.set[ids[0]] != nil)
  }
}
