import Adjudication
import Standoff
import TestSupport
import Testing

@Suite struct AnnotationDiffTests {
  private let article: Article

  init() throws { article = try Article(bytes: Array("Ida Moss said the pier closes.\n".utf8)) }

  private func changes(_ old: String, _ new: String) -> [String] {
    AnnotationDiff(
      from: AnnotationSet(parsing: Array(old.utf8), of: article),
      to: AnnotationSet(parsing: Array(new.utf8), of: article)
    ).changes.map { change in
      let fields = change.fields.map { " \($0.name) \($0.old)→\($0.new)" }
      return "\(change.kind) \(change.annotation.id)" + fields.joined()
    }
  }

  private let moss = "T1\tSpeaker 0 8\tIda Moss\n"
  private let pier = "T2\tTopic 18 22\tpier\n"

  @Test func whatIsInOneAloneIsAddedOrRemoved() {
    #expect(changes(moss, moss + pier) == ["added T2"])
    #expect(changes(moss + pier, pier) == ["removed T1"])
    #expect(changes(moss + pier, pier + moss) == [])
  }

  @Test func idsThatCountUpDoNotPairWhatIsNotAlike() {
    #expect(
      changes(moss + pier, "T1\tTopic 18 22\tpier\nT2\tSpeaker 0 8\tIda Moss\n") == [])
    #expect(
      changes(moss, "T1\tTopic 18 22\tpier\n") == ["removed T1", "added T1"])
  }

  /// What is said of twins tells them apart, and what leads to them; ids that galley gave out do first.
  @Test func twinsAreToldApartByWhatIsSaidOfThem() {
    let twins = "T1\tTopic 18 22\tpier\nT2\tTopic 18 22\tpier\nT3\tSpeaker 0 8\tIda Moss\n"
    #expect(changes(twins + "A1\tkind T1 a\n", twins + "A7\tkind T2 a\n") == [])
    #expect(
      changes(twins + "R1\tabout Arg1:T3 Arg2:T1\n", twins + "R1\tabout Arg1:T3 Arg2:T2\n") == [])
    #expect(
      changes(twins + "A1\tkind T1 a\n", twins + "A7\tkind T2 b\n") == [
        "changed T2 attribute(\"kind\") [\"a\"]→[\"b\"]"
      ])
    let stable = twins.replacing("T1\t", with: "T1000017\t").replacing("T2\t", with: "T1000027\t")
    #expect(
      changes(stable + "A1\tkind T1000017 a\n", stable + "A1\tkind T1000027 a\n").count == 2)
  }

  @Test func eventsOnOneTriggerAreToldApartByWhoTakesPart() {
    let lines = moss + "T3\tSay 9 13\tsaid\n"
    #expect(
      changes(lines + "E1\tSay:T3\nE2\tSay:T3 Who:T1\n", lines + "E1\tSay:T3 Who:T1\nE2\tSay:T3\n")
        == [])
  }

  @Test func aStableIDPairsWhateverChanged() {
    #expect(
      changes("T1000017\tSpeaker 0 8\tIda Moss\n", "T1000017\tTopic 18 22\tpier\n")
        == ["changed T1000017 label [\"Speaker\"]→[\"Topic\"] ranges [\"0-8\"]→[\"18-22\"]"])
  }

  @Test func everyFieldIsCompared() {
    let old =
      moss + pier
      + "A1\tkind T1 person\nN1\tReference T1 local:ida\tida\n#1\tAnnotatorNotes T1\tboss\n"
      + "R1\tabout Arg1:T1 Arg2:T2\n*\tEquiv T1 T2\n"
    #expect(
      changes(old, moss + pier) == [
        "changed T1 attribute(\"kind\") [\"person\"]→[] relation(\"about\") [\"T2\"]→[] "
          + "group(\"Equiv\") [\"T2\"]→[] references [\"local:ida\"]→[] notes [\"boss\"]→[]",
        "changed T2 group(\"Equiv\") [\"T1\"]→[]",
      ])
    #expect(changes(old, old.replacing("A1", with: "A7").replacing("R1", with: "R4")) == [])
    #expect(
      changes(old, old.replacing("R1\tabout", with: "A2\tsure R1\nR1\tabout")) == [
        "changed T1 relation(\"about\") [\"T2\"]→[\"T2 sure=yes\"]"
      ])
  }

  @Test func relationsFollowWhatTheyLeadTo() {
    let old = moss + pier + "R1\tabout Arg1:T1 Arg2:T2\n"
    let new = "T5\tSpeaker 0 8\tIda Moss\nT6\tTopic 18 22\tpier\nR1\tabout Arg1:T5 Arg2:T6\n"
    #expect(changes(old, new) == [])
  }

  @Test func stackedAnnotationsArePairedOneByOne() {
    let twice = moss + moss.replacing("T1", with: "T3")
    #expect(changes(moss, twice) == ["added T3"])
    #expect(changes(twice, twice.replacing("T3", with: "T4")) == [])
  }
}
