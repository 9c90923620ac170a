import TestSupport
import Testing

@testable import Standoff

@Suite struct NoteTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("two\nlines", #"two\nlines"#), ("tab\there", #"tab\there"#),
    (#"C:\new"#, #"C:\\new"#),
    ("a\r\nb", #"a\r\nb"#), ("a\u{2028}b\u{85}", #"a\u{2028}b\u{85}"#), ("", ""), (#"\"#, #"\\"#),
  ])
  func escapes(text: String, line: String) {
    #expect(NoteText.escaped(text) == line)
    #expect(Array(NoteText.unescaped(line).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    #"\q"#, #"\"#, #"\u"#, #"\u{"#, #"\u{}"#, #"\u{110000}"#, #"\u{D800}"#, #"\u{1234567}"#,
    #"\u{+1}"#,
  ])
  func whatIsNoEscapeStays(line: String) { #expect(NoteText.unescaped(line) == line) }

  @Test func thereAndBack() {
    for number in 0..<500 as Range<UInt64> {
      var seed = Seed(number)
      let letters = [
        "\\", "n", "t", "u", "{", "}", "\n", "\t", "\r", "\u{2029}", "\u{1C}", "é", "👩‍👩‍👧", "2",
      ]
      let text = (0..<12).map { _ in letters.randomElement(using: &seed) ?? "" }.joined()
      let line = NoteText.escaped(text)
      #expect(!line.unicodeScalars.contains { $0.isLineBreak || $0 == "\t" }, "seed \(number)")
      let back = NoteText.unescaped(line)
      #expect(back.utf8.elementsEqual(text.utf8), "seed \(number)")
    }
  }
}
