import TestSupport
import Testing

@testable import Standoff

/// A place is the end of the span `S`, what is looked for ends with the span `E`.
@Suite struct TextAheadTests {
  private func ahead(_ text: MarkedArticle) -> TextAhead {
    TextAhead(of: text.article, from: text["S"][0].upper, reach: 1000)
  }

  @Test(arguments: [
    "[S|Xing][E| Haiming] said", "[S|Xing H][E|aiming] said", "[S|Xing][E|, Haiming]",
    "[S|Jae][E|-in] was", "[S|d][E|on’t] go", "[S|Xing][E|’s] visit", "[S|Se][E|oul]’s",
    "[S|41][E|,000] passengers", "[S|41][E|, twelve]", "[S|the U][E|.S.] maker",
    "[S|7][E|–2] on",
    "[S|storm][E| — a] fire", "[S|한지][E|우는] 말했다", "[S|北][E|京大学的学生说] x", "[S|a][E| é] b",
    "[S|one][E| (two])", "[S|one][E| “two]” three",
  ])
  func aWordGoesOnOrFollows(_ marked: String) throws {
    let text = try MarkedArticle(marked)
    #expect(ahead(text).wordEnd == text["E"][0].upper)
  }

  @Test(arguments: ["[S|end].", "[S|end]", "[S|end]\n\nNext", "[S|end] … ”"])
  func noWordFollowsInTheParagraph(_ marked: String) throws {
    #expect(ahead(try MarkedArticle(marked)).wordEnd == nil)
  }

  @Test(arguments: [
    "[S|Xing][E| Haiming] said", "[S|President][E| Moon Jae-in] and", "[S|Mr][E|. Lund], the",
    "the [S|Sound][E| Gazette], July",
  ])
  func aNameGoesOnByCapitals(_ marked: String) throws {
    let text = try MarkedArticle(marked)
    #expect(ahead(text).nameEnd(from: text["S"][0].upper) == text["E"][0].upper)
  }

  @Test(arguments: [
    "[S|ferry] Ida", "[S|Ida] said", "[S|Ida], Moss", "[S|Ida]. Moss", "[S|한지우] Ida",
  ])
  func whatIsNoNameEndsHere(_ marked: String) throws {
    let text = try MarkedArticle(marked)
    #expect(ahead(text).nameEnd(from: text["S"][0].upper) == nil)
  }

  @Test(arguments: [
    ("[S|x] [W|one] [W|two]-three, “[W|four]”", "x"), ("[S|o]ne [W|two]", "x"),
    ("[S|x] [W|北][W|京] [W|a1]", "x"),
  ])
  func wordsBeginAfterBlanksAndMarks(_ marked: String, _: String) throws {
    let text = try MarkedArticle(marked)
    #expect(ahead(text).wordStarts == text["W"].map(\.lower))
  }
}
