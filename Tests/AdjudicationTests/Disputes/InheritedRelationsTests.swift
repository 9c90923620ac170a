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

  @Test func whatOneSaysOfAnotherLabelGoesWithIt() throws {
    var settling = try settling({ $0.add(label: "Topic", ranges: moss) }, said(by: moss))
    let claims = settling.groups.values.filter { $0.kind == .presence }.map(\.number)
    for number in claims { _ = try settling.settle(number, by: Verdict(.annotator("ben"))) }
    try settle(.label, for: "ana", in: &settling)
    #expect(settling.draft.set.inWords == ["Claim The pier closes", "Topic Ida Moss"])
  }
}
