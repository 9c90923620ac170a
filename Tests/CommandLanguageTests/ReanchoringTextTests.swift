import Testing

@testable import CommandLanguage

@Suite struct ReanchoringTextTests {
  @Test func shortWordsAreShownWhole() {
    let words = ChangedWords(from: "Ida Moos", to: "Ida Moss")
    #expect(words.old == "“Ida Moos”" && words.new == "“Ida Moss”")
  }

  @Test func ofLongWordsTheDifferenceIsShown() {
    let start =
      "The council of Halden Sound voted on Tuesday to end the night ferry, said Ida Moss, "
    let end = ", who leads the committee that has looked at the matter for more than a year now"
    let words = ChangedWords(from: start + "in May" + end, to: start + "in June" + end)
    #expect(words.old == "“… Ida Moss, in May, who leads the …”")
    #expect(words.new == "“… Ida Moss, in June, who leads the …”")
  }

  @Test func whatWasPutInIsShownByItsEnds() {
    let long = String(repeating: "word after word ", count: 20)
    let words = ChangedWords(from: "He left.", to: "He \(long)left.")
    #expect(words.new.unicodeScalars.count < 90 && words.new.contains(" … "))
    #expect(ChangedWords.excerpt(long).unicodeScalars.count < 90)
  }
}
