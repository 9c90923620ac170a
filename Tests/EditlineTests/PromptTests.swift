import Testing
import TestSupport

@testable import Editline

@Suite struct PromptTests {
  @Test func plainTextStaysPlain() {
    #expect(Prompt("galley> ").rendered(colors: true) == "galley> ")
  }

  @Test func withoutColorsNoEscapeIsWritten() {
    let prompt = Prompt([.init("galley", .init(color: .green)), .init("> ", .bold)])
    #expect(prompt.rendered(colors: false) == "galley> ")
  }

  @Test func aChangeOfLookIsOneEscapeBetweenMarkers() {
    let prompt = Prompt([.init("a", .init(color: .red, isBold: true)), .init("> ")])
    #expect(prompt.rendered(colors: true) == "\u{1}\u{1B}[0;1;31m\u{1}a\u{1}\u{1B}[0m\u{1}> ")
  }

  @Test func aStyledEndIsFollowedByAPlainBlank() {
    let dim = "\u{1}\u{1B}[0;2m\u{1}", plain = "\u{1}\u{1B}[0m\u{1}"
    #expect(Prompt([.init(">", .dim)]).rendered(colors: true) == "\(dim)>\(plain) ")
    #expect(Prompt([.init("> ", .dim)]).rendered(colors: true) == "\(dim)>\(plain) ")
    #expect(Prompt([.init(" ", .dim)]).rendered(colors: true) == " ")
  }

  @Test func controlCharactersInAPromptAreShownAndCannotAct() {
    let prompt = Prompt([.init("a\u{1B}[31m\nb\u{1}> ")])
    #expect(prompt.rendered(colors: true) == "a\\u{1B}[31m\\nb\\u{1}> ")
    #expect(prompt.width == 21)
  }

  /// What libedit demands, of any prompt: escapes come in groups between markers; no group stands
  /// at the end or beside another; what follows one takes room; the last look is the plain one.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func noPromptCanRuinTheDisplay(_ number: UInt64) {
    var seed = Seed(number)
    let pieces = ["", " ", "a", "> ", "\u{301}", "한", "\u{1B}[1m", "\u{1}", "\n", "👨‍👩‍👧", "\u{200D}"]
    let styles = [
      Style.plain, .bold, .dim, .init(color: .brightCyan), .init(isReversed: true),
      .init(color: .red, isUnderlined: true),
    ]
    let prompt = Prompt(
      (0..<Int.random(in: 0...6, using: &seed)).map { _ in
        let text = (0..<Int.random(in: 0...3, using: &seed)).map { _ in
          pieces.randomElement(using: &seed) ?? ""
        }
        return Prompt.Run(text.joined(), styles.randomElement(using: &seed) ?? .plain)
      })
    let parts = prompt.rendered(colors: true).unicodeScalars.split(
      separator: "\u{1}", omittingEmptySubsequences: false)
    #expect(parts.count % 2 == 1, "markers come in pairs; seed \(number)")
    for (place, part) in parts.enumerated() where place % 2 == 1 {
      #expect(part.first == "\u{1B}" && part.last == "m", "seed \(number)")
      #expect(part.dropFirst().contains("\u{1B}") == false, "seed \(number)")
      let following = parts[place + 1].first
      #expect(following.map { columns(of: $0) > 0 } == true, "seed \(number)")
    }
    for (place, part) in parts.enumerated() where place % 2 == 0 {
      #expect(!part.contains { $0.value < 0x20 }, "seed \(number)")
    }
    if parts.count > 1 {
      #expect(String(parts[parts.count - 2]) == Style.plain.escapeSequence, "seed \(number)")
    }
    let printed = parts.enumerated().filter { $0.offset % 2 == 0 }.map { String($0.element) }
    #expect([prompt.text, prompt.text + " "].contains(printed.joined()), "seed \(number)")
  }
}
