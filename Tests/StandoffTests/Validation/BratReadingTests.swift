import Foundation
import Standoff
import TestSupport
import Testing

/// What brat's parser does beyond what the oracle was asked.
@Suite struct BratReadingTests {
  static let text = "A ferry,\u{2028}a café.\n"

  private func reading(_ lines: String..., text: String = text) throws -> BratReading {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    return BratReading(of: bytes, on: try Article(bytes: Array(text.utf8)))
  }

  private func names(_ lines: String...) throws -> [String] {
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    return BratReading(of: bytes, on: try Article(bytes: Array(Self.text.utf8)))
      .findings().map(\.name.rawValue)
  }

  @Test func aCrashTakesNothingElseWithIt() throws {
    let reading = try reading("M1\tNeg", "T1\tBoat 2 7\tferry", "T2\tBoat 2 7\tFerry")
    #expect(
      reading.lines.map(\.verdict) == [.crash(.modifier), .accepted, .refused(.otherWords)])
    #expect(reading.encoded == nil)
  }

  @Test func aTriggerThatCrashesItselfIsSaidOnce() throws {
    #expect(try names("T1\tSay 2 2", "E1\tSay:T1 Who:T1") == ["brat-crash-empty-span"])
    #expect(try names("E1\tSay:R1 Who:R1", "R1\tsaid T1 T2") == ["brat-crash-relation-end"])
  }

  @Test func aTriggerThatIsRefusedIsNone() throws {
    #expect(
      try names("T1\tSay 2 7\tboat", "E1\tSay:T1") == ["brat-refuses", "brat-crash-wrong-trigger"])
  }

  @Test func theEventIsWhereAPropertyGoes() throws {
    let reading = try reading("T1\tSay 2 7\tferry", "A1\tNeg T1", "E7\tSay:T1", "E8\tSay:T1")
    let findings = reading.findings().filter { $0.severity == .error }
    #expect(findings.map(\.name) == [.bratCrashAttributeOnTrigger])
    #expect(findings.first?.fix == "E7")
    #expect(findings.first?.place.column == 8)
    #expect(findings.first?.place.length == 2)
  }

  @Test func placesAreThoseOfTheFileWhereBratBreaksALine() throws {
    let reading = try reading("T1\tBoat 2 7\tferry", "#1\tNote T1\tone\u{2028}two three")
    let finding = try #require(reading.findings().last)
    #expect(finding.name == .bratRefuses)
    #expect(finding.place.line == 2)
    #expect(finding.place.column == 16)
    #expect(finding.place.excerpt == "#1\tNote T1\tone\u{2028}two three")
  }

  @Test func groupsThatShareAMemberAreOne() throws {
    let reading = try reading("*\tSame T1 T2", "*\tAlso T3 T4", "*\tEquiv T2 T3 T5")
    #expect(reading.lines.map(\.written) == [nil, "*\tAlso T3 T4 T1 T2 T5", nil])
    #expect(try names("*\tSame T1 T2", "*\tSame T3 T4") == [])
  }

  @Test func lineEndsAreSaidOnce() throws {
    #expect(try names("T1\tBoat 2 7\tferry\r", "T2\tBoat 2 7\tferry\r") == ["brat-rewrites"])
  }

  @Test func theEncodingIsLocated() throws {
    let bytes = Array("T1\tBoat 2 7\tferry\n#1\tNote T1\tcaf".utf8) + [0xE9, 0x0A]
    let reading = BratReading(of: bytes, on: try Article(bytes: Array(Self.text.utf8)))
    #expect(reading.findings().map(\.name) == [.bratCrashEncoding])
    #expect(reading.findings().first?.place.line == 2)
    #expect(reading.findings().first?.place.column == 15)
  }

  @Test func whatBratSavesItAccepts() throws {
    let pieces = [
      "T1", "T2", "R1", "A1", "E1", "#1", "N1", "*", "M1", "\t", "\t", "\t", " ", " ", " ", ":",
      ";",
      "2 7", "0 1", "ferry", "A", "Boat", "Arg1:T1", "Arg2:T2", "Boat:T1", "db:key", "\r", "\n",
      "\n", "x", "é",
    ]
    for number in UInt64(1)...300 {
      var seed = Seed(number)
      let file = RandomText.make(&seed, length: 60, from: pieces)
      let article = try Article(bytes: Array(Self.text.utf8))
      let reading = BratReading(of: Array(file.utf8), on: article)
      let accepted = reading.lines.filter { $0.verdict == .accepted }.compactMap(\.written)
      let again = BratReading(
        of: Array(accepted.map { $0 + "\n" }.joined().utf8), on: article)
      let refused = again.lines.filter { if case .refused = $0.verdict { true } else { false } }
      #expect(refused.isEmpty, "seed \(number): \(refused)")
    }
  }

  @Test(.enabled(if: LosslessTests.hasCorpora)) func theCorporaAreReadWithoutATrap() throws {
    var crashes = 0
    for (number, file) in Corpus(at: [LosslessTests.corpora.path]).files.enumerated()
    where number % 8 == 0 {
      let article = try Article(bytes: [UInt8](Data(contentsOf: URL(filePath: file.article ?? ""))))
      let bytes = try [UInt8](Data(contentsOf: URL(filePath: file.standoff)))
      let reading = BratReading(of: bytes, on: article)
      crashes += reading.opens ? 0 : 1
      #expect((reading.encoded == nil) != reading.opens, "\(file.standoff)")
    }
    #expect(crashes < 30)
  }
}
