import Standoff
import TestSupport
import Testing

@Suite struct SchemaChangeTests {
  private static let file = """
    T1\tSay 2 7\tferry
    A1\tstance T1 favor
    #1\tAnnotatorNotes T1\tClaim or not
    E1\tSay:T1 Who:T2
    T2\tClaim 2 7\tferry
    A2\tstance T2 Claim
    A3\tview T2 favor
    T3\tTopic 2 7\tferry
    R1\tClaim Arg1:T2 Arg2:T1
    *\tsame T2 T3
    T4 Claim 0 1\tA

    """

  private func change(
    _ kind: SchemaChange.Kind, _ names: [String], into new: String?, of file: String = file
  ) throws -> (text: String, outcome: SchemaChange.Outcome) {
    let article = try Article(bytes: Array("A ferry.\n".utf8))
    let set = AnnotationSet(parsing: Array(file.utf8), of: article)
    var draft = Draft(set)
    let outcome = SchemaChange(kind, names, into: new).apply(to: &draft)
    var edited = set
    try edited.apply(draft.edit())
    #expect(edited.encoded() == draft.set.encoded())
    return (String(decoding: draft.set.encoded(), as: UTF8.self), outcome)
  }

  private func outcome(
    _ changed: Int, removedWith: [String: Int] = [:], shortened: Int = 0, repeated: Int = 0,
    opposed: Int = 0
  ) -> SchemaChange.Outcome {
    var outcome = SchemaChange.Outcome()
    (outcome.shortened, outcome.opposed) = (shortened, opposed)
    (outcome.changed, outcome.removedWith, outcome.repeated) = (changed, removedWith, repeated)
    return outcome
  }

  @Test func onlyWhatTheNameNamesIsRenamed() throws {
    let label = try change(.label, ["Claim"], into: "Assertion")
    #expect(label.text == Self.file.replacing("T2\tClaim", with: "T2\tAssertion"))
    #expect(label.outcome == outcome(1))
    let attribute = try change(.attribute, ["stance"], into: "position")
    #expect(attribute.text == Self.file.replacing("\tstance", with: "\tposition"))
    #expect(attribute.outcome == outcome(2))
    let relation = try change(.relation, ["Claim"], into: "claims")
    #expect(relation.text == Self.file.replacing("R1\tClaim", with: "R1\tclaims"))
    let group = try change(.relation, ["same"], into: "Equiv")
    #expect(group.text == Self.file.replacing("*\tsame", with: "*\tEquiv"))
  }

  @Test func anEventAndItsTriggerKeepOneLabel() throws {
    let renamed = try change(.label, ["Say"], into: "Speak")
    #expect(
      renamed.text
        == Self.file.replacing("T1\tSay", with: "T1\tSpeak").replacing("\tSay:", with: "\tSpeak:"))
    #expect(renamed.outcome == outcome(2))
  }

  @Test func whatIsSaidTwiceAfterwardsIsCounted() throws {
    let labels = try change(.label, ["Claim", "Topic"], into: "Topic")
    #expect(labels.text == Self.file.replacing("T2\tClaim", with: "T2\tTopic"))
    #expect(labels.outcome == outcome(1, repeated: 1))
    let attributes = try change(.attribute, ["stance", "view"], into: "view")
    #expect(attributes.outcome == outcome(2, opposed: 1))
    let lines = "T1\tSay 2 7\tferry\nA1\tsure T1 yes\nA2\tsure T1 yes\nA3\tview T1 yes\n"
    #expect(try change(.attribute, ["sure"], into: "fact", of: lines).outcome == outcome(2))
    let merged = try change(.attribute, ["sure", "view"], into: "fact", of: lines)
    #expect(merged.outcome == outcome(3, repeated: 1))
  }

  /// What is open about a name is open about the new one, and goes with what goes.
  @Test func conflictsFollow() throws {
    func lines(_ name: String) -> String {
      """
      T1\tSay 2 7\tferry
      A1\t\(name) T1 favor
      A2\t\(name) T1 against
      #1\tConflict T1\t{"kind":"attribute","group":1,"from":["ana","ben"],"name":"\(name)"}
      #2\tConflict T1\t{"kind":"relation","group":2,"from":["ana"],"name":"view"}
      #3\tAnnotatorNotes T1\t{"kind":"attribute","name":"stance"}

      """
    }
    let renamed = try change(.attribute, ["stance", "view"], into: "position", of: lines("stance"))
    #expect(
      renamed.text
        == lines("position").replacing(#"te","name":"position"}"#, with: #"te","name":"stance"}"#))
    #expect(renamed.outcome.changed == 3)
    let removed = try change(.attribute, ["stance"], into: nil, of: lines("stance"))
    #expect(removed.text.split(separator: "\n").count == 3)
  }

  @Test func whatHangsOnWhatIsRemovedGoes() throws {
    let label = try change(.label, ["Claim"], into: nil)
    #expect(
      label.text == """
        T1\tSay 2 7\tferry
        A1\tstance T1 favor
        #1\tAnnotatorNotes T1\tClaim or not
        E1\tSay:T1
        T3\tTopic 2 7\tferry
        T4 Claim 0 1\tA

        """)
    let hung = ["stance": 1, "view": 1, "Claim": 1, "same": 1]
    #expect(label.outcome == outcome(1, removedWith: hung, shortened: 1))
    let event = try change(.label, ["Say"], into: nil)
    let below = ["stance": 1, "AnnotatorNotes": 1, "Claim": 1]
    #expect(event.outcome == outcome(2, removedWith: below))
    let group = try change(.relation, ["same"], into: nil)
    #expect(group.text == Self.file.replacing("*\tsame T2 T3\n", with: ""))
  }

  /// An event that takes part in itself, one that is left without somebody, and a group.
  @Test func whatIsLeftWithoutWhatGoesIsCounted() throws {
    let lines = """
      T1\tGift 0 1\tA
      E1\tGift:T1 Giver:E1 To:T2
      T2\tTopic 2 7\tferry
      E2\tSay:T3 Of:E1 To:T2
      T3\tSay 2 7\tferry
      *\tSame T1 T2 T3

      """
    let removed = try change(.label, ["Gift"], into: nil, of: lines)
    #expect(
      removed.text == """
        T2\tTopic 2 7\tferry
        E2\tSay:T3 To:T2
        T3\tSay 2 7\tferry
        *\tSame T2 T3

        """)
    #expect(removed.outcome == outcome(2, shortened: 2))
  }

  @Test func aSecondTimeNothingChanges() throws {
    for kind in SchemaChange.Kind.allCases {
      for new in ["Renamed", nil] {
        let once = try change(kind, ["Claim", "stance", "same"], into: new)
        let twice = try change(kind, ["Claim", "stance", "same"], into: new, of: once.text)
        #expect(twice.text == once.text)
        #expect(twice.outcome == outcome(0))
      }
    }
  }

  @Test func renamingBackGivesTheVeryBytes() throws {
    for number in 0..<DraftLawTests.rounds {
      var random = RandomFile(number)
      let set = AnnotationSet(parsing: random.bytes(), of: try random.article())
      for (kind, name) in [
        (SchemaChange.Kind.label, "Claim"), (.relation, "about"), (.relation, "Equiv"),
      ] {
        var draft = Draft(set)
        _ = SchemaChange(kind, [name], into: "Réversible").apply(to: &draft)
        var back = Draft(draft.set)
        _ = SchemaChange(kind, ["Réversible"], into: name).apply(to: &back)
        let isSame = back.set.encoded() == set.encoded()
        #expect(isSame, "seed \(number)")
      }
    }
  }
}
