import TestSupport
import Testing

@testable import Standoff

/// What each act writes, as the file before it and the file after it.
@Suite struct DraftTests {
  static let marked = MarkedText(
    "[First|The harbor stays open], [Who|Ana Ruiz] said. [Second|Nobody will\r\nclose it], "
      + "[Third|[Inner|she] added]. [Emoji|👩‍👩‍👧 waved].")

  private func ranges(_ names: String...) -> [TextRange] {
    names.compactMap { Self.marked[$0] }.map { TextRange($0.lower, $0.upper) }
  }

  private func set(_ text: String = "") throws -> AnnotationSet {
    AnnotationSet(parsing: Array(text.utf8), of: try Article(bytes: Array(Self.marked.text.utf8)))
  }

  /// The file after `act` on the file `text`; every act is undone and done again on the way.
  private func file(_ text: String = "", after act: (inout Draft) -> Void) throws -> String {
    var set = try set(text)
    var draft = Draft(set)
    act(&draft)
    let edit = draft.edit()
    try set.apply(edit)
    let result = set.encoded()
    try set.apply(edit.inverse)
    #expect(set.encoded() == Array(text.utf8))
    try set.apply(edit)
    #expect(set.encoded() == result)
    #expect(draft.set.encoded() == result)
    return String(decoding: result, as: UTF8.self)
  }

  @Test func anAnnotation() throws {
    let file = try file { $0.add(label: "Speaker", ranges: ranges("Who")) }
    let who = ranges("Who")[0]
    #expect(file == "T834320043\tSpeaker \(who.lower) \(who.upper)\tAna Ruiz\n")
  }

  @Test func everythingInOneBreath() throws {
    var speaker: AnnotationID = ""
    let file = try file { draft in
      speaker = draft.add(
        label: "Speaker", ranges: ranges("Who"), references: [("local", "ana")])
      let claim = draft.add(label: "Claim", ranges: ranges("First", "Third"))
      draft.addRelation("attributedTo", from: claim, to: speaker)
      draft.setAttribute("stance", to: "against", of: claim)
      draft.setAttribute("negated", to: nil, of: claim)
      draft.addNote("two\nlines", to: claim)
    }
    let (first, third, who) = (ranges("First")[0], ranges("Third")[0], ranges("Who")[0])
    #expect(
      file == """
        T23709103\tClaim \(first.lower) \(first.upper);\(third.lower) \(third.upper)\tThe harbor stays open she added
        A129136274\tnegated T23709103
        A635330855\tstance T23709103 against
        #84167600\tAnnotatorNotes T23709103\ttwo\\nlines
        T834320043\tSpeaker \(who.lower) \(who.upper)\tAna Ruiz
        N95881173\tReference T834320043 local:ana\tana
        R454007479\tattributedTo Arg1:T23709103 Arg2:T834320043

        """)
    #expect(try set(file).malformed.isEmpty)
    #expect(try set(file).isCanonical)
    #expect(try set(file).references(of: speaker).map(\.key) == ["ana"])
  }

  @Test func aSpanOverALineBreakIsWrittenInPieces() throws {
    let file = try file { $0.add(label: "Claim", ranges: ranges("Second")) }
    let set = try set(file)
    #expect(file.hasSuffix("\tNobody will close it\n"))
    #expect(set.annotations.first?.fragments.count == 2)
    #expect(set.annotations.first?.ranges == ranges("Second"))
  }

  @Test func piecesAreSortedAndThoseThatTouchAreOne() throws {
    let file = try file { draft in
      draft.add(label: "A", ranges: [TextRange(4, 10), TextRange(0, 3), TextRange(3, 6)])
    }
    #expect(file.hasSuffix("\tA 0 10\tThe harbor\n"))
  }

  @Test(arguments: [
    [], [TextRange(10, 10)], [TextRange(3, 4)], [TextRange(900, 950)], [TextRange(-9, -3)],
  ])
  func aSpanWithoutWordsIsEmpty(ranges: [TextRange]) throws {
    let file = try file { $0.add(label: "A", ranges: ranges) }
    let set = try set(file)
    #expect(set.malformed.isEmpty)
    #expect(set.annotations.first?.ranges.map(\.isEmpty) == [true])
  }

  @Test func theWholeArticle() throws {
    var (plain, other): (AnnotationID, AnnotationID) = ("", "")
    let file = try file { draft in
      plain = draft.add(
        label: "Topic", ranges: [], references: [("medtop", "11000000")], isArticleLevel: true)
      other = draft.add(
        label: "Topic", ranges: [], references: [("medtop", "2")], isArticleLevel: true)
    }
    #expect(plain != other)
    let set = try set(file)
    #expect(set[plain]?.isArticleLevel == true)
    #expect(set.attributes(of: plain).map(\.name) == ["Scope"])
    let line = set.article.text(in: set[plain]?.ranges ?? [])
    #expect(line == "The harbor stays open, Ana Ruiz said. Nobody will")
  }

  @Test func theSameActOnTwoBranchesGivesTheSameLines() throws {
    let alone = try file { $0.add(label: "Claim", ranges: ranges("First")) }
    let late = try file("T1\tSpeaker 24 32\tAna Ruiz\n") { draft in
      let id = draft.add(label: "Claim", ranges: ranges("First"))
      draft.remove(id)
      draft.add(label: "Claim", ranges: ranges("First"))
    }
    #expect(late == alone + "T1\tSpeaker 24 32\tAna Ruiz\n")
  }

  @Test func theSameSpanTwiceTakesTheNextNumber() throws {
    let file = try file { draft in
      let first = draft.add(label: "A", ranges: ranges("Who"))
      let second = draft.add(label: "A", ranges: ranges("Who"))
      #expect(second.description > first.description)
    }
    #expect(file.split(separator: "\n").count == 2)
  }

  // MARK: Changing what is there

  static let two = """
    T1\tClaim 0 21\tThe harbor stays open
    A2\tstance T1 favor
    N1\tReference T1 wiki:Q1\tharbor
    #4\tAnnotatorNotes T1\tC:\\new
    T2\tSpeaker 24 32\tAna Ruiz
    R1\tby Arg1:T1 Arg2:T2

    """

  @Test func aNewLabelKeepsTheIdAndItsPlace() throws {
    let file = try file(Self.two) { $0.setLabel("Quote", of: "T1") }
    #expect(file == Self.two.replacing("T1\tClaim", with: "T1\tQuote"))
  }

  @Test func otherWordsMoveTheBlock() throws {
    let file = try file(Self.two) { $0.setRanges(ranges("Third"), of: "T1") }
    let third = ranges("Third")[0]
    #expect(
      file == """
        T2\tSpeaker 24 32\tAna Ruiz
        T1\tClaim \(third.lower) \(third.upper)\tshe added
        A2\tstance T1 favor
        N1\tReference T1 wiki:Q1\tharbor
        #4\tAnnotatorNotes T1\tC:\\new
        R1\tby Arg1:T1 Arg2:T2

        """)
    let isCanonical = try set(file).isCanonical
    #expect(isCanonical)
  }

  @Test func otherWordsInTheSameGapMoveNothing() throws {
    let file = try file(Self.two) { $0.setRanges([TextRange(4, 10)], of: "T1") }
    #expect(
      file == Self.two.replacing("Claim 0 21\tThe harbor stays open", with: "Claim 4 10\tharbor"))
  }

  @Test func whatFollowedTheTextStillDoes() throws {
    let file = try file("T1\tClaim 4 10\tharbor\tleft over\r\n") { draft in
      draft.setRanges([TextRange(0, 3)], of: "T1")
    }
    #expect(file == "T1\tClaim 0 3\tThe\tleft over\r\n")
  }

  @Test func anAttributeGetsAnotherValue() throws {
    let file = try file(Self.two.replacing("favor", with: "favor\ttail")) { draft in
      draft.setAttribute("stance", to: "very much\tagainst\n", of: "T1")
    }
    #expect(file == Self.two.replacing("favor", with: "very much against\ttail"))
  }

  @Test func anOldModifierBecomesAnAttribute() throws {
    let file = try file("T1\tA 0 3\tThe\nM1\tNegation T1\n") { draft in
      draft.setAttribute("Negation", to: "yes", of: "T1")
    }
    #expect(file.hasPrefix("T1\tA 0 3\tThe\nA"))
    #expect(file.hasSuffix("\tNegation T1 yes\n"))
  }

  @Test func removingTakesAllThatHangsOnIt() throws {
    let file = try file(Self.two + "#9\tAnnotatorNotes R1\twhy\nA9\tx #9 y\n") { $0.remove("T2") }
    #expect(file == Self.two.split(separator: "T2")[0])
  }

  @Test func eventsAndGroupsLoseWhoIsGone() throws {
    let before = """
      T1\tSay 0 3\tThe
      T2\tA 4 10\tharbor
      T3\tB 4 10\tharbor
      T4\tSay 4 10\tharbor
      E1\tSay:T1 Who:T2 What:T3\ttail
      E2\tSay:T1 Who:E1
      E3\tSay:T4
      *\tEquiv T1 T2 T3
      *\tEquiv T2 T3

      """
    let withoutT2 = try file(before) { $0.remove("T2") }
    #expect(
      withoutT2 == """
        T1\tSay 0 3\tThe
        T3\tB 4 10\tharbor
        T4\tSay 4 10\tharbor
        E1\tSay:T1 What:T3\ttail
        E2\tSay:T1 Who:E1
        E3\tSay:T4
        *\tEquiv T1 T3

        """)
    let withoutE1 = try file(before) { $0.remove("E1") }
    #expect(
      withoutE1
        == before.replacing("E1\tSay:T1 Who:T2 What:T3\ttail\n", with: "").replacing(
          " Who:E1", with: ""))
    let withoutE3 = try file(before) { $0.remove("E3") }
    #expect(
      withoutE3
        == before.replacing("E3\tSay:T4\n", with: "").replacing("T4\tSay 4 10\tharbor\n", with: ""))
  }

  @Test func anEventAndItsTriggerHaveOneLabel() throws {
    let before = "T1\tSay 0 3\tThe\nE1\tSay:T1 Who:T1\n"
    let after = "T1\tTell 0 3\tThe\nE1\tTell:T1 Who:T1\n"
    #expect(try file(before) { $0.setLabel("Tell", of: "E1") } == after)
    #expect(try file(before) { $0.setLabel("Tell", of: "T1") } == after)
    #expect(
      try file(before) { $0.setRanges([TextRange(4, 10)], of: "E1") }
        == before.replacing("0 3\tThe", with: "4 10\tharbor"))
  }

  @Test func referencesAndRelationsAreNotDoubled() throws {
    let file = try file(Self.two) { draft in
      draft.addReference("wiki", key: "Q1", to: "T1")
      #expect(draft.addRelation("by", from: "T1", to: "T2") == "R1")
      let note = draft.addNote("once", to: "T2")
      #expect(draft.addNote("once", to: "T2") == note)
      draft.remove(note)
    }
    #expect(file == Self.two)
  }

  @Test func keysWithBlanksAreOneWord() throws {
    let file = try file("T1\tA 0 3\tThe\n") { draft in
      draft.addReference("local", key: "the envoy", to: "T1")
      draft.addReference("local", key: "the envoy", to: "T1")
    }
    #expect(file.hasSuffix("\tReference T1 local:the_envoy\tthe envoy\n"))
    #expect(file.split(separator: "\n").count == 2)
  }

  @Test func referencesToOneDatabaseGo() throws {
    let file = try file(Self.two) { draft in
      draft.addReference("local", key: "x", to: "T1")
      draft.addReference("wiki data", key: "Q1", to: "T1")
      draft.removeReferences(of: "T1", database: "wiki data")
      draft.removeReferences(of: "T1", database: "wiki")
      draft.removeReferences(of: "T1", database: "local")
    }
    #expect(file == Self.two.replacing("N1\tReference T1 wiki:Q1\tharbor\n", with: ""))
  }

  @Test func notesOfOursKeepTheirIdAndOthersDoNot() throws {
    var note: AnnotationID = ""
    let file = try file(Self.two) { draft in
      note = draft.setNote("tab\there", of: "#4")
      #expect(note != "#4")
      #expect(draft.setNote("C:\\new", of: note) == note)
    }
    #expect(file.contains("\(note)\tAnnotatorNotes T1\tC:\\\\new\n"))
    #expect(try set(file).notes(of: "T1").map(\.text) == ["C:\\new"])
    #expect(try set(Self.two).notes(of: "T1").map(\.text) == ["C:\\new"])
  }

  @Test func whoSupportsAnAnnotation() throws {
    let file = try file("T1\tA 0 3\tThe\n") { draft in
      draft.setAnnotators(["zoë"], of: "T1")
      draft.setAnnotators(["alice", "bøb"], of: "T1")
    }
    #expect(file.hasSuffix("\tAnnotators T1\t[\"alice\",\"b\\u00f8b\"]\n"))
    #expect(try set(file).annotators(of: "T1") == ["alice", "bøb"])
    #expect(try set(file).notes(of: "T1").isEmpty)
    #expect(try self.file(file) { $0.setAnnotators([], of: "T1") } == "T1\tA 0 3\tThe\n")
  }

  @Test func whatIsNotThereIsNotChanged() throws {
    let file = try file(Self.two) { draft in
      draft.remove("T9")
      draft.setLabel("X", of: "T9")
      draft.setRanges([], of: "N1")
      draft.setAttribute("x", to: "y", of: "T9")
      draft.addReference("x", key: "y", to: "T9")
      draft.addRelation("x", from: "T1", to: "T9")
      draft.addNote("x", to: "T9")
      draft.removeRelation("T1")
      draft.setNote("x", of: "T1")
      draft.removeAttribute("x", of: "T1")
    }
    #expect(file == Self.two)
  }

  @Test func namesAreOneWordWhateverIsAsked() throws {
    let file = try file { draft in
      let id = draft.add(label: " my\tlabel\n", ranges: ranges("Who"))
      draft.setAttribute("a b", to: "", of: id)
      draft.addReference("d:b", key: "", to: id)
    }
    let set = try set(file)
    #expect(set.malformed.isEmpty)
    #expect(set.annotations.map(\.label) == ["my_label"])
    #expect(file.contains("\ta_b T"))
    #expect(file.contains(" d_b:_\t"))
  }

  // MARK: Files of another order

  @Test func newLinesGoBesideTheirRelatives() throws {
    let messy = """
      T2\tSpeaker 24 32\tAna Ruiz\r
      # a remark

      T1\tClaim 0 21\tThe harbor stays open\r
      A1\tstance T2 x
      """
    let withAttribute = try file(messy) { $0.setAttribute("kind", to: "person", of: "T2") }
    let lines = withAttribute.utf8.split(separator: 0x0A).map(String.init)
    #expect(lines.first == "T2\tSpeaker 24 32\tAna Ruiz\r")
    #expect(lines.dropFirst().first.map { $0?.hasSuffix("\tkind T2 person") } == true)
    #expect(withAttribute.hasSuffix("A1\tstance T2 x"))
    let withSpan = try file(messy) { $0.add(label: "A", ranges: ranges("Third")) }
    #expect(withSpan.hasPrefix("T2\tSpeaker 24 32\tAna Ruiz\r\nT"))
  }

  @Test func aMissingLineEndIsGivenOnlyToALineThatIsFollowed() throws {
    let file = try file("T2\tA 24 32\tAna Ruiz") { $0.add(label: "A", ranges: ranges("Third")) }
    #expect(file.hasPrefix("T2\tA 24 32\tAna Ruiz\nT"))
    let before = try self.file("T2\tA 24 32\tAna Ruiz") {
      $0.add(label: "A", ranges: ranges("First"))
    }
    #expect(before.hasSuffix("\nT2\tA 24 32\tAna Ruiz"))
    let moved = try self.file("T1\tA 4 10\tharbor\nT2\tA 24 32\tAna Ruiz") { draft in
      draft.setRanges([TextRange(0, 3)], of: "T2")
    }
    #expect(moved == "T2\tA 0 3\tThe\nT1\tA 4 10\tharbor\n")
  }

  @Test func twentyThousandAnnotationsOnALongFile() throws {
    let words = Array(repeating: "word ", count: 12_000).joined()
    let article = try Article(bytes: Array(words.utf8))
    let lines = (0..<6000).map { "T\($0)\tA \($0 * 10) \($0 * 10 + 4)\tword\n" }
    var set = AnnotationSet(parsing: Array(lines.joined().utf8), of: article)
    var draft = Draft(set)
    for number in 0..<4000 {
      let start = number * 7919 % 12_000 * 5
      draft.add(label: "B", ranges: [TextRange(start, start + 4)])
    }
    #expect(draft.set.lineCount == 10_000)
    let isCanonical = draft.set.isCanonical
    #expect(isCanonical)
    let edit = draft.edit()
    try set.apply(edit)
    #expect(set.encoded() == draft.set.encoded())
    try set.apply(edit.inverse)
    #expect(set.encoded() == Array(lines.joined().utf8))
  }

  @Test func removedLinesDoNotPileUp() throws {
    var set = try set("T1\tA 0 3\tThe\n")
    var draft = Draft(set)
    for number in 0..<500 { draft.setAttribute("x\(number)", to: "y", of: "T1") }
    let edit = draft.edit()
    let before = set.encoded()
    for _ in 0..<12 {
      try set.apply(edit)
      try set.apply(edit.inverse)
    }
    #expect(set.encoded() == before)
    #expect(set.store.rowCount < 5000)
  }
}
