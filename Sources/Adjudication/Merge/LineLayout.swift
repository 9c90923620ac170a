import Standoff

/// The lines of a merge as they are written, and the order in which they go into the file: that of the
/// clean profile, as far as ``isPlain`` says so, and about that elsewhere, so that formatting finds little
/// to move.
///
/// Most lines are copied from a file or are one of few records with another id, and their bytes are put
/// together once, when all lines are known.
struct LineLayout {
  /// What a line is below that is below none.
  static var nothing: Int32 { -1 }

  private struct Line: BitwiseCopyable {
    let id: PackedID
    /// What follows the id: where it begins in ``bytes``, or the row that has it, or the number of the
    /// record.
    let place: Int
    let length: Int32
    /// Whose row it is; else ``own`` or ``record``.
    let origin: Int32
    /// The number of the line that it is below.
    let above: Int32
    /// What is compared of lines below one line.
    let rank: UInt8

    static var own: Int32 { -1 }
    static var record: Int32 { -2 }
  }

  /// The place of an annotation in the text, with its line.
  private struct Span: BitwiseCopyable {
    let lower: UInt32, upper: UInt32
    let line: Int32
  }

  /// A record of galley's own with whatever id it is on.
  private struct Record {
    /// What stands before that id and behind it, the line end included.
    let head: [UInt8], tail: [UInt8]
    /// What the id of the line is made from, as far as ``head`` goes.
    let hash: StableHash
  }

  /// Whether the order is that of the clean profile, if all lines come below annotations: every id is one
  /// letter and a number, there are no events or groups, and relations lead from annotation to annotation.
  private(set) var isPlain = true

  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var spans: [Span] = []
  private var records: [Record] = []
  /// By number, the lines of annotations, events and relations.
  private var stands: [Int32]
  /// How many bytes the file has at most, where no id is longer than usual.
  private var size = 0

  /// How many bytes the lines that are not copied mostly have, and those that keep a conflict.
  private static var likelyLengths: (own: Int, conflict: Int) { (32, 160) }

  /// The most bytes that an id has which is written the usual way.
  private static var longestID: Int { 16 }

  /// Begins with no line, where some are likely: of what stands and who supports it, of what is said, and
  /// of conflicts.
  init(stands: Int, properties: Int, conflicts: Int) {
    self.stands = Array(repeating: Self.nothing, count: stands)
    LargePages.reserve(2 * stands + properties + conflicts, in: &lines)
    LargePages.reserve(stands, in: &spans)
    let (own, conflict) = Self.likelyLengths
    LargePages.reserve(own * (stands + properties) + conflict * conflicts, in: &bytes)
  }

  /// Adds a line of an id and what follows it; tells its number.
  @discardableResult
  mutating func add(
    _ id: PackedID, _ kind: LineKind, below other: Int32 = LineLayout.nothing,
    _ body: ArraySlice<UInt8>
  ) -> Int32 {
    if kind == .event { isPlain = false }
    let start = bytes.count
    bytes += body
    bytes.append(UInt8(ascii: "\n"))
    return add(
      Line(
        id: id, place: start, length: Int32(truncatingIfNeeded: bytes.count - start),
        origin: Line.own, above: other, rank: Self.rank(of: kind)), bytes.count - start)
  }

  /// Adds the line of an annotation that stands in a file, of so many bytes behind the id, under an id;
  /// tells its number.
  mutating func add(_ id: PackedID, copying holder: Holder, length: Int) -> Int32 {
    add(
      Line(
        id: id, place: Int(holder.row), length: 0,
        origin: Int32(truncatingIfNeeded: holder.source), above: Self.nothing,
        rank: Self.rank(of: .textBound)), length + 1)
  }

  private mutating func add(_ line: Line, _ length: Int) -> Int32 {
    if !line.id.isNumbered { isPlain = false }
    lines.append(line)
    size += Self.longestID + length
    return Int32(truncatingIfNeeded: lines.count - 1)
  }

  /// Adds a line that has no id.
  mutating func add(_ line: some Sequence<UInt8>) {
    isPlain = false
    let start = bytes.count
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
    lines.append(
      Line(
        id: .unusual, place: start, length: Int32(truncatingIfNeeded: bytes.count - start),
        origin: Line.own, above: Self.nothing, rank: .max))
    size += bytes.count - start
  }

  /// Keeps what stands before and behind an id in a record of galley's own, from the tab on and without
  /// the line end; tells its number.
  mutating func keep(record head: [UInt8], _ tail: [UInt8]) -> Int {
    var hash = StableHash()
    hash.combine(head.dropFirst())
    records.append(Record(head: head, tail: tail + [UInt8(ascii: "\n")], hash: hash))
    return records.count - 1
  }

  /// What the id of a record is made from that is on `id`.
  func hash(ofRecord number: Int, on id: PackedID, _ ids: MergeIDs) -> StableHash {
    var hash = records[number].hash
    ids.feed(id, to: &hash)
    hash.combine(records[number].tail.dropLast())
    return hash
  }

  /// Adds a record on a line.
  mutating func add(_ id: PackedID, record number: Int, on line: Int32) {
    let length = records[number].head.count + Self.longestID + records[number].tail.count
    _ = add(
      Line(
        id: id, place: number, length: 0, origin: Line.record, above: line,
        rank: Self.rank(of: .note)), length)
  }

  /// Notes the line of what stands, and of an annotation where it is.
  mutating func set(_ line: Int32, ofStand stand: Int, at extent: TextRange?) {
    stands[stand] = line
    guard let extent else { return }
    spans.append(
      Span(
        lower: UInt32(truncatingIfNeeded: extent.lower.value),
        upper: UInt32(truncatingIfNeeded: extent.upper.value), line: line))
  }

  /// The line of what stands.
  func line(ofStand stand: Int) -> Int32 { stands[stand] }

  /// The line of that one of some annotations which comes last in the text; `extent` tells where one is.
  mutating func later(_ ends: some Collection<Int>, _ extent: (Int) -> TextRange?) -> Int32 {
    var latest: (extent: TextRange, line: Int32)?
    for end in ends {
      guard let extent = extent(end) else {
        isPlain = false
        continue
      }
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

  /// The bytes of all lines in order, and whether that is known to be the order of the clean profile;
  /// `sources` are the files of the annotators.
  func inOrder(
    _ sources: [StandoffLines], _ ids: MergeIDs
  ) -> (bytes: [UInt8], isCanonical: Bool) {
    let blocks = blocks
    var file: [UInt8] = []
    LargePages.reserve(size, in: &file)
    var isWritten = Array(repeating: false, count: lines.count)
    var waiting: [Int32] = []
    var count = 0
    func write(from line: Int32) {
      waiting.append(line)
      while let next = waiting.popLast() {
        let line = Int(next)
        guard !isWritten[line] else { continue }
        isWritten[line] = true
        count += 1
        put(lines[line], into: &file, sources, ids)
        var place = blocks.starts[line + 1]
        while place > blocks.starts[line] {
          place -= 1
          waiting.append(blocks.lines[Int(place)])
        }
      }
    }
    for span in spansInOrder { write(from: span.line) }
    let isCanonical = isPlain && count == lines.count
    if count < lines.count {
      for line in lines.indices where !isWritten[line] { write(from: Int32(line)) }
    }
    return (file, isCanonical)
  }

  /// Adds a line to the file.
  @inline(__always)
  private func put(
    _ line: Line, into file: inout [UInt8], _ sources: [StandoffLines], _ ids: MergeIDs
  ) {
    if line.rank != .max { ids.write(line.id, to: &file) }
    switch line.origin {
    case Line.own: file += bytes[line.place..<line.place + Int(line.length)]
    case Line.record:
      file += records[line.place].head
      ids.write(lines[Int(line.above)].id, to: &file)
      file += records[line.place].tail
    default:
      sources[Int(line.origin)]
        .writeBody(of: UInt32(truncatingIfNeeded: line.place), to: &file)
      file.append(UInt8(ascii: "\n"))
    }
  }

  /// The annotations in the order of the text, in which they mostly are but for some neighbors.
  private var spansInOrder: [Span] {
    var sorted = spans
    for index in sorted.indices.dropFirst() {
      let span = sorted[index]
      var place = index
      while place > 0, precedes(span, sorted[place - 1]) {
        guard index - place < 64 else { return spans.sorted(by: precedes) }
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = span
    }
    return sorted
  }

  private func precedes(_ one: Span, _ other: Span) -> Bool {
    if one.lower != other.lower { return one.lower < other.lower }
    if one.upper != other.upper { return one.upper > other.upper }
    return lines[Int(one.line)].id.bits < lines[Int(other.line)].id.bits
  }

  /// By line, the lines below it in order, and where they begin.
  private var blocks: (starts: [Int32], lines: [Int32]) {
    var starts = Array(repeating: Int32(0), count: lines.count + 1)
    for line in lines where line.above >= 0 { starts[Int(line.above) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var places = starts
    var below = Array(repeating: Self.nothing, count: Int(starts[lines.count]))
    for number in lines.indices {
      let above = Int(lines[number].above)
      guard above >= 0 else { continue }
      below[Int(places[above])] = Int32(truncatingIfNeeded: number)
      places[above] += 1
    }
    for line in lines.indices where starts[line + 1] - starts[line] > 1 {
      sort(&below, Int(starts[line])..<Int(starts[line + 1]))
    }
    return (starts, below)
  }

  /// Sorts what is below one line.
  private func sort(_ below: inout [Int32], _ range: Range<Int>) {
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

  /// Whether one of two lines below one line comes first.
  @inline(__always)
  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (a, b) = (lines[Int(one)], lines[Int(other)])
    return a.rank != b.rank ? a.rank < b.rank : a.id.bits < b.id.bits
  }
}
