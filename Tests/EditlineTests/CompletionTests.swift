import Testing

@testable import Editline

@Suite struct CompletionTests {
  /// `typed` has the cursor as `|`; the word is what stands between the last blank and the cursor.
  private func complete(_ typed: String, _ candidates: [Candidate], more: Int = 0) -> String {
    let parts = typed.split(separator: "|", omittingEmptySubsequences: false)
    let before = String(parts[0]), after = parts.count > 1 ? String(parts[1]) : ""
    let text = before + after
    let cursor = text.utf8.index(text.startIndex, offsetBy: before.utf8.count)
    let start = text[..<cursor].lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    let request = CompletionRequest(text: text, cursor: cursor)
    let reply = CompletionReply(candidates: candidates, more: more, replacing: start..<cursor)
    switch Completion(reply, for: request) {
    case .bell: return "bell"
    case .list(let candidates, let more): return "list \(candidates.count + more)"
    case .replace(let range, let replacement):
      return text[..<range.lowerBound] + replacement + "|" + text[range.upperBound...]
    case .extend(let range, let replacement, let candidates):
      return text[..<range.lowerBound] + replacement + "|" + text[range.upperBound...]
        + ", list \(candidates.count)"
    }
  }

  @Test func nothingRings() { #expect(complete("x|", []) == "bell") }

  @Test func theOnlyCandidateIsInsertedWithItsSuffix() {
    #expect(complete("tag cl|", [Candidate("claim")]) == "tag claim |")
    #expect(complete("“Th|", [Candidate("“There", suffix: "”")]) == "“There”|")
  }

  @Test func aCommonStartThatIsACandidateIsEnough() {
    #expect(complete("xi|", [Candidate("xing"), Candidate("xing-haiming")]) == "xing|")
  }

  @Test func aSuffixThatIsThereAlreadyIsNotDoubled() {
    #expect(complete("cl| by=s1", [Candidate("claim")]) == "claim| by=s1")
    #expect(complete("\"a|\"", [Candidate("\"against", suffix: "\" ")]) == "\"against|\"")
  }

  @Test func wordsThatFollowAlreadyAreNotDoubled() {
    #expect(complete("“Ida|-Moss”", [Candidate("“Ida-Moss", suffix: "")]) == "“Ida-Moss|”")
    #expect(complete("“Ida|x”", [Candidate("“Ida-Moss", suffix: "")]) == "“Ida-Moss|x”")
  }

  @Test func whatIsThereAlreadyRings() {
    #expect(complete("marks|", [Candidate("marks", suffix: "")]) == "bell")
  }

  /// What was not looked at may begin otherwise.
  @Test func ofVeryManyNoStartIsCertain() {
    #expect(complete("|", [Candidate("s1"), Candidate("s10")], more: 900) == "list 902")
  }

  @Test func candidatesThatSayTheSameAreOne() {
    #expect(complete("c|", [Candidate("c1", note: "a"), Candidate("c1", note: "b")]) == "c1 |")
  }

  @Test func theCommonStartIsInsertedFirst() {
    #expect(complete("s|", [Candidate("speaker"), Candidate("special")]) == "spe|, list 2")
    #expect(complete("S|", [Candidate("speaker"), Candidate("special")]) == "spe|, list 2")
    #expect(complete("SPE|", [Candidate("speaker"), Candidate("special")]) == "spe|, list 2")
  }

  @Test func candidatesAreListedWhenNothingMoreIsCertain() {
    #expect(complete("spe|", [Candidate("speaker"), Candidate("special")]) == "list 2")
    #expect(complete("|", [Candidate("claim"), Candidate("speaker")]) == "list 2")
    // What was typed is never shortened.
    #expect(complete("xing|", [Candidate("Xi Jinping"), Candidate("Xing Haiming")]) == "list 2")
  }

  @Test func theCommonStartIsCutBetweenCharacters() {
    #expect(commonStart(of: ["cafe\u{301}", "cafe"]) == "caf")
    #expect(commonStart(of: ["👨‍👩‍👧", "👨‍👩‍👦"]) == "")
    #expect(commonStart(of: ["é", "e\u{301}"]) == "")
    #expect(commonStart(of: []) == "")
  }

  @Test func aRequestCountsScalarsOverEarlierLinesOfTheBlock() {
    let request = CompletionRequest(earlier: "note c1 \"one\n", line: "e\u{301}x", cursor: 2)
    #expect(request.text == "note c1 \"one\ne\u{301}x")
    #expect(request.text[request.cursor...] == "x")
  }
}
