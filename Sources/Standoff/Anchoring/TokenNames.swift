/// Numbers for the tokens of texts: one for how a token is spelled, and one for how people read it.
///
/// Quotation marks of all kinds read the same, apostrophes do, dashes, runs of blanks, and letters
/// composed and decomposed.
struct TokenNames {
  /// The number of a token as it is spelled, and that of what it reads as.
  struct Name {
    let spelling: UInt32
    let reading: UInt32
  }

  private var slots: [UInt32] = Array(repeating: .max, count: 1 << 10)
  private var hashes: [UInt64] = []
  private var starts: [Int] = [0]
  private var readings: [UInt32] = []
  private var spelled: [UInt8] = []
  /// Readings that are not plain ASCII; equality of strings is canonical equivalence.
  private var composed: [String: UInt32] = [:]
  private var readingCount = UInt32(Reading.allCases.count)

  /// How many readings there are; every number of one is less.
  var count: Int { Int(readingCount) }

  /// Readings that many spellings have.
  private enum Reading: UInt32, CaseIterable {
    case blanks, doubleMark, singleMark, dash
  }

  /// The name of the token in `bytes[start..<end]`.
  @inline(__always)
  mutating func name(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Name {
    let hash = TextLines.hash(bytes, start, end)
    var slot = Int(truncatingIfNeeded: hash >> 8) & (slots.count - 1)
    while slots[slot] != .max {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSpelled(number, bytes, start, end) {
        return Name(spelling: slots[slot], reading: readings[number])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(bytes, start, end, hash, slot)
  }

  @inline(__always)
  private func isSpelled(_ number: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let own = starts[number]
    guard starts[number + 1] - own == end - start else { return false }
    return TextLines.areEqual(spelled.span, own, bytes, start, count: end - start)
  }

  private mutating func add(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64, _ slot: Int
  ) -> Name {
    let number = UInt32(truncatingIfNeeded: hashes.count)
    slots[slot] = number
    hashes.append(hash)
    for place in start..<end { spelled.append(bytes[place]) }
    starts.append(spelled.count)
    let reading = newReading(of: spelled[(spelled.count - (end - start))...])
    readings.append(reading)
    if hashes.count * 2 > slots.count { grow() }
    return Name(spelling: number, reading: reading)
  }

  private mutating func newReading(of token: ArraySlice<UInt8>) -> UInt32 {
    let text = String(decoding: token, as: UTF8.self)
    let scalars = text.unicodeScalars
    if let first = scalars.first {
      if first.isBlank { return Reading.blanks.rawValue }
      if scalars.count == 1 {
        if first.isDoubleMark { return Reading.doubleMark.rawValue }
        if first.isSingleMark { return Reading.singleMark.rawValue }
        if first.isDash { return Reading.dash.rawValue }
      }
    }
    if token.allSatisfy({ $0 < 0x80 }) { return takeReading() }
    if let known = composed[text] { return known }
    let reading = takeReading()
    composed[text] = reading
    return reading
  }

  private mutating func takeReading() -> UInt32 {
    readingCount += 1
    return readingCount - 1
  }

  private mutating func grow() {
    slots = Array(repeating: .max, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 8) & (slots.count - 1)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number)
    }
  }
}
