/// The lines of a standoff file in columns, with everything that is looked up about them.
///
/// Rows are given out in order of arrival; ``order`` has their order in the file. A line that is
/// taken out leaves its row behind, until the whole is built anew.
struct LineStore: Sendable {
  private(set) var arena: Arena
  private(set) var offsets = Column<UInt32>()
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

  /// What the columns hold about one line.
  private struct Row {
    var offset: UInt32
    var id: UInt32
    var label = UInt32.none
    var first = UInt32.none
    var second: UInt32 = 0
    var kind: LineKind
  }

  /// Whether a line may end in CR LF, and whether one may be an event: once one was.
  private(set) var mayHaveCarriageReturns = false
  private(set) var mayHaveEvents = false

  private var line = StandoffLine()
  private var goneRows = 0
  private var goneBytes = 0

  /// How many bytes the file has.
  var liveBytes: Int { arena.count - goneBytes }

  /// How many rows were ever given out.
  var rowCount: Int { offsets.count }

  /// How many bytes a line has.
  @inline(__always)
  func length(of row: UInt32) -> UInt32 { arena.length(at: row, offsets) }

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
    // Not touched before it is used, and an annotation rarely takes fewer bytes.
    entries.reserveCapacity(bytes.count / 64)
    // Put into the columns a page at a time.
    var rows: [Row] = []
    rows.reserveCapacity(min(Column<UInt32>.pageSize, bytes.count / 16 + 1))
    var row: UInt32 = 0
    var start = 0
    while start < bytes.count {
      let end = ByteSearch.first(of: .lineFeed, in: span, from: start).map { $0 + 1 } ?? bytes.count
      let (id, isTaken): (UInt32, Bool)
      var extent: StandoffLine.Piece?
      if isUTF8, let usual = UsualLine(span, start..<end) {
        (id, isTaken) = idTable.define(usual.id, as: row)
        rows.append(makeRow(usual, row, span, at: UInt32(start), id, isUsed: !isTaken))
        if usual.kind == .textBound { extent = usual.piece }
      } else {
        line.read(span, start..<end, isUTF8: isUTF8)
        (id, isTaken) = line.id.isEmpty ? (.none, false) : idTable.define(span, line.id, as: row)
        rows.append(makeRow(row, span, at: UInt32(start), id, isUsed: !isTaken))
        if line.kind.isTextBound { extent = line.extent }
      }
      if isTaken {
        rivals[id, default: []].append(row)
        if problems[row] == nil { problems[row] = LineProblem(kind: .duplicateID, byte: 0) }
      } else if let extent {
        entries.append(TextOrder.Entry(start: extent.start, end: extent.end, row: row))
      }
      if rows.count == Column<UInt32>.pageSize { take(&rows) }
      row += 1
      start = end
    }
    take(&rows)
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
    goneBytes += Int(length(of: row))
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
    let row = UInt32(offsets.count)
    line.read(bytes.span, 0..<bytes.count, isUTF8: false)
    let id = line.id.isEmpty ? .none : idTable.insert(bytes.span, line.id)
    var rows = [makeRow(row, bytes.span, at: offset, id, isUsed: false)]
    take(&rows)
    return row
  }

  /// Puts rows into the columns, and leaves none.
  private mutating func take(_ rows: inout [Row]) {
    offsets.append(contentsOf: rows.map(\.offset))
    kinds.append(contentsOf: rows.map(\.kind))
    labels.append(contentsOf: rows.map(\.label))
    ids.append(contentsOf: rows.map(\.id))
    firsts.append(contentsOf: rows.map(\.first))
    seconds.append(contentsOf: rows.map(\.second))
    rows.removeAll(keepingCapacity: true)
  }

  /// Makes the row of the line that was read; its links count at once where it is used.
  private mutating func makeRow(
    _ number: UInt32, _ bytes: Span<UInt8>, at offset: UInt32, _ id: UInt32, isUsed: Bool
  ) -> Row {
    var row = Row(offset: offset, id: id, kind: line.kind)
    if line.endsInCarriageReturn { mayHaveCarriageReturns = true }
    if let problem = line.problem {
      problems[number] = problem
      return row
    }
    row.label = names.insert(bytes, line.name)
    switch line.kind {
    case .textBound:
      row.first = line.piece.start
      row.second = line.piece.end
    case .discontinuous:
      row.first = UInt32(pieces.count)
      row.second = UInt32(line.pieces.count)
      for piece in line.pieces { pieces.append(piece) }
    default:
      if line.kind == .event { mayHaveEvents = true }
      row.first = UInt32(links.count)
      row.second = UInt32(line.mentions.count)
      for mention in line.mentions {
        let link = LinkTable.Link(
          target: idTable.insert(bytes, mention.target), owner: number,
          role: mention.role.isEmpty ? .none : names.insert(bytes, mention.role))
        if isUsed { links.append(link, attachedIn: &idTable) } else { links.append(link) }
      }
    }
    return row
  }

  /// Makes the row of a line of a usual shape; its links count at once where it is used.
  private mutating func makeRow(
    _ usual: UsualLine, _ number: UInt32, _ bytes: Span<UInt8>, at offset: UInt32, _ id: UInt32,
    isUsed: Bool
  ) -> Row {
    var row = Row(
      offset: offset, id: id, label: names.insert(bytes, usual.name), kind: usual.kind)
    if usual.kind == .textBound {
      (row.first, row.second) = (usual.piece.start, usual.piece.end)
      return row
    }
    row.first = UInt32(links.count)
    row.second = usual.kind == .relation ? 2 : 1
    let role = usual.kind == .relation ? names.insert(bytes, usual.roles.0) : .none
    link(number, to: usual.targets.0, as: role, isUsed: isUsed)
    if usual.kind == .relation {
      link(number, to: usual.targets.1, as: names.insert(bytes, usual.roles.1), isUsed: isUsed)
    }
    return row
  }

  private mutating func link(
    _ row: UInt32, to target: PackedID, as role: UInt32, isUsed: Bool
  ) {
    let link = LinkTable.Link(target: idTable.insert(target), owner: row, role: role)
    if isUsed { links.append(link, attachedIn: &idTable) } else { links.append(link) }
  }

  // MARK: Which of two lines with one id is used

  /// Whether every line with an id is used, for no two have one and the same.
  var idsAreUnique: Bool { rivals.isEmpty }

  /// Whether the line can be found by its id and counts in queries.
  func isUsed(_ row: UInt32) -> Bool {
    ids[row] == .none ? kinds[row] == .group : idTable.row(of: ids[row]) == row
  }

  /// Makes a line that is in the order count, unless an earlier one has its id.
  private mutating func settle(_ row: UInt32) {
    let id = ids[row]
    guard id != .none else {
      if kinds[row] == .group { attachLinks(of: row) }
      return
    }
    let holder = idTable.row(of: id)
    if holder != .none {
      let later = order.precedes(holder, row) ? row : holder
      rivals[id, default: []].append(later)
      if later == holder { retire(holder) }
      if problems[later] == nil { problems[later] = LineProblem(kind: .duplicateID, byte: 0) }
      if later == row { return }
    }
    idTable.setRow(row, of: id)
    if kinds[row].isTextBound {
      text.insert(entry(of: row), by: idOrder)
    } else {
      attachLinks(of: row)
    }
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
