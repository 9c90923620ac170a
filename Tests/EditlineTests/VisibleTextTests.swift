import Testing

@testable import Editline

@Suite struct VisibleTextTests {
  @Test func ordinaryTextOfAnyScriptStaysAsItIs() {
    for text in ["", "“Café” — 한국어", "👨‍👩‍👧", "עברית", "e\u{301}", "a\u{A0}b"] {
      #expect(visible(text) == text)
    }
  }

  @Test(arguments: [
    ("\u{1B}[2J", "\\u{1B}[2J"), ("a\tb\r\n", "a\\tb\\u{D}\\n"), ("\u{7F}", "\\u{7F}"),
    ("\u{9B}31m", "\\u{9B}31m"), ("\u{202E}evil", "\\u{202E}evil"), ("\u{0}", "\\u{0}"),
    ("\u{FEFF}x", "\\u{FEFF}x"), ("co\u{AD}op", "co\\u{AD}op"), ("x\u{200B}", "x\\u{200B}"),
    ("\u{E0001}", "\\u{E0001}"),
    ("x\u{2028}y", "x\\u{2028}y"), ("\u{2066}", "\\u{2066}"),
  ])
  func whatSteersATerminalIsSpelledOut(_ text: String, _ shown: String) {
    #expect(visible(text) == shown)
  }

  @Test func nothingVisibleIsAControlCharacter() {
    let all = (0...0x2FFF as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0) }
    for scalar in visible(String(all)).unicodeScalars {
      #expect(scalar.properties.generalCategory != .control)
      #expect(!scalar.properties.isBidiControl)
    }
  }
}
