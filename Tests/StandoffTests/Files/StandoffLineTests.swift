import Standoff
import Testing

/// The grammar of single lines: what is read from them, and what is said about those refused.
@Suite struct StandoffLineTests {
  private func set(_ text: String) throws -> AnnotationSet {
    AnnotationSet(parsing: Array(text.utf8), of: try Article(bytes: Array("one two three".utf8)))
  }

  @Test(arguments: [
    ("", "blank-line", 1), (" \t ", "blank-line", 1), ("# remark", "syntax", 2),
    ("T1 A 0 1 x", "syntax", 3),
    ("1\tA 0 1\tx", "syntax", 1), ("\tfoo", "syntax", 1), ("T\tA 0 1\tx", "syntax", 1),
    ("#\tAnnotatorNotes T1\tx", "syntax", 1), ("X1\tFoo bar", "syntax", 1),
    ("t1\tA 0 1\tx", "syntax", 1),
    ("\u{FEFF}T1\tA 0 1\tx", "byte-order-mark", 1), ("T1\tA", "syntax", 4),
    ("T1\tA x 1\tx", "syntax", 6),
    ("T1\tA  0 1\tx", "syntax", 6), ("T1\tA 0 1 x", "syntax", 9), ("T1\tA 0 1 \tx", "syntax", 9),
    ("T1\tA 0 1;\tx", "syntax", 10), ("T1\tA 0 1; 2 3\tx", "syntax", 10),
    ("T1\tÉé 0 x\tx", "syntax", 9),
    ("T1\tA 5 0\tx", "reversed-range", 6), ("T1\tA -5 -1\tx", "out-of-range", 6),
    ("T1\tA 0 99999999999999999999999\tx", "out-of-range", 6),
    ("T1\tA 0 4294967295\tx", "out-of-range", 6),
    ("T1\tA 0 4;3 5\tx", "overlapping-fragments", 6),
    ("T1\tA 3 5;0 4\tx", "overlapping-fragments", 6),
    ("A1\tNeg", "syntax", 4), ("A1\tNeg foo", "syntax", 8), ("M1\tNeg T1 x", "syntax", 11),
    ("R1\tRel T1 T2", "syntax", 8), ("R1\tRel Arg1:T1", "syntax", 8),
    ("R1\tRel A:T1 A:T2", "syntax", 13),
    ("R1\tRel A:T1 B:T2 C:T3", "syntax", 8), ("E1\tSay T1", "syntax", 4),
    ("E1\tSay:T1 Foo", "syntax", 11),
    ("N1\tReference T1 Q42", "syntax", 4), ("*\tEquiv", "syntax", 8),
    ("#1\tNote\ttext", "syntax", 4),
  ])
  func refused(line: String, name: String, column: Int) throws {
    let found = try set(line + "\nT9\tA 0 1\tx\n").malformed
    #expect(found.map(\.name.rawValue) == [name])
    #expect(found.map(\.place.line) == [1])
    #expect(found.map(\.place.column) == [column])
    #expect(found.map(\.place.excerpt) == [line])
    #expect(try set(line + "\nT9\tA 0 1\tx\n")["T9"] != nil)
  }

  @Test(arguments: [
    "T1\tA 0 1\tx", "T1\tA 0 1\tx\r", "T1\tA 0 1", "TX7\tA 0 1\tx", "T1a\tA 0 1\tx",
    "T1-2\tA 0 1\tx",
    "T1\ta:b 0 1\tx", "T1\tRéclame 0 1\tx", "T1\tA 0 3;3 5\tx", "T1\tA 3 5;0 3\tx", "T1\tA 5 5\t",
    "T1\tA 0 4294967294\tx", "A1\tNeg T1", "A1\tConf T1 very high\ttail", "M1\tNeg T1",
    "A1\tNeg R1",
    "R1\tRel  Arg1:T1   Arg2:T2\t", "R1\tRel Arg1:T1:x Arg2:T1", "E1\tSay:T1", "E1\tSay:T1 ",
    "E1\tSay:T1 Who:T2 Who:T3", "N1\tReference T1 GO:GO:0001\ttext", "N1\tReference T1 Wiki:Q42",
    "*\tEquiv T1", "#1\tAnnotatorNotes T1", "#a1\tNote #1\t\ttext",
  ])
  func accepted(line: String) throws { #expect(try set(line).malformed.isEmpty) }

  @Test func whatStandsBetweenCRAndLFDoesNotCount() throws {
    let set = try set("T1\tA 0 3\tone\r\nA1\tNeg T1\r\nA2\tx T1 y\r\n")
    #expect(set.attributes(of: "T1").map(\.value) == [nil, "y"])
  }

  @Test(arguments: [
    ("0 5", [0, 5]), ("+0 5", [0, 5]), ("00 05", [0, 5]), ("0 0_5", [0, 5]), ("٠ ٥", [0, 5]),
    ("-0 5", [0, 5]), ("\u{A0}0 5", [0, 5]), ("5 12;0 3", [5, 12, 0, 3]),
    ("1234567890 1234567891", [1_234_567_890, 1_234_567_891]),
  ])
  func oddDigits(offsets: String, expected: [Int]) throws {
    let fragments = try set("T1\tA \(offsets)\tx")["T1"]?.fragments
    #expect(fragments?.flatMap { [$0.lower.value, $0.upper.value] } == expected)
  }

  @Test(arguments: [
    "0 ", "0 +", "_0 5", "0__1 5", "0_ 5", "0x1 5", "1.0 5", "² 5", "0 5;", ";0 5", "--1 5",
  ])
  func noDigits(offsets: String) throws {
    #expect(try set("T1\tA \(offsets)\tx").malformed.map(\.name) == [.syntax])
  }

  @Test func aLineThatIsNotUTF8() throws {
    let bytes =
      Array("T1\tA 0 1\tx".utf8) + [0xFF, 0x0A] + Array("A1\tNeg T1\nT2\tA 0 1\to\n".utf8)
    let set = AnnotationSet(parsing: bytes, of: try Article(bytes: []))
    #expect(set.malformed.map(\.name) == [.invalidUTF8])
    #expect(set.malformed.map(\.place.column) == [11])
    #expect(set["T1"] == nil)
    #expect(set["T2"] != nil)
  }

  @Test func aThousandPiecesInReverse() throws {
    let pieces = (0..<1000).reversed().map { "\($0 * 2) \($0 * 2 + 1)" }.joined(separator: ";")
    #expect(try set("T1\tA \(pieces)\tx")["T1"]?.fragments.count == 1000)
  }
}
