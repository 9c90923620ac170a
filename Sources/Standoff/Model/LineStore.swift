/// The lines of a standoff file in columns, with everything that is looked up about them.
///
/// Rows are given out in order of arrival; ``order`` has their order in the file. A line that is
/// taken out leaves its row behind, until the whole is built anew.
struct LineStore: Sendable {
  private(set) var arena: Arena
  private(set) var offsets = Column<UInt32>()
  private(set) var lengths = Column<UInt32>()
  private(set) var kinds = Column<LineKind>()
  /// The index of the label or name of each line.
  private(set) var labels = Column<UInt32>()
  /// The index of the id of each line.
  private(set) var ids = Column<UInt32>()
  /// The start of a `T`, or the row of its first piece; else the first link.
  private(set) var firsts = Column<UInt32>()
  /// The end of a `T`, or the number of its pieces; else the number of links.
  private(set) var seconds = Column<UInt32>()

  private(set) var pieces = Column<StandoffLine.Piece>()
  private(set) var names = NameTable()
  private(set) var idTable: IDTable
  private(set) var links = LinkTable()
  private(set) var order = LineOrder()
  private(set) var text = TextOrder()
  private(set) var problems: [UInt32: LineProblem] = [:]
  /// The rows that have an id which an earlier line has taken.
  private var rivals: [UInt32: [UInt32]] = [:]
  /// Why nothing of the file was read, where nothing was.
  private(set) var refusal: LineProblem?

  private var line = StandoffLine()
  private var goneRows = 0
  private var goneBytes = 0

  /// How many bytes the file has.
  var liveBytes: Int { arena.count - goneBytes }

  /// How many rows were ever given out.
  var rowCount: Int { offsets.count }

  /// Reads the lines of a file.
  init(parsing bytes: [UInt8] = []) {
    arena = Arena(bytes)
    // Lines of standoff files are rarely shorter.
    idTable = IDTable(room: min(bytes.count, Arena.limit) / 40)
    guard bytes.count <= Arena.limit else {
      refusal = LineProblem(kind: .tooLarge, byte: 0)
      return
    }
    let span = bytes.span
    let isUTF8 = span.firstInvalidUTF8(in: 0..<bytes.count) == nil
    var entries: [TextOrder.Entry] = []
    var start = 0
    while start < bytes.count {
      let end = ByteSearch.first(of: .lineFeed, in: span, from: start).map { $0 + 1 } ?? bytes.count
      let row = appendRow(span, start..<end, at: UInt32(start), isUTF8: isUTF8)
      settle(row, isLast: true, entries: &entries)
      start = end
    }
    order = LineOrder(rows: rowCount)
    text = TextOrder(entries, by: idOrder)
  }

  // MARK: Changing lines

  /// Puts a line in after the line of `other`, at the start where that is `nil`; `nil` when full.
  mutating func insert(_ bytes: [UInt8], after other: UInt32?) -> UInt32? {
    guard let row = take(bytes) else { return nil }
    order.insert(row, after: other)
    settle(row)
    return row
  }

  /// Puts a line where another is, which goes; `nil` when full.
  mutating func replace(_ old: UInt32, with bytes: [UInt8]) -> UInt32? {
    guard let row = take(bytes) else { return nil }
    order.replace(old, with: row)
    forget(old)
    settle(row)
    return row
  }

  /// Takes a line out.
  mutating func remove(_ row: UInt32) {
    order.remove(row)
    forget(row)
  }

  private mutating func forget(_ row: UInt32) {
    release(row)
    problems[row] = nil
    goneRows += 1
    goneBytes += Int(lengths[row])
  }

  /// Builds everything anew once most of what is kept is gone; rows are numbered anew then.
  mutating func compact() {
    guard goneRows > max(4096, order.count) || goneBytes > max(1 << 20, arena.count / 2) else {
      return
    }
    self = LineStore(parsing: encoded())
  }

  /// The bytes of the file.
  func encoded() -> [UInt8] {
    if refusal != nil { return arena.base }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(liveBytes)
    for row in order { bytes += self.bytes(of: row) }
    return bytes
  }

  /// Takes a line out of the order for a moment; ``lower(_:after:)`` puts it back.
  mutating func lift(_ row: UInt32) {
    if ids[row] != .none, rivals[ids[row]] != nil { release(row) }
    order.remove(row)
  }

  /// Puts a lifted line after another, at the start where that is `nil`.
  mutating func lower(_ row: UInt32, after other: UInt32?) {
    order.insert(row, after: other)
    let id = ids[row]
    if id != .none, idTable.row(of: id) != row, rivals[id]?.contains(row) != true { settle(row) }
  }

  // MARK: Rows

  private mutating func take(_ bytes: [UInt8]) -> UInt32? {
    guard let offset = arena.append(bytes) else { return nil }
    return appendRow(bytes.span, 0..<bytes.count, at: offset, isUTF8: false)
  }

  private mutating func appendRow(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at offset: UInt32, isUTF8: Bool
  ) -> UInt32 {
    line.read(bytes, range, isUTF8: isUTF8)
    let row = UInt32(offsets.count)
    offsets.append(offset)
    lengths.append(UInt32(range.count))
    kinds.append(line.kind)
    ids.append(line.id.isEmpty ? .none : idTable.insert(bytes, line.id))
    if let problem = line.problem {
      problems[row] = problem
      labels.append(.none)
      firsts.append(.none)
      seconds.append(0)
      return row
    }
    labels.append(names.insert(bytes, line.name))
    switch line.kind {
    case .textBound:
      firsts.append(line.piece.start)
      seconds.append(line.piece.end)
    case .discontinuous:
      firsts.append(UInt32(pieces.count))
      seconds.append(UInt32(line.pieces.count))
      for piece in line.pieces { pieces.append(piece) }
    default:
      firsts.append(UInt32(links.count))
      seconds.append(UInt32(line.mentions.count))
      for mention in line.mentions {
        links.append(
          LinkTable.Link(
            target: idTable.insert(bytes, mention.target), owner: row,
            role: mention.role.isEmpty ? .none : names.insert(bytes, mention.role)))
      }
    }
    return row
  }

  // MARK: Which of two lines with one id is used

  /// Whether the line can be found by its id and counts in queries.
  func isUsed(_ row: UInt32) -> Bool {
    ids[row] == .none ? kinds[row] == .group : idTable.row(of: ids[row]) == row
  }

  private mutating func settle(_ row: UInt32) {
    var entries: [TextOrder.Entry] = []
    settle(row, isLast: false, entries: &entries)
    for entry in entries { text.insert(entry, by: idOrder) }
  }

  /// Makes a line that is in the order count, unless an earlier one has its id.
  private mutating func settle(
    _ row: UInt32, isLast: Bool, entries: inout [TextOrder.Entry]
  ) {
    let id = ids[row]
    guard id != .none else {
      if kinds[row] == .group { attachLinks(of: row) }
      return
    }
    let holder = idTable.row(of: id)
    if holder != .none {
      let later = isLast || order.precedes(holder, row) ? row : holder
      rivals[id, default: []].append(later)
      if later == holder { retire(holder) }
      if problems[later] == nil { problems[later] = LineProblem(kind: .duplicateID, byte: 0) }
      if later == row { return }
    }
    idTable.setRow(row, of: id)
    if kinds[row].isTextBound { entries.append(entry(of: row)) } else { attachLinks(of: row) }
  }

  /// Makes a line no longer count that is out of the order, and one that waited for its id count.
  private mutating func release(_ row: UInt32) {
    if problems[row]?.kind == .duplicateID { problems[row] = nil }
    let id = ids[row]
    guard id != .none else {
      if kinds[row] == .group { detachLinks(of: row) }
      return
    }
    guard idTable.row(of: id) == row else {
      rivals[id]?.removeAll { $0 == row }
      if rivals[id]?.isEmpty == true { rivals[id] = nil }
      return
    }
    retire(row)
    for waiting in rivals.removeValue(forKey: id) ?? [] {
      if problems[waiting]?.kind == .duplicateID { problems[waiting] = nil }
      settle(waiting)
    }
  }

  private mutating func retire(_ row: UInt32) {
    idTable.setRow(.none, of: ids[row])
    if kinds[row].isTextBound {
      text.remove(entry(of: row), by: idOrder)
    } else {
      detachLinks(of: row)
    }
  }

  private mutating func attachLinks(of row: UInt32) {
    for link in linkRange(of: row) { links.attach(link, in: &idTable) }
  }

  private mutating func detachLinks(of row: UInt32) {
    for link in linkRange(of: row) { links.detach(link, from: &idTable) }
  }

  private func linkRange(of row: UInt32) -> Range<UInt32> {
    kinds[row] == .malformed ? 0..<0 : firsts[row]..<firsts[row] + seconds[row]
  }
}
