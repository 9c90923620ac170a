import TestSupport
import Testing

@testable import Standoff

/// The quick check of UTF-8 says what the standard library says.
@Suite struct UTF8CheckTests {
  private static let pieces: [[UInt8]] = [
    Array("plain words, ".utf8), Array("é".utf8), Array("“서울”".utf8), Array("👩‍👩‍👧".utf8),
    [0xC0, 0x80], [0xC2], [0xE0, 0x80, 0x80], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF],
    [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
    [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF],
    [0xE2, 0x80], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: 0..<400 as Range<UInt64>) func saysWhatTheLibrarySays(number: UInt64) {
    var seed = Seed(number)
    let isMostlyGood = number % 2 == 0
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<12, using: &seed) {
      let limit = isMostlyGood ? 4 : Self.pieces.count
      bytes += Self.pieces[Int.random(in: 0..<limit, using: &seed)]
    }
    for _ in 0..<Int.random(in: 0..<3, using: &seed) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &seed)
      if Bool.random(using: &seed) {
        bytes[place] = UInt8.random(in: 0...255, using: &seed)
      } else {
        bytes.removeSubrange(place...)
      }
    }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect(UTF8Check.isValid(bytes.span) == isValid, "seed \(number): \(bytes)")
  }

  @Test func everyLeadAndEverySecondByte() {
    for lead in UInt8(0x80)...0xFF {
      for second in UInt8.min...UInt8.max {
        for tail in [[], [0x80], [0x80, 0x80], [0x80, 0xC0], [0x41, 0x80]] as [[UInt8]] {
          let bytes = [lead, second] + tail
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect(UTF8Check.isValid(bytes.span) == isValid, "\(bytes)")
        }
      }
    }
  }
}
