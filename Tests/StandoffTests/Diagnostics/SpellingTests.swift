import Testing

@testable import Standoff

@Suite struct SpellingTests {
  @Test(arguments: [
    ("calim", "claim"), ("Speker", "speaker"), ("relable", "relabel"), ("stanse", "stance"),
  ])
  func theNearestWordIsSuggested(typed: String, expected: String) {
    let words = ["attributedTo", "claim", "relabel", "respan", "speaker", "stance", "status"]
    #expect(nearest(to: typed, among: words) == expected)
  }

  @Test func nothingFarAwayIsSuggested() {
    #expect(nearest(to: "xyz", among: ["claim", "speaker"]) == nil)
    #expect(nearest(to: "a", among: ["b"]) == nil)
    #expect(nearest(to: "", among: ["", "ab"]) == nil)
    #expect(nearest(to: String(repeating: "a", count: 100_000), among: ["a"]) == nil)
    #expect(nearest(to: "claim", among: []) == nil)
  }

  @Test func aSwapIsOneEdit() {
    #expect(editDistance(Array("calim"), Array("claim"), atMost: 3) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 3) == 3)
    #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 2) == nil)
    #expect(editDistance(Array(""), Array("ab"), atMost: 2) == 2)
  }
}
