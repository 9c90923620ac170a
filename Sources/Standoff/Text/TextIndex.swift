/// Where the code points of a buffer stand: how many start before each block of 64 bytes.
///
/// Takes 6 % of the text. Looking up a code point is a search among the blocks, narrowed by a first
/// guess, and a count inside one block.
struct TextIndex: Sendable {
  /// How many bytes a block has.
  static let blockSize = 64

  /// How many units start before each block, and last, how many there are in all.
  private let counts: [UInt32]

  /// How many units there are in all.
  var count: Int { Int(counts.last ?? 0) }

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
    var counts: [UInt32] = []
    counts.reserveCapacity(blocks + 1)
    var total: UInt32 = 0
    for block in 0..<blocks {
      counts.append(total)
      let start = block * Self.blockSize
      let end = min(start + Self.blockSize, span.count)
      total &+= UInt32(truncatingIfNeeded: Self.units(unit, in: span, start, end))
    }
    counts.append(total)
    self.counts = counts
  }

  /// How many units start in the bytes from `start` up to but not including `end`.
  @inline(__always)
  private static func units(_ unit: Unit, in bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start >= 0, end <= bytes.count else { return 0 }
    var offset = start
    var all: UInt64 = 0
    while offset &+ 8 <= end {
      all |= Words64.loadUnchecked(bytes, at: offset)
      offset &+= 8
    }
    // All that was looked at is ASCII, and mostly that is all there is.
    if all & Words64.high == 0, offset == end { return unit == .scalars ? end &- start : 0 }
    offset = start
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
    return Int(counts[block]) + Self.units(unit, in: bytes.span, start, offset)
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
    let block = block(atOrBefore: scalar, total: count) { Int(counts[$0]) }
    return byte(ofScalar: scalar, inBlock: block, of: bytes.span)
  }

  /// The byte at which a code point starts that starts in `block`.
  @inline(__always)
  private func byte(ofScalar scalar: Int, inBlock block: Int, of span: Span<UInt8>) -> Int {
    let start = block * Self.blockSize
    var left = scalar - Int(counts[block])
    if Int(counts[block + 1]) - Int(counts[block]) == Self.blockSize { return start + left }
    var offset = start
    while offset &+ 8 <= span.count {
      var leads = Words64.leads(Words64.loadUnchecked(span, at: offset))
      let count = Words64.sum(leads)
      if count > left {
        // The first `left` of them go, the next is sought.
        while left > 0 {
          leads &= leads &- 1
          left &-= 1
        }
        return offset &+ leads.trailingZeroBitCount / 8
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
    var steps = 0
    while Int(counts[near + 1]) <= scalar, steps < 8 {
      near += 1
      steps += 1
    }
    if steps == 8 || Int(counts[near]) > scalar {
      near = block(atOrBefore: scalar, total: count) { Int(counts[$0]) }
    }
    return byte(ofScalar: scalar, inBlock: near, of: bytes)
  }

  /// The byte at which the code point starts that holds the UTF-16 unit numbered `unit`.
  ///
  /// The index counts code points, `astral` those of two units; `unit` is less than both together.
  func byte(ofUTF16 unit: Int, astral: TextIndex, in bytes: [UInt8]) -> Int {
    let block = block(atOrBefore: unit, total: count + astral.count) {
      Int(counts[$0]) + Int(astral.counts[$0])
    }
    var left = unit - Int(counts[block]) - Int(astral.counts[block])
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
