/// Where the code points of a buffer stand: how many start before each block of 64 bytes.
///
/// Takes 3 % of the text. Looking up a code point is a search among the blocks, narrowed by a first
/// guess, and a count inside one block.
struct TextIndex: Sendable {
  /// How many bytes a block has.
  static let blockSize = 64

  /// How many blocks make up a stretch, in which units can be counted in 16 bits.
  private static var stretchSize: Int { 1 << stretchBits }
  private static var stretchBits: Int { 9 }

  /// How many units start before each stretch.
  private let bases: [UInt32]
  /// How many units of its stretch start before each block, and last, before the end.
  private let counts: [UInt16]

  /// How many units there are in all.
  let count: Int

  /// What an index counts.
  enum Unit {
    /// Code points.
    case scalars
    /// The code points that take two units in UTF-16.
    case astralScalars
  }

  /// Counts `unit` in `bytes`, which are UTF-8 and shorter than 4 GiB.
  init(counting unit: Unit, in bytes: [UInt8]) {
    let blocks = (bytes.count + Self.blockSize - 1) / Self.blockSize
    let span = bytes.span
    var bases: [UInt32] = []
    var counts: [UInt16] = []
    bases.reserveCapacity(blocks / Self.stretchSize + 1)
    counts.reserveCapacity(blocks + 1)
    var (base, total) = (0, 0)
    for block in 0...blocks {
      if block % Self.stretchSize == 0 {
        base = total
        bases.append(UInt32(truncatingIfNeeded: base))
      }
      counts.append(UInt16(truncatingIfNeeded: total &- base))
      let start = block * Self.blockSize
      let end = min(start + Self.blockSize, span.count)
      if start < end { total &+= Self.units(unit, in: span, start, end) }
    }
    self.bases = bases
    self.counts = counts
    count = total
  }

  /// How many units start before a block, or before the end for the number after the last.
  @inline(__always)
  private func count(before block: Int) -> Int {
    Int(bases[block >> Self.stretchBits]) &+ Int(counts[block])
  }

  /// How many units start in the bytes from `start` up to but not including `end`, a block at most.
  @inline(__always)
  private static func units(_ unit: Unit, in bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start >= 0, end <= bytes.count else { return 0 }
    if end &- start == blockSize {
      let halves = (
        Words64.loadFourUnchecked(bytes, at: start),
        Words64.loadFourUnchecked(bytes, at: start &+ 32)
      )
      let sums =
        unit == .scalars
        ? Words64.leads(halves.0) &+ Words64.leads(halves.1)
        : Words64.astralLeads(halves.0) &+ Words64.astralLeads(halves.1)
      return Words64.sum(sums[0] &+ sums[1] &+ sums[2] &+ sums[3])
    }
    var offset = start
    var sums: UInt64 = 0
    while offset &+ 8 <= end {
      let word = Words64.loadUnchecked(bytes, at: offset)
      sums &+= unit == .scalars ? Words64.leads(word) : Words64.astralLeads(word)
      offset &+= 8
    }
    var total = Words64.sum(sums)
    while offset < end {
      total += isUnit(unit, bytes[offset]) ? 1 : 0
      offset += 1
    }
    return total
  }

  @inline(__always)
  private static func isUnit(_ unit: Unit, _ byte: UInt8) -> Bool {
    unit == .scalars ? byte & 0xC0 != 0x80 : byte >= 0xF0
  }

  /// How many units start before the byte at `offset`, which is at most the length of `bytes`.
  func count(of unit: Unit, before offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset / Self.blockSize
    let start = block * Self.blockSize
    return count(before: block) + Self.units(unit, in: bytes.span, start, offset)
  }

  /// The last block before which at most `target` units start, where `value` tells how many start
  /// before a block.
  private func block(
    atOrBefore target: Int, total: Int, _ value: (Int) -> Int
  ) -> Int {
    let last = max(0, counts.count - 2)
    // Text is even: the guess is seldom more than a few blocks off.
    let guess = total > 0 ? min(last, target * (last + 1) / total) : 0
    var low = guess
    var high = guess + 1
    var step = 1
    while low > 0, value(low) > target {
      high = low
      low = max(0, low - step)
      step *= 2
    }
    step = 1
    while high <= last, value(high) <= target {
      low = high
      high = min(last + 1, high + step)
      step *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if value(middle) <= target { low = middle } else { high = middle }
    }
    return low
  }

  /// The byte at which the code point numbered `scalar` starts, 0 for the first.
  ///
  /// `scalar` is less than ``count``, and the index counts code points.
  func byte(ofScalar scalar: Int, in bytes: [UInt8]) -> Int {
    let block = block(atOrBefore: scalar, total: count) { count(before: $0) }
    return byte(ofScalar: scalar, inBlock: block, of: bytes.span)
  }

  /// The byte at which a code point starts that starts in `block`.
  @inline(__always)
  private func byte(ofScalar scalar: Int, inBlock block: Int, of span: Span<UInt8>) -> Int {
    let start = block * Self.blockSize
    let before = count(before: block)
    var left = scalar - before
    if count(before: block + 1) - before == Self.blockSize { return start + left }
    var offset = start
    while offset &+ 8 <= span.count {
      let counts = Words64.runningSums(Words64.leads(Words64.loadUnchecked(span, at: offset)))
      let count = Int(truncatingIfNeeded: counts >> 56)
      if count > left {
        return offset &+ Words64.firstByte(above: UInt64(truncatingIfNeeded: left), in: counts)
      }
      left &-= count
      offset &+= 8
    }
    while offset < span.count {
      if span[offset] & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left -= 1
      }
      offset += 1
    }
    return span.count
  }

  /// The byte at which the code point numbered `scalar` starts, 0 for the first.
  ///
  /// `near` is the block of the last answer: where questions come in the order of the text, finding
  /// the block takes a step or two. `scalar` is less than ``count``, and the index counts code points.
  @inline(__always)
  func byte(ofScalar scalar: Int, in bytes: Span<UInt8>, near: inout Int) -> Int {
    // Of text that is all ASCII.
    if count == bytes.count { return scalar }
    var steps = 0
    while count(before: near + 1) <= scalar, steps < 8 {
      near += 1
      steps += 1
    }
    if steps == 8 || count(before: near) > scalar {
      near = block(atOrBefore: scalar, total: count) { count(before: $0) }
    }
    return byte(ofScalar: scalar, inBlock: near, of: bytes)
  }

  /// The byte at which the code point starts that holds the UTF-16 unit numbered `unit`.
  ///
  /// The index counts code points, `astral` those of two units; `unit` is less than both together.
  func byte(ofUTF16 unit: Int, astral: TextIndex, in bytes: [UInt8]) -> Int {
    let block = block(atOrBefore: unit, total: count + astral.count) {
      count(before: $0) + astral.count(before: $0)
    }
    var left = unit - count(before: block) - astral.count(before: block)
    var offset = block * Self.blockSize
    let span = bytes.span
    while offset < span.count {
      let byte = span[offset]
      if byte & 0xC0 != 0x80 {
        let width = byte >= 0xF0 ? 2 : 1
        if left < width { return offset }
        left -= width
      }
      offset += 1
    }
    return span.count
  }
}
