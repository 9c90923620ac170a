import Standoff
import TestSupport
import Testing

@Suite struct WrongUnitTests {
  /// The `T` lines of marked text with their offsets counted another way.
  func lines(_ marked: String, _ count: (Substring.UnicodeScalarView) -> Int) -> (String, String) {
    let text = MarkedText(marked)
    let scalars = Substring(text.text).unicodeScalars
    var lines = ""
    for (index, span) in text.spans.enumerated() {
      let (start, end) = (count(scalars.prefix(span.lower)), count(scalars.prefix(span.upper)))
      let words = String(scalars.prefix(span.upper).dropFirst(span.lower))
      lines += "T\(index + 1)\t\(span.label) \(start) \(end)\t\(words)\n"
    }
    return (text.text, lines)
  }

  static let marked = "[Topic|Ferry] 🚢 back, [Speaker|Lior Ban\u{303}ks] says. [Cue|Then] he left."

  @Test func units() throws {
    let (text, utf16) = lines(Self.marked) { Substring($0).utf16.count }
    #expect(try Reviewed(text, lines: utf16).names == ["2 wrong-unit"])
    let (_, bytes) = lines(Self.marked) { Substring($0).utf8.count }
    #expect(try Reviewed(text, lines: bytes).names == ["2 wrong-unit"])
  }

  @Test func theByteOrderMark() throws {
    let (text, lines) = lines("\u{FEFF}[Topic|Ferry] back, [Cue|says] she.") { $0.count - 1 }
    #expect(try Reviewed(text, lines: lines).names == ["1 wrong-unit"])
  }

  @Test func lineEndsAsOne() throws {
    let (text, lines) = lines("Ferry\r\nback,\r\n[Cue|says] [Speaker|she].\r\n") {
      $0.count - $0.count { $0 == "\r" }
    }
    #expect(try Reviewed(text, lines: lines).names == ["1 wrong-unit"])
  }

  @Test func oneLineAmongGoodOnesIsAMismatch() throws {
    let (text, right) = lines(Self.marked) { $0.count }
    let shifted = "T4\tTopic 15 19\tback\n"
    let names = try Reviewed(text, lines: right + shifted).names
    #expect(names == ["4 text-mismatch"])
  }
}
