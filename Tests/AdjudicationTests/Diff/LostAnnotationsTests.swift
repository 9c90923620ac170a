import Adjudication
import Standoff
import Testing

@Suite struct LostAnnotationsTests {
  private let article: Article

  init() throws { article = try Article(bytes: Array("Ida Moss said the pier closes.\n".utf8)) }

  private func set(_ lines: String...) -> AnnotationSet {
    AnnotationSet(parsing: Array(lines.map { $0 + "\n" }.joined().utf8), of: article)
  }

  private func lost(
    _ old: AnnotationSet, _ new: AnnotationSet, _ inputs: AnnotationSet...
  ) -> [String] {
    LostAnnotations(from: old, to: new, madeFrom: inputs).annotations.map(\.id.description)
  }

  private let ida = "T1\tSpeaker 0 8\tIda Moss"
  private let pier = "T2\tTopic 18 22\tpier"

  @Test func whatAnInputOrTheNewSetHasIsNotLost() {
    #expect(lost(set(ida, pier), set(ida, pier), set()) == [])
    #expect(lost(set(ida, pier), set(ida), set(pier)) == [])
    #expect(lost(set(ida, pier), set(ida), set("T7\tTopic 18 22\tpier")) == [])
    #expect(lost(set(ida, pier), set(ida), set(ida)) == ["T2"])
    #expect(lost(set(ida, pier), set(), set("T2\tClaim 18 22\tpier"), set(ida)) == ["T2"])
  }

  @Test func whatIsSaidOfAnAnnotationCounts() {
    let said = [
      "A1\tkind T1 person", "N1\tReference T1 local:ida\tIda", "#1\tAnnotatorNotes T1\tlook",
      "R1\tabout Arg1:T1 Arg2:T2",
    ]
    for line in said {
      #expect(lost(set(ida, pier, line), set(ida, pier), set(ida, pier)) == ["T1"], "\(line)")
      #expect(lost(set(ida, pier, line), set(ida, pier), set(ida, pier, line)) == [], "\(line)")
    }
    let records = "#9\tAnnotators T1\t[\"ana\"]"
    #expect(lost(set(ida, records), set(ida), set(ida)) == [])
    // A relation by what it leads to, whatever the ids are.
    let other = set(
      "T8\tSpeaker 0 8\tIda Moss", "T9\tTopic 18 22\tpier", "R5\tabout Arg1:T8 Arg2:T9")
    #expect(lost(set(ida, pier, said[3]), set(ida, pier), other) == [])
  }

  /// A merge by the longest words gives them all that is said of shorter ones.
  @Test func whatIsSaidOfWordsThatOverlapIsNotLost() {
    let (short, long) = ("T1\tSpeaker 4 8\tMoss", "T1\tSpeaker 0 8\tIda Moss")
    let (kind, topic) = ("A1\tkind T1 person", "T2\tTopic 14 22\tthe pier")
    #expect(lost(set(long, kind), set(long), set(long), set(short, kind)) == [])
    #expect(lost(set(long, kind), set(long), set(long), set(pier, "A1\tkind T2 person")) == ["T1"])
    let about = "R1\tabout Arg1:T1 Arg2:T2"
    #expect(lost(set(long, topic, about), set(long, topic), set(short, pier, about)) == [])
    let harbor = "T2\tTopic 23 29\tcloses"
    #expect(lost(set(long, topic, about), set(long, topic), set(long, harbor, about)) == ["T1"])
  }

  @Test func eventsAreKnownByTheirTriggersAndArguments() {
    let event = "E1\tTopic:T2 Who:T1"
    #expect(lost(set(ida, pier, event), set(ida, pier), set(ida, pier)) == ["E1"])
    #expect(lost(set(ida, pier, event), set(ida, pier), set(ida, pier, event)) == [])
    #expect(lost(set(ida, pier, event), set(ida, pier), set(ida, pier, "E1\tTopic:T2")) == ["E1"])
  }
}
