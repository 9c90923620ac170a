import Testing

@testable import Editline

/// A keyboard that has typed already.
private struct Script: ByteInput {
  var events: [ByteEvent]

  mutating func next(waiting duration: Duration?) -> ByteEvent {
    guard let first = events.first else { return .ended }
    // A pause is felt only by someone who waits no longer than a while.
    events.removeFirst()
    return first == .timedOut && duration == nil ? next(waiting: nil) : first
  }
}

@Suite struct KeyDecoderTests {
  private func keys(_ events: [ByteEvent]) -> [Key] {
    var decoder = KeyDecoder(input: Script(events: events))
    var keys: [Key] = []
    while true {
      let key = decoder.next()
      if key == .ended { return keys }
      keys.append(key)
    }
  }

  private func bytes(_ text: String) -> [ByteEvent] { text.utf8.map { .byte($0) } }

  private func keys(_ text: String) -> [Key] { keys(bytes(text)) }

  private func characters(_ text: String) -> [Key] { text.unicodeScalars.map { .character($0) } }

  @Test func charactersOfAnyScriptAreKeys() {
    #expect(keys("a“é한👍”\r") == characters("a“é한👍”\r"))
  }

  @Test func namedKeysAreRecognisedInBothOfTheirSpellings() {
    #expect(
      keys("\u{1B}[A\u{1B}OA\u{1B}[3~\u{1B}[1;5C")
        == [.up, .up, .delete, .wordRight].map { .named($0) })
  }

  @Test func aLoneEscapeIsAKeyAfterAPause() {
    #expect(keys(bytes("\u{1B}") + [.timedOut] + bytes("[A")) == characters("\u{1B}[A"))
  }

  @Test func anUnknownSequenceIsOneKey() {
    for sequence in ["[15~", "[1;2D", "[3;5~", "[[A", "OP", "O2P", "[I", "[?1;2c", "[5^"] {
      #expect(keys("\u{1B}\(sequence)x") == [.sequence(sequence), .character("x")])
    }
  }

  @Test func whatIsNoSequenceIsHandedOnWhole() {
    #expect(keys(bytes("\u{1B}[1;") + [.timedOut] + bytes("2D")) == characters("\u{1B}[1;2D"))
    #expect(keys("\u{1B}[1é") == characters("\u{1B}[1é"))
    #expect(keys(bytes("\u{1B}O") + [.timedOut] + bytes("x")) == characters("\u{1B}Ox"))
    #expect(keys("\u{1B}p") == characters("\u{1B}p"))
    #expect(keys("\u{1B}\u{1B}[A") == [.character("\u{1B}"), .named(.up)])
    let endless = "\u{1B}[" + String(repeating: "1;", count: 40)
    #expect(keys(endless) == characters(endless))
  }

  @Test func aPastedBlockIsOneKey() {
    let block = "one\r\ntwo\rthree\nfour\tfive\u{1B}[31m\u{9B}six\r\n\r\n"
    #expect(
      keys("a\u{1B}[200~\(block)\u{1B}[201~b") == [
        .character("a"), .paste("one\ntwo\nthree\nfour five [31m six"), .character("b"),
      ])
  }

  @Test func aPastedBlockThatIsNotUTF8IsRepaired() {
    let events = bytes("\u{1B}[200~a") + [.byte(0xFF)] + bytes("b\u{1B}[201~")
    #expect(keys(events) == [.paste("a\u{FFFD}b")])
  }

  @Test func aPastedBlockThatNeverEndsIsGivenUp() {
    let events = bytes("\u{1B}[200~one") + [.timedOut] + bytes("\u{1B}[201~x")
    #expect(keys(events) == [.paste("one"), .character("x")])
  }

  @Test func aWindowChangeWithinAPasteComesAfterIt() {
    let events = bytes("\u{1B}[200~on") + [.resized] + bytes("e\u{1B}[201~x")
    #expect(keys(events) == [.paste("one"), .resized, .character("x")])
  }

  @Test func aSignalWithinASequenceDoesNotTearItsBytesFromTheirOrder() {
    let events = bytes("\u{1B}[") + [.interrupted] + bytes("A")
    #expect(keys(events) == characters("\u{1B}[") + [.interrupted] + characters("A"))
  }

  @Test func aWindowChangeWithinASequenceComesAfterTheKey() {
    #expect(
      keys(bytes("\u{1B}[") + [.resized] + bytes("Dx"))
        == [.named(.left), .resized, .character("x")])
  }

  @Test func brokenBytesAreReplacedAndTheNextKeyIsKept() {
    #expect(keys([.byte(0xC3)] + bytes("\u{1B}[A")) == characters("\u{FFFD}\u{1B}[A"))
    #expect(
      keys([.byte(0xC3), .timedOut] + bytes("\u{1B}[A")) == [.character("\u{FFFD}"), .named(.up)])
  }

  @Test func theCodesOfNamedKeysCannotBeTyped() {
    #expect(keys("\u{9E}\u{80}") == characters("\u{FFFD}\u{FFFD}"))
    for key in NamedKey.allCases { #expect(Unicode.Scalar(key.rawValue).isC1) }
  }

  @Test func aKeyPutBackComesFirst() {
    var decoder = KeyDecoder(input: Script(events: bytes("b")))
    #expect(decoder.isEmpty)
    decoder.putBack(.named(.up))
    #expect(!decoder.isEmpty)
    #expect(decoder.next() == .named(.up))
    #expect(decoder.next() == .character("b"))
  }

  @Test func charactersPutBackComeInTheirOrder() {
    var decoder = KeyDecoder(input: Script(events: bytes("c")))
    decoder.putBack(characters: "ab")
    #expect(!decoder.isEmpty)
    #expect((0..<3).map { _ in decoder.next() } == characters("abc"))
  }

  @Test func whatCameWithAnEscapeCanBeDropped() {
    var decoder = KeyDecoder(
      input: Script(events: bytes("\u{1B}yn\u{1B}[1") + [.timedOut] + bytes("q")))
    #expect(decoder.next() == .character("\u{1B}"))
    decoder.dropCharacters()
    #expect(decoder.next() == .character("n"))
    #expect(decoder.next() == .character("\u{1B}"))
    decoder.dropCharacters()
    #expect(decoder.next() == .character("q"))
  }

  @Test func anErrorIsTold() {
    #expect(keys([.failed(errno: 5)] + bytes("a")) == [.failed(errno: 5), .character("a")])
  }
}
