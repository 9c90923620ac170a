import Standoff

/// The lines of a merge as they are written, and the order in which they go into the file: that of the
/// clean profile, as far as ``isPlain`` says so, and about that elsewhere, so that formatting finds little
/// to move.
///
/// Most lines are copied from a file or are one of few records with another id, and their bytes are put
/// together once, when all lines are known.
struct LineLayout {
  /// Stands for no line: the `above` of a line that is below none.
  static var nothing: Int32 { -1 }

  /// A line, or where it is copied from.
  struct Line: BitwiseCopyable {
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
  struct Span: BitwiseCopyable {
    let lower: UInt32, upper: UInt32
    let line: Int32

    init(_ extent: TextRange, line: Int32) {
      lower = UInt32(truncatingIfNeeded: extent.lower.value)
      upper = UInt32(truncatingIfNeeded: extent.upper.value)
      self.line = line
    }
  }

  /// A record of galley's own with whatever id it is on.
  struct Record {
    /// What stands before that id and behind it, the line end included.
    let head: [UInt8], tail: [UInt8]
    /// What the id of the line is made from, as far as ``head`` goes.
    let hash: StableHash
  }

  /// Whether the order is that of the clean profile, if all lines come below annotations: every id is one
  /// letter and a number, there are no events or groups, and relations lead from annotation to annotation.
  private(set) var isPlain = true

  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var spans: [Span] = []
  private(set) var records: [Record] = []
  /// By number, the lines of annotations, events and relations.
  private var stands: [Int32]
  /// How many bytes the file has at most, where no id is longer than usual.
  private(set) var size = 0

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
        origin: Int32(truncatingIfNeeded: holder.annotator), above: Self.nothing,
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
    spans.append(Span(extent, line: line))
  }

  /// The line of what stands.
  func line(ofStand stand: Int) -> Int32 { stands[stand] }

  /// The line of that one of some annotations which comes last in the text; `extent` tells where one is.
  mutating func later(_ ends: some Collection<Int>, _ extent: (Int) -> TextRange?) -> Int32 {
    var latest: Span?
    for end in ends {
      guard let extent = extent(end) else {
        isPlain = false
        continue
      }
      let other = Span(extent, line: stands[end])
      if latest.map({ precedes($0, other) }) ?? true { latest = other }
    }
    return latest?.line ?? ends.first.map { stands[$0] } ?? Self.nothing
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
}
