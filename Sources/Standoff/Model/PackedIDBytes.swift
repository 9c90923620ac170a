/// The bytes of an id as it is written.
package struct PackedIDBytes: Sequence, IteratorProtocol {
  /// How many bytes are left.
  package private(set) var underestimatedCount: Int
  /// The letters that are left, the next one lowest.
  private var letters: UInt64
  /// The digits that are left, four bits each, the next one lowest; there are 15 at most.
  private var digits: UInt64 = 0

  init(_ id: PackedID) {
    letters = id.bits >> 56
    let second = id.bits >> 48 & 0xFF
    var (rest, count) = (id.number, 1)
    if second != 0 {
      letters |= second << 8
      count = 2
    }
    repeat {
      let tenth = rest / 10
      digits = digits << 4 | (rest - 10 * tenth)
      rest = tenth
      count += 1
    } while rest > 0
    underestimatedCount = count
  }

  package mutating func next() -> UInt8? {
    guard underestimatedCount > 0 else { return nil }
    underestimatedCount -= 1
    if letters != 0 {
      defer { letters >>= 8 }
      return UInt8(truncatingIfNeeded: letters)
    }
    defer { digits >>= 4 }
    return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits & 15)
  }
}
