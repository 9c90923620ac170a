/// Finds a string of bytes in an article, 32 places at a time.
///
/// Looks for the two bytes of the string that are rarest in the article, at their distance; only
/// where both stand is the rest compared.
struct LiteralScan {
  /// Bytes to look for, some of which may be ASCII letters of either case.
  struct Literal {
    /// The bytes; letters of either case are small.
    let bytes: [UInt8]
    /// For each byte, the bit that makes a letter small where it may be of either case, else zero.
    let masks: [UInt8]

    /// Creates a literal of some bytes, not none.
    init(_ bytes: [UInt8], eitherCaseAt isOfEitherCase: (Int) -> Bool) {
      let masks = bytes.indices.map { bytes[$0].isLetter && isOfEitherCase($0) ? 0x20 : UInt8(0) }
      self.masks = masks
      self.bytes = zip(bytes, masks).map { $0 | $1 }
    }
  }

  private let literal: [UInt8]
  private let masks: [UInt8]
  private let first: Int
  private let second: Int

  /// Prepares to look for `literal` in an article with these frequencies of bytes.
  init(_ literal: Literal, frequencies: [Int]) {
    self.literal = literal.bytes
    masks = literal.masks
    let counts = zip(literal.bytes, literal.masks).map { byte, mask in
      frequencies[Int(byte)] + (mask == 0 ? 0 : frequencies[Int(byte & ~mask)])
    }
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
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
    let wide = (
      SIMD4(repeating: mask1), SIMD4(repeating: byte1), SIMD4(repeating: mask2),
      SIMD4(repeating: byte2)
    )
    let end32 = span.count - max(first, second) - 32
    let end8 = end32 + 24
    var place = start
    while place <= min(end8, lastPlace) {
      // Most blocks of 32 have no such pair.
      while place <= min(end32, lastPlace) {
        let difference =
          ((Words64.loadFourUnchecked(span, at: place &+ first) | wide.0) ^ wide.1)
          | ((Words64.loadFourUnchecked(span, at: place &+ second) | wide.2) ^ wide.3)
        if Words64.haveZeroByte(difference) { break }
        place &+= 32
      }
      guard place <= min(end8, lastPlace) else { break }
      let difference =
        ((Words64.loadUnchecked(span, at: place &+ first) | mask1) ^ byte1)
        | ((Words64.loadUnchecked(span, at: place &+ second) | mask2) ^ byte2)
      var hits = Words64.zeroBytes(difference)
      while hits != 0 {
        let candidate = place &+ hits.trailingZeroBitCount / 8
        if candidate <= lastPlace, stands(in: span, at: candidate) { return candidate }
        hits &= hits &- 1
      }
      place &+= 8
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
}
