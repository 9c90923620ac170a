import TestSupport
import Testing

@Suite struct MarkedTextTests {
  @Test func spansAreTakenOut() {
    let text = MarkedText("“[Claim|Rain [Topic|helps]],” said [Speaker|Ida 👍🏽]")
    #expect(text.text == "“Rain helps,” said Ida 👍🏽")
    #expect(text.spans.map(\.label) == ["Claim", "Topic", "Speaker"])
    #expect(text.spans.map(\.lower) == [1, 6, 19])
    #expect(text.spans.map(\.upper) == [11, 11, 25])
  }

  @Test func bracketsThatMarkNothingStay() {
    #expect(MarkedText("a [sic] \\[X|b\\] \\\\").text == "a [sic] [X|b] \\")
    #expect(MarkedText("[X|a \\] b]").text == "a ] b")
    #expect(MarkedText("[|a] \\").text == "[|a] \\")
    #expect(MarkedText("[X|a \\] b]")["X"]?.upper == 5)
  }
}
