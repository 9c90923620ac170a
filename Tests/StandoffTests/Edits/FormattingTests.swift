import Foundation
import TestSupport
import Testing

@testable import Standoff

/// Formatting changes the order and spelling of a file and nothing that it says.
@Suite struct FormattingTests {
  private static let text = "A ferry,\n a caf\u{E9}. Done.\n"

  private func formatted(_ lines: String, on text: String = text) throws -> String {
    let article = try Article(bytes: Array(text.utf8))
    return String(
      decoding: AnnotationSet(parsing: Array(lines.utf8), of: article).formatted(), as: UTF8.self)
  }

  @Test func linesStandInTheOrderOfTheText() throws {
    let file =
      "A1\tkind T2 boat\nR1\tby Arg1:T2 Arg2:T1\nT1\tPlace 12 16\tcaf\u{E9}\nT2\tBoat 2 7\tferry\n"
    #expect(
      try formatted(file)
        == "T2\tBoat 2 7\tferry\nA1\tkind T2 boat\nT1\tPlace 12 16\tcaf\u{E9}\nR1\tby Arg1:T2 Arg2:T1\n"
    )
  }

  @Test(arguments: [
    ("T1\tBoat 2 7\tferry\r\n\r\n", "T1\tBoat 2 7\tferry\n"),
    ("T1\tBoat 2 7\tferry", "T1\tBoat 2 7\tferry\n"),
    ("T1\tBoat +2 007\tferry\n", "T1\tBoat 2 7\tferry\n"),
    ("T1\tBoat 12 16;2 7\tcaf\u{E9} ferry\n", "T1\tBoat 2 7;12 16\tferry caf\u{E9}\n"),
    ("T1\tBoat 2 7;12 16\tferrycaf\u{E9}\n", "T1\tBoat 2 7;12 16\tferry caf\u{E9}\n"),
    ("T1\tBoat 2 4;4 7\tfe rry\n", "T1\tBoat 2 7\tferry\n"),
    ("T1\tBoat 2 7\tferry kept\ttoo\n", "T1\tBoat 2 7\tferry kept\ttoo\n"),
    ("R1\tby  Arg1:T1   Arg2:T2\t\n", "R1\tby Arg1:T1 Arg2:T2\n"),
    ("R1\tby Arg2:T1 Arg1:T2\n", "R1\tby Arg1:T2 Arg2:T1\n"),
    ("E1\tSay:T1 \n", "E1\tSay:T1\n"),
    ("M1\tNeg  T1\n", "M1\tNeg T1\n"),
    ("N1\tReference Annotation:T1 Referent:wiki:Q42\n", "N1\tReference T1 wiki:Q42\n"),
    ("*\tEquiv  T1 T2\n", "*\tEquiv T1 T2\n"),
  ])
  func eachSpellingHasOneForm(file: String, expected: String) throws {
    #expect(try formatted(file) == expected)
    #expect(try formatted(expected) == expected)
  }

  @Test(arguments: [
    "T1\tBoat 2 7\tferries\n",  // Not what stands there.
    "T1\tBoat 2 700\tferry\n",
    "T1\tBoat 2 7\n",  // Nothing says that it stands right.
    "T1\tBoat 1 7\t ferry\n",  // Its edge is for the validator.
    "A1\tkind T1 a  boat \n",
    "#1\tNote T1\ttwo  blanks \u{2028}\n",
    "N1\tReference T1 wiki:Q42\t\tDouglas\n",
    "R1\tby Arg1:T1:x Arg2:T2\n",
  ])
  func whatIsNotSpellingStays(file: String) throws { #expect(try formatted(file) == file) }

  /// What is told from the bytes alone is what spelling the line out gives.
  @Test(arguments: [
    "T1\tBoat 2 7\tferry\n", "A1\tkind T1 a  boat \n", "R1\tby Arg1:T1 Arg2:T2\n",
    "#1\tNote T1\ttwo  blanks\n", "E1\tSay:T1 Who:T2\n", "*\tEquiv T1 T2\n", "M1\tNeg T1\n",
  ])
  func plainLinesAreToldAtOnce(line: String) throws {
    let article = try Article(bytes: Array(Self.text.utf8))
    // The last line is read with care, for eight bytes at once might go past the end.
    let more = "#9\tNote T1\tand more words\n"
    let set = AnnotationSet(parsing: Array((line + more).utf8), of: article)
    #expect(set.store.isSpelled(0))
    // Whatever byte is put in: what is told plain is spelled so.
    for place in line.utf8.indices.map({ line.utf8.distance(from: line.startIndex, to: $0) }) {
      for byte in "\t\r\n 0:2A*".utf8 {
        var bytes = Array((line + more).utf8)
        bytes.insert(byte, at: place)
        let other = AnnotationSet(parsing: bytes, of: article)
        for row in 0..<UInt32(other.lineCount) where other.store.isSpelled(row) {
          #expect(
            AnnotationSet.terminated(other.spelled(row)) == Array(other.store.bytes(of: row)))
        }
        #expect(other.inForm.encoded() == other.formatted())
      }
    }
  }

  @Test func linesThatCannotBeUsedStayBehindWhatTheyGoOnFrom() throws {
    let file =
      "# by hand\n\nT1\tPlace 12 16\tcaf\u{E9}\nT9 broken\nT2\tBoat 2 7\tferry\nT1\tBoat 2 7\tferry\n"
    #expect(
      try formatted(file)
        == "# by hand\nT2\tBoat 2 7\tferry\nT1\tPlace 12 16\tcaf\u{E9}\nT9 broken\nT1\tBoat 2 7\tferry\n"
    )
  }

  @Test func twiceIsOnceAndNothingElseChanges() throws {
    for number in 0..<DraftLawTests.rounds * 2 {
      var random = RandomFile(number)
      let article = try random.article()
      expectLaws(AnnotationSet(parsing: random.bytes(), of: article), "seed \(number)")
    }
  }

  @Test(.enabled(if: LosslessTests.hasCorpora)) func theCorpora() throws {
    for (number, file) in Corpus(at: [LosslessTests.corpora.path]).files.enumerated()
    where number % 8 == 0 {
      let article = try Article(bytes: [UInt8](Data(contentsOf: URL(filePath: file.article ?? ""))))
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: file.standoff)))
      expectLaws(AnnotationSet(parsing: bytes, of: article), "\(file.standoff)")
    }
  }

  private func expectLaws(_ set: AnnotationSet, _ comment: Comment) {
    let bytes = set.formatted()
    let after = AnnotationSet(parsing: bytes, of: set.article)
    let isFixed = after.formatted() == bytes
    #expect(isFixed, comment)
    #expect(Self.model(of: after) == Self.model(of: set), comment)
    #expect(Self.unusable(in: after) == Self.unusable(in: set), comment)
  }

  /// The lines that are not used, blank ones left out, without their line ends.
  private static func unusable(in set: AnnotationSet) -> [String] {
    set.malformed.filter { $0.name != .blankLine }.compactMap(\.place.excerpt)
      .map { String($0.unicodeScalars.filter { $0 != "\r" }) }.sorted()
  }

  /// All that a file says, in no order that the file gives it.
  private static func model(of set: AnnotationSet) -> Set<String> {
    var said: [String] = set.annotations.map {
      "\($0.id) \($0.label) \($0.ranges) \($0.isArticleLevel)"
    }
    said += set.relations.map { "\($0)" } + set.events.map { "\($0)" } + set.groups.map { "\($0)" }
    for row in set.store.order where set.store.isUsed(row) {
      switch set.store.kind(of: row) {
      case .attribute: said.append("\(set.attribute(row))")
      case .reference: said.append("\(set.reference(row).map { "\($0)" } ?? "")")
      case .note: said.append("\(set.note(row))")
      default: break
      }
    }
    return Set(said)
  }
}
