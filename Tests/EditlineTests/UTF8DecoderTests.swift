import Testing
import TestSupport

@testable import Editline

@Suite struct UTF8DecoderTests {
  private func decode(_ bytes: [UInt8]) -> String {
    var decoder = UTF8Decoder()
    return String(bytes.flatMap { decoder.decode($0) } + decoder.finish())
  }

  @Test func wellFormedTextComesBack() {
    for text in ["", "plain", "“é한👍”", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"] {
      #expect(decode(Array(text.utf8)) == text)
    }
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC3, 0x28], [0xE2, 0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80], [0xE0, 0x9F, 0x80], [0x80, 0x61], [0xF8],
      [0xE2, 0x61, 0x80], [0xF0, 0x9F, 0x98, 0xC3, 0xA9],
    ] as [[UInt8]])
  func brokenSequencesBecomeReplacementCharacters(_ bytes: [UInt8]) {
    let decoded = decode(bytes)
    #expect(decoded.unicodeScalars.contains("\u{FFFD}"))
    #expect(Array(decoded.utf8) == Array(String(decoding: bytes, as: UTF8.self).utf8))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func anyBytesAreReadAsTheStandardLibraryReadsThem(_ number: UInt64) {
    var seed = Seed(number)
    let likely: [UInt8] = [0x61, 0x80, 0xBF, 0xC2, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xA0, 0x9F, 0xFF]
    let bytes = (0..<40).map { _ in likely.randomElement(using: &seed) ?? 0 }
    let expected = String(decoding: bytes, as: UTF8.self)
    #expect(Array(decode(bytes).utf8) == Array(expected.utf8), "seed \(number)")
  }
}
