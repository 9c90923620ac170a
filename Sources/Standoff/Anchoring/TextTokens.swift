/// A stretch of a text as tokens: words, runs of blanks, and signs one by one.
///
/// Letters of scripts without blanks stand alone, for a word of theirs ends anywhere.
struct TextTokens {
  /// Where each token starts in the text, and last, where the stretch ends.
  private(set) var starts: [UInt32] = []
  /// The number of each token's spelling.
  private(set) var spellings: [UInt32] = []
  /// The number of what each token reads as.
  private(set) var readings: [UInt32] = []

  /// How many tokens there are.
  var count: Int { readings.count }

  /// Takes a stretch apart, at some hundred megabytes a second.
  init(_ bytes: [UInt8], _ range: Range<Int>, _ names: inout TokenNames) {
    let span = bytes.span
    let room = range.count / 3 + 1
    starts.reserveCapacity(room)
    spellings.reserveCapacity(room)
    readings.reserveCapacity(room)
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      var (kind, end) = Self.kind(span, at: place, range.upperBound)
      place = end
      if kind != .sign {
        while place < range.upperBound {
          let next = Self.kind(span, at: place, range.upperBound)
          guard next.kind == kind else { break }
          place = next.end
        }
      }
      end = place
      let name = names.name(span, start, end)
      starts.append(UInt32(truncatingIfNeeded: start))
      spellings.append(name.spelling)
      readings.append(name.reading)
    }
    starts.append(UInt32(truncatingIfNeeded: range.upperBound))
  }

  /// The bytes of some tokens that stand side by side.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    Int(starts[tokens.lowerBound])..<Int(starts[tokens.upperBound])
  }

  /// Hashes of every so many tokens that stand side by side, by what they read as.
  func shingles(of size: Int, in range: Range<Int>) -> [UInt64] {
    guard range.count >= size else { return [] }
    return (range.lowerBound...range.upperBound - size).map { start in
      var hash: UInt64 = 0
      for place in start..<start + size {
        hash = (hash ^ UInt64(readings[place])) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 29
      }
      return hash
    }
  }

  private enum Kind { case word, blank, sign }

  /// The kind of the code point at a place, and where it ends.
  @inline(__always)
  private static func kind(
    _ bytes: Span<UInt8>, at place: Int, _ limit: Int
  ) -> (kind: Kind, end: Int) {
    let first = bytes[place]
    if first < 0x80 {
      if first.isLetter || first.isDigit { return (.word, place + 1) }
      let isBlank = first == 0x20 || first &- 0x09 < 5
      return (isBlank ? .blank : .sign, place + 1)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let end = min(place + length, limit)
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in place + 1..<max(end, place + 1) {
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (kind(of: value), end)
  }

  private static func kind(of value: UInt32) -> Kind {
    guard let scalar = Unicode.Scalar(value) else { return .sign }
    if scalar.isBlank { return .blank }
    switch value {
    case 0x80..<0xC0, 0xD7, 0xF7, 0x2000..<0x2070, 0x3000..<0x3005, 0x3008..<0x3021,
      0xFF00..<0xFF10:
      return .sign
    default:
      let isAlone =
        scalar.isOfScriptWithoutBlanks || scalar.isDoubleMark || scalar.isSingleMark
        || scalar.isDash
      return isAlone ? .sign : .word
    }
  }
}
