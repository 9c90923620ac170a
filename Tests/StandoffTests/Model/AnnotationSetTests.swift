import Standoff
import TestSupport
import Testing

/// What a set answers about the lines of a file.
@Suite struct AnnotationSetTests {
  static let text =
    "“Harbors stay open,” Ana\n  Ruiz said. “All\u{2028}of them.”\r\nNobody asked why.\n"
  static let file = """
    T1\tQuote 1 18;36 39;40 47\tHarbors stay open All of them
    T2\tSpeaker 21 24;27 31\tAna Ruiz
    T10\tWord 1 8\tHarbors
    T9\tWord 1 8\tHarbors
    T3\tTopic 0 47\t“Harbors stay open,” Ana Ruiz said. “All of them.
    T4\tSay 32 36\tsaid
    E1\tSay:T4 Who:T2 What:T1
    R2\tby Arg1:T1 Arg2:T2
    R1\tcue Arg2:T4 Arg1:T1
    A2\tstance T1 in favor
    A10\tnegated T1
    A1\tstance R2 x
    N1\tReference T2 wiki:Q42:b\t\tAna Ruiz
    #1\tAnnotatorNotes T1\tC:\\new
    #1000001\tAnnotatorNotes T1\tone\\ntwo
    #2\tAnnotators T1\t["alice","bøb"]
    #3\tSource T2\tdesk
    *\tEquiv T9 T10
    T1\tQuote 0 1\t“

    """

  private func set() throws -> AnnotationSet {
    AnnotationSet(parsing: Array(Self.file.utf8), of: try Article(bytes: Array(Self.text.utf8)))
  }

  @Test func annotationsInTheOrderOfTheText() throws {
    let set = try set()
    #expect(set.annotations.map(\.id.description) == ["T3", "T1", "T9", "T10", "T2", "T4"])
    #expect(set.annotations.count == 6)
    #expect(set.annotations.first?.label == "Topic")
    #expect(AnnotationSet(of: set.article).annotations.isEmpty)
  }

  @Test func piecesOverLineBreaksAreJoined() throws {
    let set = try set()
    #expect(set["T2"]?.ranges == [TextRange(21, 31)])
    #expect(set["T2"]?.fragments == [TextRange(21, 24), TextRange(27, 31)])
    #expect(set["T1"]?.ranges == [TextRange(1, 18), TextRange(36, 39), TextRange(40, 47)])
    #expect(set["T1"]?.extent == TextRange(1, 47))
  }

  @Test(arguments: [
    ("0 3;4 7", [0, 3, 4, 7]), ("0 7;8 11", [0, 11]), ("0 7;7 11", [0, 11]), ("8 11;0 7", [0, 11]),
    ("0 3;15 20", [0, 3, 15, 20]), ("0 7;90 95", [0, 7, 90, 95]), ("0 7;11 14", [0, 7, 11, 14]),
  ])
  func joins(offsets: String, expected: [Int]) throws {
    let article = try Article(bytes: Array("one two\nsix  \n\r\n ten.".utf8))
    let set = AnnotationSet(parsing: Array("T1\tA \(offsets)\tx\n".utf8), of: article)
    #expect(set["T1"]?.ranges.flatMap { [$0.lower.value, $0.upper.value] } == expected)
  }

  @Test func aBreakWithBlanksAroundIsAJoint() throws {
    let article = try Article(bytes: Array("one \u{A0}\u{2028}\r\n\ttwo".utf8))
    let set = AnnotationSet(parsing: Array("T1\tA 0 3;9 12\tone two\n".utf8), of: article)
    #expect(set["T1"]?.ranges == [TextRange(0, 12)])
  }

  @Test func whatOverlaps() throws {
    let set = try set()
    #expect(
      set.annotations(overlapping: TextRange(1, 2)).map(\.id.description) == [
        "T3", "T1", "T9", "T10",
      ])
    #expect(set.annotations(overlapping: TextRange(18, 21)).map(\.id.description) == ["T3"])
    // What stands around the beginning may be asked for with what is before it.
    let beginning = set.annotations(overlapping: TextRange(0, 2))
    #expect(!beginning.isEmpty && set.annotations(overlapping: TextRange(-5, 2)) == beginning)
    #expect(set.annotations(overlapping: TextRange(-5, -2)) == [])
    #expect(set.annotations(overlapping: TextRange(25, 26)).map(\.id.description) == ["T3", "T2"])
    #expect(set.annotations(overlapping: TextRange(33, 33)).map(\.id.description) == ["T3", "T4"])
    #expect(set.annotations(overlapping: TextRange(47, 1000)).isEmpty)
    #expect(set.annotations(overlapping: TextRange(-9, -3)).isEmpty)
    #expect(set.annotations(overlapping: TextRange(.max - 1, .max)).isEmpty)
  }

  @Test func aLabelOnExactlyTheseWords() throws {
    let set = try set()
    #expect(set.annotations(labeled: "Word", on: [TextRange(1, 8)]).map(\.id) == ["T9", "T10"])
    #expect(set.annotations(labeled: "Speaker", on: [TextRange(21, 31)]).map(\.id) == ["T2"])
    #expect(set.annotations(labeled: "Speaker", on: [TextRange(21, 24)]).isEmpty)
    #expect(set.annotations(labeled: "Word", on: []).isEmpty)
  }

  @Test func propertiesInTheOrderOfIds() throws {
    let set = try set()
    #expect(set.attributes(of: "T1").map(\.name) == ["stance", "negated"])
    #expect(set.attributes(of: "T1").map(\.value) == ["in favor", nil])
    #expect(set.attributes(of: "R2").map(\.id) == ["A1"])
    #expect(set.references(of: "T2").map(\.database) == ["wiki"])
    #expect(set.references(of: "T2").map(\.key) == ["Q42:b"])
    #expect(set.references(of: "T2").map(\.text) == ["Ana Ruiz"])
    #expect(set.notes(of: "T1").map(\.text) == ["C:\\new", "one\ntwo"])
    #expect(set.notes(of: "T2").map(\.type) == ["Source"])
    #expect(set.annotators(of: "T1") == ["alice", "bøb"])
    #expect(set.annotators(of: "T2").isEmpty)
    #expect(set.attributes(of: "T99").isEmpty)
  }

  @Test func relationsEventsAndGroups() throws {
    let set = try set()
    #expect(set.relations.map(\.id) == ["R2", "R1"])
    #expect(set.relations(from: "T1").map(\.id) == ["R1", "R2"])
    #expect(set.relations(from: "T1").map(\.target) == ["T4", "T2"])
    #expect(set.relations(to: "T2").map(\.name) == ["by"])
    #expect(set.relations(to: "T1").isEmpty)
    #expect(set.events.map(\.arguments.count) == [2])
    #expect(set.events.map(\.trigger) == ["T4"])
    #expect(set["E1"]?.ranges == [TextRange(32, 36)])
    #expect(set["E1"]?.label == "Say")
    #expect(set["R1"] == nil)
    #expect(set.groups.map(\.members) == [["T9", "T10"]])
  }

  @Test func idsByTheirBeginning() throws {
    let set = try set()
    #expect(set.ids(withPrefix: "T1").map(\.description) == ["T1", "T10"])
    #expect(set.ids(withPrefix: "#").map(\.description) == ["#1", "#2", "#3", "#1000001"])
    #expect(set.ids(withPrefix: "T1\t").isEmpty)
    #expect(set.ids(withPrefix: "").count == 17)
    #expect(set.ids(withPrefix: "X").isEmpty)
  }

  @Test func theSecondLineWithAnIdDoesNotCount() throws {
    let set = try set()
    #expect(set["T1"]?.fragments.count == 3)
    #expect(set.malformed.map(\.name) == [.duplicateID])
    #expect(set.malformed.map(\.place.line) == [19])
  }

  @Test func linesByTheirNumbers() throws {
    let set = try set()
    #expect(set.lineCount == 19)
    #expect(set.line(3) == Array("T9\tWord 1 8\tHarbors\n".utf8))
    #expect(set.line(19) == [])
    #expect(set.line(-1) == [])
  }

  @Test func composedAndDecomposedNamesAreTwo() throws {
    let file = "T1\té 0 1\tx\nT2\te\u{301} 0 1\tx\nA1\té T1 1\n"
    let set = AnnotationSet(parsing: Array(file.utf8), of: try Article(bytes: []))
    #expect(set["T1"]?.label.utf8.count == 2)
    #expect(set["T2"]?.label.utf8.count == 3)
    #expect(set.annotations(labeled: "e\u{301}", on: [TextRange(0, 1)]).map(\.id) == ["T2"])
  }

  @Test func copiesAreValues() throws {
    let set = try set()
    var copy = set
    try copy.apply(Edit(hunks: [.init(line: 0, removed: [set.line(0)], added: [])]))
    #expect(set["T1"]?.label == "Quote")
    #expect(copy["T1"]?.fragments == [TextRange(0, 1)])
    #expect(!copy.hasSameLines(as: set))
    #expect(set.hasSameLines(as: set))
  }

  @Test func anEmptyRangeStandsForTheCodePointAfterIt() throws {
    let article = try Article(bytes: Array("one two".utf8))
    let set = AnnotationSet(parsing: Array("T1\tWord 0 3\tone\n".utf8), of: article)
    let counts = (0...4).map { set.annotations(overlapping: TextRange($0, $0)).count }
    #expect(counts == [1, 1, 1, 0, 0])
  }
}
