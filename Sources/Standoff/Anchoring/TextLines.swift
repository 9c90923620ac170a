/// The lines of a text with a hash each, to be compared with those of another.
struct TextLines {
  /// Where each line starts, and last, where the text ends.
  let starts: [Int]
  /// A hash of each line, its line feed included.
  let hashes: [UInt64]

  /// Takes a text apart at its line feeds, at a gigabyte a second.
  init(_ bytes: [UInt8]) {
    let span = bytes.span
    var starts: [Int] = []
    var hashes: [UInt64] = []
    var start = 0
    while start < span.count {
      let end = ByteSearch.first(of: .lineFeed, in: span, from: start).map { $0 + 1 } ?? span.count
      starts.append(start)
      hashes.append(Self.hash(span, start, end))
      start = end
    }
    starts.append(span.count)
    self.starts = starts
    self.hashes = hashes
  }

  /// The bytes of some lines that stand side by side.
  func bytes(of lines: Range<Int>) -> Range<Int> {
    starts[lines.lowerBound]..<starts[lines.upperBound]
  }

  /// Whether a line has nothing but spaces, tabs and its end.
  func isBlank(_ line: Int, in text: Span<UInt8>) -> Bool {
    for place in starts[line]..<starts[line + 1] where text[place] > 0x20 { return false }
    return true
  }

  /// A hash of some bytes.
  @inline(__always)
  static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: end &- start) &* 0x9E37_79B9_7F4A_7C15
    var place = start
    while place < end {
      hash =
        (hash ^ Words64.load(bytes, at: place, count: min(8, end - place)))
        &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      place += 8
    }
    return hash
  }

  /// Whether two stretches of two texts are the same; both lie inside.
  @inline(__always)
  static func areEqual(
    _ left: Span<UInt8>, _ leftStart: Int, _ right: Span<UInt8>, _ rightStart: Int, count: Int
  ) -> Bool {
    var place = 0
    while place + 8 <= count {
      let a = Words64.load(left, at: leftStart + place)
      if a != Words64.load(right, at: rightStart + place) { return false }
      place += 8
    }
    while place < count {
      if left[leftStart + place] != right[rightStart + place] { return false }
      place += 1
    }
    return true
  }
}
