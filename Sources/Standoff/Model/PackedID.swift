/// An id in 64 bits, where it is written the usual way: one or two letters (or `#`, or `#` and a
/// letter), then digits without a leading zero, below 2⁴⁸.
package struct PackedID: Hashable, BitwiseCopyable, Sendable {
  /// The number in the low 48 bits, the second letter or 0 above it, the first letter on top; never 0.
  package let bits: UInt64

  /// The letters, the second of them 0 where there is one, and the number after them.
  init(_ first: UInt8, _ second: UInt8 = 0, number: UInt64) {
    bits = UInt64(first) << 56 | UInt64(second) << 48 | number & 0xFFFF_FFFF_FFFF
  }

  /// Stands for an id that is not written the usual way, where it is enough to know that.
  package static let unusual = PackedID(irregular: .max)
  /// What stands where a group would have an id.
  package static let ofGroup = PackedID(UInt8(ascii: "*"), number: 0)

  /// The number after the letters.
  var number: UInt64 { bits & 0xFFFF_FFFF_FFFF }

  /// Stands for the id with this index among those that are not written the usual way.
  package init(irregular index: UInt32) { bits = 1 << 63 | UInt64(index) }

  /// Takes over the bits of a packed id.
  init(bits: UInt64) { self.bits = bits }

  /// The index that an id not written the usual way has among its like; `nil` for others.
  package var irregularIndex: UInt32? { bits >> 63 == 0 ? nil : UInt32(truncatingIfNeeded: bits) }

  /// Whether this is an id, and has one letter.
  package var isNumbered: Bool { bits >> 63 == 0 && bits >> 48 & 0xFF == 0 }

  /// Packs an id; `nil` where it is not written the usual way.
  package init?(_ id: AnnotationID) {
    let bytes = id.description.utf8
    self.init(bytes.span, 0..<bytes.count)
  }

  /// Packs the id in `bytes[range]`; `nil` where it is not written the usual way.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 2 else { return nil }
    if range.count <= 8, range.lowerBound + 8 <= bytes.count {
      let word = Words64.load(bytes, at: range.lowerBound)
      let letter = UInt8(truncatingIfNeeded: word)
      let digits = word >> 8
      let count = range.count - 1
      if letter.isLetter || letter == UInt8(ascii: "#"), Words64.digitCount(digits) >= count,
        count == 1 || digits & 0xFF != 0x30
      {
        self.init(letter, number: Words64.number(digits, digits: count))
        return
      }
    }
    var position = range.lowerBound
    let first = bytes[position]
    guard first.isLetter || first == UInt8(ascii: "#") else { return nil }
    position += 1
    var second: UInt8 = 0
    if bytes[position].isLetter {
      second = bytes[position]
      position += 1
    }
    // 14 digits are below 2⁴⁷.
    guard position < range.upperBound, range.upperBound - position <= 14 else { return nil }
    if bytes[position] == UInt8(ascii: "0"), range.upperBound - position > 1 { return nil }
    var number: UInt64 = 0
    while position < range.upperBound {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + UInt64(digit)
      position += 1
    }
    self.init(first, second, number: number)
  }
}

extension PackedID: CustomStringConvertible {
  /// The id as it is written, where it is written the usual way.
  package var description: String {
    var text = String(Unicode.Scalar(UInt8(truncatingIfNeeded: bits >> 56)))
    let second = UInt8(truncatingIfNeeded: bits >> 48)
    if second != 0 { text.unicodeScalars.append(Unicode.Scalar(second)) }
    return text + String(number)
  }
}

extension PackedID {
  /// Adds the id as it is written, where it is written the usual way.
  package func write(to bytes: inout [UInt8]) {
    let second = bits >> 48 & 0xFF
    let first = bytes.count
    let letterCount = second == 0 ? 1 : 2
    let count = letterCount + number.digitCount
    bytes.append(
      contentsOf: repeatElement(UInt8(truncatingIfNeeded: bits >> 56), count: count))
    var written = bytes.mutableSpan
    if second != 0 { written[first + 1] = UInt8(truncatingIfNeeded: second) }
    var (rest, end) = (number, first + count)
    repeat {
      let digits = Words64.digits(of: rest % 100_000_000)
      rest /= 100_000_000
      let start = max(first + letterCount, end - 8)
      for place in start..<end {
        written[place] = UInt8(truncatingIfNeeded: digits >> UInt64(8 * (place - end + 8)))
      }
      end = start
    } while rest > 0
  }

  /// The bytes of the id as it is written, where it is written the usual way.
  package var utf8: PackedIDBytes { PackedIDBytes(self) }
}

extension UInt64 {
  /// How many decimal digits the number has, which is below 10¹⁸.
  var digitCount: Int {
    var (count, limit) = (1, UInt64(10))
    while self >= limit {
      count += 1
      limit &*= 10
    }
    return count
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter.
  package var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether this is an ASCII digit.
  package var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Whether this is an ASCII letter or digit or the full stop, none of which is trimmed.
  var isPlainEnd: Bool { isLetter || isDigit || self == UInt8(ascii: ".") }
}
