import Standoff

/// The lines of a merge as they are written, and the order in which they go into the file: about that of
/// the clean profile, so that formatting finds little to move.
struct LineLayout {
  /// What a line is below that is below none.
  static var nothing: Int32 { -1 }

  private struct Line {
    /// Where it begins.
    let start: Int
    /// What is compared of lines below one line.
    let rank: UInt8
    let id: PackedID
    /// The number of the line that it is below.
    let above: Int32
  }

  /// The place of an annotation in the text, with its line.
  private struct Span {
    let lower: Int, upper: Int
    let line: Int32
  }

  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var spans: [Span] = []
  /// By number, the lines and places of annotations; of events and relations the lines.
  private var stands: [Int32]
  private var extents: [TextRange?]

  /// Begins with no line, of as many as are likely.
  init(stands: Int, lines: Int) {
    self.stands = Array(repeating: Self.nothing, count: stands)
    extents = Array(repeating: nil, count: stands)
    self.lines.reserveCapacity(lines)
    bytes.reserveCapacity(64 * lines)
  }

  /// Adds a line of an id and what follows it; tells its number.
  @discardableResult
  mutating func add(
    _ id: PackedID, _ kind: LineKind, below other: Int32 = LineLayout.nothing, _ ids: MergeIDs,
    _ body: ArraySlice<UInt8>
  ) -> Int32 {
    lines.append(Line(start: bytes.count, rank: Self.rank(of: kind), id: id, above: other))
    ids.write(id, to: &bytes)
    bytes += body
    bytes.append(UInt8(ascii: "\n"))
    return Int32(truncatingIfNeeded: lines.count - 1)
  }

  /// Adds a line that has no id.
  mutating func add(_ line: some Sequence<UInt8>) {
    lines.append(
      Line(start: bytes.count, rank: .max, id: .unusual, above: Self.nothing))
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Notes the line of what stands, and of an annotation where it is.
  mutating func set(_ line: Int32, ofStand stand: Int, at extent: TextRange?) {
    stands[stand] = line
    extents[stand] = extent
    guard let extent else { return }
    spans.append(Span(lower: extent.lower.value, upper: extent.upper.value, line: line))
  }

  /// The line of what stands.
  func line(ofStand stand: Int) -> Int32 { stands[stand] }

  /// The line of that one of some annotations which comes last in the text.
  func later(_ ends: some Collection<Int>) -> Int32 {
    var latest: (extent: TextRange, line: Int32)?
    for end in ends {
      guard let extent = extents[end] else { continue }
      let other = (extent: extent, line: stands[end])
      if latest.map({ precedes($0, other) }) ?? true { latest = other }
    }
    return latest?.line ?? ends.first.map { stands[$0] } ?? Self.nothing
  }

  private func precedes(
    _ one: (extent: TextRange, line: Int32), _ other: (extent: TextRange, line: Int32)
  ) -> Bool {
    if one.extent.lower != other.extent.lower { return one.extent.lower < other.extent.lower }
    if one.extent.upper != other.extent.upper { return one.extent.upper > other.extent.upper }
    return lines[Int(one.line)].id.bits < lines[Int(other.line)].id.bits
  }

  private static func rank(of kind: LineKind) -> UInt8 {
    switch kind {
    case .textBound, .discontinuous, .malformed: 0
    case .attribute: 1
    case .reference: 2
    case .note: 3
    case .event: 4
    case .relation: 5
    case .group: 6
    }
  }

  // MARK: Order

  /// The bytes of all lines, in order.
  func inOrder() -> [UInt8] {
    let blocks = blocks
    var file: [UInt8] = []
    file.reserveCapacity(bytes.count)
    var isWritten = Array(repeating: false, count: lines.count)
    var waiting: [Int32] = []
    func write(from line: Int32) {
      waiting.append(line)
      while let next = waiting.popLast() {
        let line = Int(next)
        guard !isWritten[line] else { continue }
        isWritten[line] = true
        let end = line + 1 < lines.count ? lines[line + 1].start : bytes.count
        file += bytes[lines[line].start..<end]
        for place in (blocks.starts[line]..<blocks.starts[line + 1]).reversed() {
          waiting.append(blocks.lines[place])
        }
      }
    }
    let order = spans.indices.sorted { one, other in
      let (a, b) = (spans[one], spans[other])
      if a.lower != b.lower { return a.lower < b.lower }
      if a.upper != b.upper { return a.upper > b.upper }
      return lines[Int(a.line)].id.bits < lines[Int(b.line)].id.bits
    }
    for span in order { write(from: spans[span].line) }
    for line in lines.indices where !isWritten[line] { write(from: Int32(line)) }
    return file
  }

  /// By line, the lines below it in order, and where they begin.
  private var blocks: (starts: [Int], lines: [Int32]) {
    var starts = Array(repeating: 0, count: lines.count + 1)
    for line in lines where line.above >= 0 { starts[Int(line.above) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var places = starts
    var below = Array(repeating: Self.nothing, count: starts[lines.count])
    for (number, line) in lines.enumerated() where line.above >= 0 {
      below[places[Int(line.above)]] = Int32(truncatingIfNeeded: number)
      places[Int(line.above)] += 1
    }
    for line in lines.indices where starts[line + 1] - starts[line] > 1 {
      sort(&below, starts[line]..<starts[line + 1])
    }
    return (starts, below)
  }

  /// Sorts what is below one line.
  private func sort(_ below: inout [Int32], _ range: Range<Int>) {
    let precedes = { (one: Int32, other: Int32) in
      let (a, b) = (lines[Int(one)], lines[Int(other)])
      return a.rank != b.rank ? a.rank < b.rank : a.id.bits < b.id.bits
    }
    guard range.count < 16 else { return below[range].sort(by: precedes) }
    for index in range.dropFirst() {
      let line = below[index]
      var place = index
      while place > range.lowerBound, precedes(line, below[place - 1]) {
        below[place] = below[place - 1]
        place -= 1
      }
      below[place] = line
    }
  }
}
