import TestSupport
import Testing

@testable import Standoff

@Suite struct Words64Tests {
  @Test(arguments: 0..<50) func everyByteIsJudgedByItself(seed: UInt64) {
    var random = Seed(seed)
    let edges: [UInt8] = [
      0x00, 0x01, 0x7F, 0x80, 0x81, 0xBF, 0xC0, 0xDF, 0xE0, 0xEF, 0xF0, 0xF4, 0xFF,
    ]
    let bytes = (0..<16).map { _ in edges.randomElement(using: &random) ?? 0 }
    for offset in 0...8 {
      let word = Words64.load(bytes.span, at: offset)
      let eight = bytes[offset..<(offset + 8)]
      let leads = eight.count { $0 & 0xC0 != 0x80 }
      #expect(Words64.sum(Words64.leads(word)) == leads, "seed \(seed)")
      let astral = eight.count { $0 >= 0xF0 }
      #expect(Words64.sum(Words64.astralLeads(word)) == astral, "seed \(seed)")
      let zeros = Words64.zeroBytes(word)
      for (index, byte) in eight.enumerated() {
        let isMarked = zeros & (0x80 << UInt64(8 * index)) != 0
        #expect(isMarked == (byte == 0), "seed \(seed), byte \(index)")
      }
    }
  }

  @Test func aByteIsRepeated() {
    #expect(Words64.repeating(0xAB) == 0xABAB_ABAB_ABAB_ABAB)
  }
}
