import Standoff
import TestSupport
import Testing

/// The ends after the span `S`: each is the end of a span named after what ends there.
@Suite struct LikelyEndTests {
  private func kind(_ label: String) -> LikelyEnd.Kind? {
    switch label {
    case "clause": .clause
    case "sentence": .sentence
    case "quotation": .quotation
    case "paragraph": .paragraph
    default: nil
    }
  }

  @Test(arguments: [
    "[S|The boat][clause| sails at nine], they said.",
    "[S|The board][clause| will stop the ferry], its [clause|chair] (a pilot) said[clause| on Monday][paragraph|.]",
    "[S|One][clause| two] — [clause|three – four][sentence|.] Five.",
    "[S|Repairs cost 3.5][clause| million], or 41,000 a day.",
    "“[S|There is][quotation| no money left,]” Moss said.",
    "“[S|There is][clause| no money][sentence|.] It is [quotation|gone.]” So she said.",
    "[S|서울은][clause| 멀다][paragraph|.]",
  ])
  func endsAreThoseOfClausesSentencesQuotationsParagraphs(_ marked: String) throws {
    let text = try MarkedArticle(marked)
    let found = text.article.likelyEnds(after: text["S"][0].upper)
    for label in ["clause", "sentence", "quotation", "paragraph"] {
      let wanted = text[label].map(\.upper)
      let places = found.filter { $0.kind == kind(label) }.map(\.place)
      for place in wanted { #expect(places.contains(place), "\(label) at \(place): \(found)") }
    }
    #expect(found == found.sorted { $0.place < $1.place })
  }

  @Test func nothingEndsBehindAParagraph() throws {
    let text = try MarkedArticle("[S|All of it.]\n\nMore.")
    #expect(text.article.likelyEnds(after: text["S"][0].upper).isEmpty)
  }

  @Test(arguments: 0..<300) func endsLieAheadWhereWordsMayEnd(seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 60)
    let article = try Article(bytes: Array(text.utf8))
    let start = ScalarOffset(Int.random(in: 0...article.scalarCount, using: &random))
    var last = start
    for end in article.likelyEnds(after: start) {
      #expect(end.place > last && article.endsWord(at: end.place), "seed \(seed)")
      last = end.place
    }
  }
}
