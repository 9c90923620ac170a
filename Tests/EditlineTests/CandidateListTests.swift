import Testing
import TestSupport

@testable import Editline

@Suite struct CandidateListTests {
  private func lines(_ texts: [String], columns: Int, rows: Int = 24) -> [String] {
    CandidateList(candidates: texts.map { Candidate($0) }, columns: columns, rows: rows).lines
  }

  @Test func candidatesStandInColumnsReadDownwards() {
    #expect(lines(["a", "b", "c", "d", "e"], columns: 9) == ["a  c  e", "b  d"])
  }

  @Test func wideCharactersAreMeasured() {
    #expect(lines(["한국어", "a", "漢字", "b"], columns: 16) == ["한국어  漢字", "a       b"])
  }

  @Test func notesStandInAColumnOfTheirOwn() {
    let candidates = [
      Candidate("c1", note: "“한국” said"), Candidate("c12", note: ""), Candidate("s1"),
    ]
    let list = CandidateList(candidates: candidates, columns: 40, rows: 24)
    #expect(list.lines == ["c1   “한국” said", "c12", "s1"])
  }

  @Test func hostileCandidatesCannotSteerTheTerminal() {
    let candidates = [Candidate("a", display: "\u{1B}[2J", note: "\u{202E}x\ny"), Candidate("b")]
    let list = CandidateList(candidates: candidates, columns: 60, rows: 24)
    #expect(list.lines == ["\\u{1B}[2J  \\u{202E}x\\ny", "b"])
  }

  @Test func moreThanTheWindowHoldsIsCutAndCounted() {
    let lines = lines((1...40).map { "candidate number \($0)" }, columns: 30, rows: 10)
    #expect(lines.count == 7)
    #expect(lines.last == "… and 34 more: type on to na…")
  }

  @Test func columnsThatDoNotFitAreCutByCandidates() {
    let lines = lines((10...99).map(String.init), columns: 9, rows: 6)
    #expect(lines == ["10  12", "11  13", "… and 8…"])
  }

  @Test func whatWasNeverMadeIsCountedToo() {
    let candidates = (1...9).map { Candidate("c\($0)", note: "words") }
    let list = CandidateList(candidates: candidates, more: 19_991, columns: 50, rows: 8)
    #expect(list.lines.count == 5)
    #expect(list.lines.last == "… and 19996 more: type on to narrow them down")
    let whole = CandidateList(candidates: candidates, more: 1, columns: 50, rows: 24)
    #expect(whole.lines.last == "… and 1 more: type on to narrow them down")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func noRowIsWiderThanTheWindow(_ number: UInt64) {
    var seed = Seed(number)
    let letters = ["a", "한", "👨‍👩‍👧", "e\u{301}", "\u{1B}"]
    let candidates = (0..<Int.random(in: 1...30, using: &seed)).map { _ in
      let text = (0..<Int.random(in: 0...20, using: &seed)).map { _ in
        letters.randomElement(using: &seed) ?? ""
      }
      return Candidate(text.joined(), note: Bool.random(using: &seed) ? text.joined() : nil)
    }
    let columns = Int.random(in: 0...50, using: &seed)
    let rows = Int.random(in: 0...30, using: &seed)
    let more = Int.random(in: -2...2, using: &seed)
    let lines = CandidateList(
      candidates: candidates, more: max(0, more), columns: columns, rows: rows
    ).lines
    #expect(lines.count <= max(3, rows - 3), "seed \(number)")
    for line in lines { #expect(displayWidth(line) <= max(1, columns - 1), "seed \(number)") }
  }
}
