/// Finds a string of bytes in an article, eight places at a time.
///
/// Looks for the two bytes of the string that are rarest in the article, at their distance; only
/// where both stand is the rest compared. ASCII letters may match in either case.
struct LiteralScan {
  private let literal: [UInt8]
  /// For each byte, the bit that makes a letter small where case does not count, else zero.
  private let masks: [UInt8]
  private let first: Int
  private let second: Int

  /// Prepares to look for `literal`, which is not empty, in an article with these frequencies of
  /// bytes.
  init(_ literal: [UInt8], frequencies: [Int], ignoresCase: Bool) {
    masks = literal.map { ignoresCase && Self.isLetter($0) ? 0x20 : 0 }
    self.literal = zip(literal, masks).map { $0 | $1 }
    let order = literal.indices.sorted { left, right in
      (frequencies[Int(literal[left])], left) < (frequencies[Int(literal[right])], right)
    }
    first = order.first ?? 0
    second = order.dropFirst().first ?? first
  }

  /// The first place at or after `start` where the string stands and ends at or before `end`.
  func next(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    let span = bytes.span
    let lastPlace = min(end, span.count) - literal.count
    guard start >= 0, start <= lastPlace else { return nil }
    let (mask1, mask2) = (Words64.repeating(masks[first]), Words64.repeating(masks[second]))
    let (byte1, byte2) = (Words64.repeating(literal[first]), Words64.repeating(literal[second]))
    let reach = max(first, second)
    var place = start
    while place + reach + 8 <= span.count, place <= lastPlace {
      let difference =
        ((Words64.load(span, at: place + first) | mask1) ^ byte1)
        | ((Words64.load(span, at: place + second) | mask2) ^ byte2)
      var hits = Words64.zeroBytes(difference)
      while hits != 0 {
        let candidate = place + hits.trailingZeroBitCount / 8
        if candidate <= lastPlace, stands(in: span, at: candidate) { return candidate }
        hits &= hits - 1
      }
      place += 8
    }
    while place <= lastPlace {
      if stands(in: span, at: place) { return place }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private func stands(in bytes: Span<UInt8>, at place: Int) -> Bool {
    for index in literal.indices where bytes[place + index] | masks[index] != literal[index] {
      return false
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
