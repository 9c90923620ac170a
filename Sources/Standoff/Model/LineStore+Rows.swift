/// Making the rows of lines.
extension LineStore {
  /// What the columns hold about one line.
  struct Row {
    var offset: UInt32
    var id: UInt32
    var label = UInt32.none
    var first = UInt32.none
    var second: UInt32 = 0
    var kind: LineKind
  }

  /// Keeps a line that comes after the file was read, in no order yet; `nil` where there is no room.
  mutating func add(_ bytes: [UInt8]) -> UInt32? {
    guard let offset = arena.append(bytes) else { return nil }
    let number = UInt32(rowCount)
    var line = StandoffLine()
    line.read(bytes.span, 0..<bytes.count, isUTF8: false)
    let id = line.id.isEmpty ? .none : idTable.insert(bytes.span, line.id)
    let row = row(number, of: line, bytes.span, at: offset, id, isUsed: false)
    offsets.append(row.offset)
    kinds.append(row.kind)
    labels.append(row.label)
    ids.append(row.id)
    firsts.append(row.first)
    seconds.append(row.second)
    return number
  }

  /// Puts rows of the file that is being read into the columns, and leaves none.
  mutating func take(_ rows: inout [Row]) {
    offsets.append(of: rows) { $0.offset }
    kinds.append(of: rows) { $0.kind }
    labels.append(of: rows) { $0.label }
    ids.append(of: rows) { $0.id }
    firsts.append(of: rows) { $0.first }
    seconds.append(of: rows) { $0.second }
    rows.removeAll(keepingCapacity: true)
  }

  /// The row of a line that was read; its links count at once where it is used.
  mutating func row(
    _ number: UInt32, of line: StandoffLine, _ bytes: Span<UInt8>, at offset: UInt32, _ id: UInt32,
    isUsed: Bool
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
        let role = mention.role.isEmpty ? .none : names.insert(bytes, mention.role)
        link(number, to: idTable.insert(bytes, mention.target), as: role, isUsed: isUsed)
      }
    }
    return row
  }

  /// The row of a line of a usual shape; its links count at once where it is used.
  @inline(__always)
  mutating func row(
    _ number: UInt32, of usual: UsualLine, _ bytes: Span<UInt8>, at offset: UInt32, _ id: UInt32,
    isUsed: Bool
  ) -> Row {
    var row = Row(
      offset: offset, id: id, label: names.insert(bytes, usual.name), kind: usual.kind)
    if usual.kind == .textBound {
      (row.first, row.second) = (usual.piece.start, usual.piece.end)
      return row
    }
    row.first = UInt32(truncatingIfNeeded: links.count)
    row.second = usual.kind == .relation ? 2 : 1
    let role = usual.kind == .relation ? names.insert(bytes, usual.roles.0) : .none
    link(number, to: idTable.insert(usual.targets.0), as: role, isUsed: isUsed)
    if usual.kind == .relation {
      let role = names.insert(bytes, usual.roles.1)
      link(number, to: idTable.insert(usual.targets.1), as: role, isUsed: isUsed)
    }
    return row
  }

  private mutating func link(_ row: UInt32, to id: UInt32, as role: UInt32, isUsed: Bool) {
    let link = LinkTable.Link(target: id, owner: row, role: role)
    if isUsed { links.append(link, attachedIn: &idTable) } else { links.append(link) }
  }

  /// Makes the links of a line count.
  mutating func attachLinks(of row: UInt32) {
    for link in linkRange(of: row) { links.attach(link, in: &idTable) }
  }

  /// Makes the links of a line no longer count.
  mutating func detachLinks(of row: UInt32) {
    for link in linkRange(of: row) { links.detach(link, from: &idTable) }
  }

  private func linkRange(of row: UInt32) -> Range<UInt32> {
    kinds[row] == .malformed ? 0..<0 : firsts[row]..<firsts[row] + seconds[row]
  }
}
