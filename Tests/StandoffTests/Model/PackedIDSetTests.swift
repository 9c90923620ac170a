import TestSupport
import Testing

@testable import Standoff

/// Ids in 64 bits are taken once each, however many there are.
@Suite struct PackedIDSetTests {
  @Test func eachIDIsTakenOnce() {
    var seed = Seed(1)
    var (set, known) = (PackedIDSet(room: 4), Set<PackedID>())
    for _ in 0..<5000 {
      let number = UInt64.random(in: 0..<3000, using: &seed)
      let id = PackedID(
        "TAR#E".utf8.randomElement(using: &seed) ?? 0,
        number: Bool.random(using: &seed) ? number : number << 20)
      #expect(set.insert(id) == known.insert(id).inserted)
    }
    #expect(known.count > 3000)
  }
}
