import Standoff
import Testing

@Suite struct CutCharacterTests {
  @Test(arguments: [
    ("caf[Topic|e]\u{301}", "3 5\te\u{301}"), ("caf[Topic|e\u{301}]", nil),
    ("[Topic|👩]\u{200D}🚒 came", "0 3\t👩\u{200D}🚒"), ("[Topic|🇫🇷]", nil), ("[Topic|🇫]🇷", "0 2\t🇫🇷"),
    ("[Topic|각]", nil),
  ])
  func characters(marked: String, fix: String?) throws {
    let reviewed = try Reviewed(marked)
    #expect(reviewed.names == (fix == nil ? [] : ["1 cut-character"]))
    #expect(reviewed.fix.map { Array($0.unicodeScalars) } == fix.map { Array($0.unicodeScalars) })
  }
}
