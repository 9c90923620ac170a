import Standoff
import Testing

/// Journals keep these numbers: they never change.
@Suite struct ContentHashTests {
  /// Computed by a second implementation, written from the description alone.
  @Test(
    arguments: [
      ("", 0x8603_89C5_7A9C_1205), ("a", 0xEB9A_3D4F_B2EC_2C36),
      ("abcdefgh", 0x3AFC_AFFA_A349_581C),
      ("A small circle of friends.", 0x1248_EDFC_4615_0204), ("é\u{2028}", 0x5C05_68ED_EB54_E3C9),
    ] as [(String, UInt64)])
  func theHashOf(text: String, hash: UInt64) { #expect(contentHash(of: Array(text.utf8)) == hash) }

  @Test func everyBitCounts() {
    let text = Array("A small circle of friends.".utf8)
    var seen: Set<UInt64> = [contentHash(of: text)]
    for place in text.indices {
      for bit in 0..<8 {
        var other = text
        other[place] ^= 1 << UInt8(bit)
        #expect(seen.insert(contentHash(of: other)).inserted)
      }
    }
  }

  @Test func zerosAtTheEndCount() {
    #expect(Set((0..<20).map { contentHash(of: [UInt8](repeating: 0, count: $0)) }).count == 20)
  }
}
