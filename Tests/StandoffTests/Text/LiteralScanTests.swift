import TestSupport
import Testing

@testable import Standoff

@Suite struct LiteralScanTests {
  @Test(arguments: 0..<200) func findsWhatALoopFinds(seed: UInt64) {
    var random = Seed(seed)
    let letters: [UInt8] = [0x61, 0x62, 0x41, 0x00, 0x80, 0xFF, 0x7F, 0x01]
    func bytes(upTo count: Int) -> [UInt8] {
      (0..<Int.random(in: 1...count, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
    }
    let text = bytes(upTo: 200)
    let literal = bytes(upTo: 4)
    let isOfEitherCase = literal.map { _ in Bool.random(using: &random) }
    let end = Int.random(in: 0...text.count, using: &random)
    func isSame(_ byte: UInt8, at index: Int) -> Bool {
      let isCapital = (0x41...0x5A).contains(byte)
      let isOtherCase = isCapital ? byte &+ 0x20 == literal[index] : byte &- 0x20 == literal[index]
      return byte == literal[index] || byte.isLetter && isOfEitherCase[index] && isOtherCase
    }
    let places = (0...text.count).filter { place in
      place + literal.count <= end
        && literal.indices.allSatisfy { isSame(text[place + $0], at: $0) }
    }
    var frequencies = [Int](repeating: 0, count: 256)
    for byte in text { frequencies[Int(byte)] += 1 }
    let scan = LiteralScan(
      LiteralScan.Literal(literal) { isOfEitherCase[$0] }, frequencies: frequencies)
    var found: [Int] = []
    var start = 0
    while let place = scan.next(in: text, from: start, to: end) {
      found.append(place)
      start = place + 1
    }
    #expect(found == places, "seed \(seed)")
  }

  @Test(arguments: 0..<100) func singleBytesAreFoundWhereTheyStand(seed: UInt64) {
    var random = Seed(seed)
    let text = (0..<Int.random(in: 0...70, using: &random)).map { _ in
      [0x0A, 0x0B, 0x8A, 0x09, 0x20, 0xFF].randomElement(using: &random) ?? UInt8(0)
    }
    for start in 0...text.count {
      let feed = text[start...].firstIndex(of: 0x0A)
      let other = text[start...].firstIndex { $0 >= 0x80 }
      #expect(ByteSearch.first(of: 0x0A, in: text, from: start) == feed, "seed \(seed)")
      #expect(ByteSearch.firstNonASCII(in: text, from: start) == other, "seed \(seed)")
    }
  }
}
