import TestSupport
import Testing

@testable import Standoff

@Suite struct Words64Tests {
  @Test(arguments: 0..<50) func everyByteIsJudgedByItself(seed: UInt64) {
    var random = Seed(seed)
    let edges: [UInt8] = [
      0x00, 0x01, 0x1F, 0x20, 0x21, 0x7F, 0x80, 0x81, 0xBF, 0xC0, 0xDF, 0xE0, 0xEF, 0xF0, 0xF4,
      0xFF,
    ]
    let bytes = (0..<16).map { _ in edges.randomElement(using: &random) ?? 0 }
    for offset in 0...8 {
      let word = Words64.load(bytes.span, at: offset)
      let eight = bytes[offset..<(offset + 8)]
      let leads = eight.count { $0 & 0xC0 != 0x80 }
      #expect(Words64.sum(Words64.leads(word)) == leads, "seed \(seed)")
      let astral = eight.count { $0 >= 0xF0 }
      #expect(Words64.sum(Words64.astralLeads(word)) == astral, "seed \(seed)")
      #expect(word == Words64.loadUnchecked(bytes.span, at: offset), "seed \(seed)")
      let zeros = Words64.zeroBytes(word)
      let blanks = Words64.blanksAndControls(word)
      for (index, byte) in eight.enumerated() {
        #expect((blanks & (0x80 << UInt64(8 * index)) != 0) == (byte <= 0x20), "seed \(seed)")
        let isMarked = zeros & (0x80 << UInt64(8 * index)) != 0
        #expect(isMarked == (byte == 0), "seed \(seed), byte \(index)")
      }
    }
  }

  @Test(arguments: 0..<50) func theByteIsFoundInWhichAnOnePassesACount(seed: UInt64) {
    var random = Seed(seed)
    let ones = (0..<8).map { _ in UInt8.random(in: 0...1, using: &random) }
    let sums = Words64.runningSums(Words64.load(ones.span, at: 0))
    let places = ones.indices.filter { ones[$0] == 1 }
    for (count, place) in places.enumerated() {
      #expect(Words64.firstByte(above: UInt64(count), in: sums) == place, "seed \(seed)")
    }
    #expect(sums >> 56 == UInt64(places.count), "seed \(seed)")
  }

  @Test func theLowestBytesAreOnes() {
    for count in 0...7 {
      let word: UInt64 = Words64.lowest(count)
      for place in 0..<8 {
        let byte = word >> UInt64(8 * place) & 0xFF
        #expect(byte == (place < count ? 0xFF : 0))
      }
    }
  }

  @Test func aByteIsRepeated() {
    #expect(Words64.repeating(0xAB) == 0xABAB_ABAB_ABAB_ABAB)
  }

  @Test(arguments: 1...8) func digitsAreReadAsANumber(count: Int) {
    for text in ["00000000", "12345678", "99999999", "10203040"] {
      let digits = String(text.prefix(count))
      let bytes = Array((digits + "x/:9\u{B0}0000").utf8)
      let word = Words64.load(bytes.span, at: 0)
      #expect(Words64.digitCount(word) == count)
      #expect(Words64.number(word, digits: count) == UInt64(digits))
    }
    for (place, odd) in zip(0..., ["/", ":", "\u{0}", "é", "\t"]) {
      let bytes = Array(("12345678".prefix(place) + odd + "12345678").utf8)
      #expect(Words64.digitCount(Words64.load(bytes.span, at: 0)) == place)
    }
  }

  @Test func fewBytesAreLoadedAtTheEnd() {
    let bytes = Array("abcdefghij".utf8)
    for offset in 0...10 {
      for count in 0...min(8, 10 - offset) {
        let word = Words64.load(bytes.span, at: offset, count: count)
        let expected = bytes[offset..<offset + count].reversed().reduce(UInt64(0)) {
          $0 << 8 | UInt64($1)
        }
        #expect(word == expected, "\(count) bytes from \(offset)")
      }
    }
  }

  @Test func digitsOfNumbers() {
    var seed = Seed(5)
    let edges: [UInt64] = [0, 9, 10, 99, 100, 9999, 10_000, 99_990_000, 99_999_999]
    let others = (0..<2000).map { _ in UInt64.random(in: 0..<100_000_000, using: &seed) }
    for number in edges + others {
      let word = Words64.digits(of: number)
      let text = String((0..<8).map { Character(Unicode.Scalar(UInt8(word >> (8 * $0) & 0xFF))) })
      #expect(text == String(String(100_000_000 + number).dropFirst()))
    }
  }

  @Test func sumsAndControls() {
    #expect(Words64.sumOfMany(0xFFFF_FFFF_FFFF_FFFF) == 8 * 255)
    #expect(Words64.sumOfMany(0x0102_0304_0506_0708) == 36)
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        let word =
          (Words64.repeating(0x61) & ~(0xFF << UInt64(8 * place)))
          | UInt64(byte) << UInt64(8 * place)
        #expect(Words64.controls(word) == (byte < 0x20 ? 0x80 << UInt64(8 * place) : 0))
      }
    }
  }
}
