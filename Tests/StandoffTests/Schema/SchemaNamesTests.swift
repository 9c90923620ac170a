import Testing

@testable import Standoff

@Suite struct SchemaNamesTests {
  @Test(arguments: [
    ("Speaker", true), ("_a", true), ("a-1", true), ("a", false), ("", false), ("1a", false),
    ("-a", false), ("a b", false), ("Réclame", false), ("a:b", false),
  ])
  func names(name: String, isName: Bool) { #expect(SchemaNames.isName(name) == isName) }

  @Test(arguments: [
    ("говорящий", true), ("ни\u{301}жний", true), ("वक्ता", true), ("发言人", true), ("a2", true),
    ("a", false), ("2a", false), ("two words", false), ("a.b", false), ("", false),
  ])
  func otherWords(word: String, isAlias: Bool) { #expect(SchemaNames.isAlias(word) == isAlias) }

  @Test(arguments: [
    ("favor", true), ("two words", true), ("é", true), ("", false), (" a", false), ("a ", false),
    ("a\tb", false), ("a\u{2028}b", false), ("a\u{A0}", false),
  ])
  func values(value: String, isValue: Bool) { #expect(SchemaNames.isValue(value) == isValue) }

  @Test func nothingIsLongerThanAHundred() {
    for (count, fits) in [(100, true), (101, false)] {
      let name = String(repeating: "a", count: count)
      #expect(SchemaNames.isName(name) == fits && SchemaNames.isBratName(name) == fits)
      #expect(SchemaNames.isAlias(name) == fits)
    }
  }
}
