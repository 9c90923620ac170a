import TestSupport
import Testing

@testable import Standoff

@Suite struct ParkedReturnTests {
  private static let old = MarkedText(
    "The board met on Monday evening. “[c|There is no money left],” said [s|Ida Moss] to the crowd there.\n"
  )
  private static let without = "The board met on Monday evening.\n"

  /// What is parked when the sentence goes, and the file without it.
  private func parked() throws -> (file: ParkedFile, rest: [UInt8]) {
    let old = try Article(bytes: Array(Self.old.text.utf8))
    let lines =
      zip(["T1\tClaim", "T2\tSpeaker"], Self.old.spans).map { start, span in
        "\(start) \(span.lower) \(span.upper)\t"
          + old.text(in: TextRange(span.lower, span.upper)) + "\n"
      }.joined() + "A1\tstance T1 against\n#1\tAnnotatorNotes A1\tsure?\nR1\tby Arg1:T1 Arg2:T2\n"
    let set = AnnotationSet(parsing: Array(lines.utf8), of: old)
    let new = try Article(bytes: Array(Self.without.utf8))
    let outcome = Reanchoring(of: set, by: Correction(from: old, to: new))
    #expect(outcome.fates.map(\.kind) == [.lost, .lost])
    var file = ParkedFile()
    if let section = outcome.parked { file.add(section) }
    return (file, outcome.bytes)
  }

  private func takenUp(
    _ text: String, _ lines: String = ""
  ) throws -> (lines: [String], rest: ParkedFile) {
    let article = try Article(bytes: Array(text.utf8))
    let (file, _) = try parked()
    let back = ParkedReturn(
      of: file, into: AnnotationSet(parsing: Array(lines.utf8), of: article))
    let text = String(decoding: back.set.encoded(), as: UTF8.self)
    return (text.split(separator: "\n").map(String.init), back.rest)
  }

  @Test func allThatBelongsToItIsParked() throws {
    let (file, rest) = try parked()
    #expect(rest.isEmpty)
    let ids = file.sections[0].lines.map { String(decoding: $0.prefix { $0 != 9 }, as: UTF8.self) }
    #expect(ids == ["T1", "#p1", "T2", "#p2", "A1", "#1", "R1"])
  }

  @Test func onTheOldTextAllIsAsItWas() throws {
    let back = try takenUp(Self.old.text)
    #expect(back.rest.sections.isEmpty)
    #expect(
      back.lines.map { $0.prefix { $0 != "\t" } } == ["T1", "A1", "#1", "T2", "R1"])
  }

  @Test func whereTheWordsComeBackElsewhereTheyAreFollowed() throws {
    let text =
      "It rained. The board met on Monday evening. \"There is no money left,\" said Ida Moss to the crowd there.\n"
    let back = try takenUp(text)
    #expect(back.rest.sections.isEmpty)
    #expect(back.lines.contains("T1\tClaim 45 67\tThere is no money left"))
    #expect(back.lines.contains("R1\tby Arg1:T1 Arg2:T2"))
  }

  @Test func halfOfItComesBackAlone() throws {
    let text = "The board met on Monday evening. “There is no money left,” said nobody.\n"
    let back = try takenUp(text)
    #expect(
      back.lines == [
        "T1\tClaim 34 56\tThere is no money left", "A1\tstance T1 against",
        "#1\tAnnotatorNotes A1\tsure?",
      ])
    let rest = back.rest.sections.flatMap(\.lines).map { String(decoding: $0, as: UTF8.self) }
    #expect(rest.contains("R1\tby Arg1:T1 Arg2:T2\n") && rest.contains { $0.hasPrefix("T2\t") })
  }

  @Test func theWordsAloneAreNotEnough() throws {
    let back = try takenUp("A stranger came to see Ida Moss at home, and it was late.\n")
    #expect(back.lines.isEmpty && back.rest.sections.count == 1)
  }

  @Test func anIDThatWasGivenAwayIsReplaced() throws {
    let other = "T1\tTopic 0 3\tThe\nA1\tx T1\n"
    let back = try takenUp(Self.old.text, other)
    #expect(back.rest.sections.isEmpty)
    #expect(back.lines.contains("T1\tTopic 0 3\tThe") && back.lines.contains("A1\tx T1"))
    let claim = back.lines.first { $0.contains("\tClaim ") }?.prefix { $0 != "\t" }
    let id = try #require(claim.map(String.init))
    #expect(id != "T1" && back.lines.contains("R1\tby Arg1:\(id) Arg2:T2"))
    #expect(back.lines.contains { $0.hasSuffix("\tstance \(id) against") })
  }

  @Test func whatStandsThereStillIsNotDoubled() throws {
    let set = "T1\tClaim 34 56\tThere is no money left\nA1\tstance T1 against\n"
    let back = try takenUp(Self.old.text, set)
    #expect(back.lines.filter { $0.contains("\tClaim ") }.count == 1)
    #expect(back.lines.filter { $0.contains("\tstance ") }.count == 1)
    #expect(back.rest.sections.isEmpty)
  }

  /// Where nobody knows what stood beside them, short words elsewhere are anybody's.
  @Test func shortWordsWithoutSurroundingsStay() throws {
    let lines = "T1\tSpeaker 50 57\tSanders\nT2\tTopic 14 25\tThe council\n"
    let text = try Article(bytes: Array("Sanders came.\nThe council met.\n".utf8))
    let set = AnnotationSet(parsing: Array(lines.utf8), of: text)
    let outcome = Reanchoring(of: set, to: text)
    #expect(outcome.fates.filter { $0.kind == .lost }.map(\.id) == ["T1"])
    var file = ParkedFile()
    file.add(try #require(outcome.parked))
    let back = ParkedReturn(
      of: ParkedFile(parsing: file.encoded()),
      into: AnnotationSet(parsing: outcome.bytes, of: text))
    #expect(back.restored.isEmpty && back.rest.sections.count == 1)
  }
}
