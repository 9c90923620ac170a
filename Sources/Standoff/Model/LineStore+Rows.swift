/// Making the rows of lines.
extension LineStore {
  /// Keeps a line that comes after the file was read, in no order yet; `nil` where there is no room.
  mutating func add(_ bytes: [UInt8]) -> UInt32? {
    guard let offset = arena.append(bytes) else { return nil }
    let number = UInt32(rowCount)
    var line = StandoffLine()
    line.read(bytes.span, 0..<bytes.count, isUTF8: false)
    if !line.id.isEmpty { _ = idTable.insert(bytes.span, line.id) }
    take(line, bytes.span, at: offset, isUsed: false)
    if scopeName == nil { findScopeName() }
    return number
  }

  /// Takes a line that was read as the next row; its links count at once where it is used.
  mutating func take(
    _ line: StandoffLine, _ bytes: Span<UInt8>, at offset: UInt32, isUsed: Bool
  ) {
    let number = UInt32(rowCount)
    var fields = WideRow()
    if line.endsInCarriageReturn { mayHaveCarriageReturns = true }
    if let problem = line.problem {
      problems[number] = problem
      return append(offset, line.kind, fields)
    }
    fields.label = names.insert(bytes, line.name)
    switch line.kind {
    case .textBound:
      (fields.first, fields.second) = (line.piece.start, line.piece.end)
    case .discontinuous:
      (fields.first, fields.second) = (UInt32(pieces.count), UInt32(line.pieces.count))
      for piece in line.pieces { pieces.append(piece) }
    default:
      if line.kind == .event { mayHaveEvents = true }
      (fields.first, fields.second) = (UInt32(links.count), UInt32(line.mentions.count))
      for mention in line.mentions {
        let role = mention.role.isEmpty ? .none : names.insert(bytes, mention.role)
        link(number, to: idTable.insert(bytes, mention.target), as: role, isUsed: isUsed)
      }
    }
    append(offset, line.kind, fields)
  }

  /// Takes a line of a usual shape as the next row, which has this number; its links count at once
  /// where it is used.
  @inline(__always)
  mutating func take(
    _ usual: UsualLine, _ bytes: Span<UInt8>, _ range: Range<Int>, _ words: QuotedWords,
    as number: UInt32, isUsed: Bool
  ) {
    let offset = UInt32(truncatingIfNeeded: range.lowerBound)
    var fields = WideRow()
    fields.label = names.insert(bytes, usual.name)
    if usual.kind == .textBound {
      (fields.first, fields.second) = (usual.piece.start, usual.piece.end)
      return append(offset, .textBound, fields, words)
    }
    fields.first = UInt32(truncatingIfNeeded: links.count)
    fields.second = usual.kind == .relation ? 2 : 1
    if usual.kind == .relation {
      if usualRoles.first == .none { nameUsualRoles() }
      let (first, second) = usualRoles
      link(number, to: idTable.insert(usual.targets.0), as: first, isUsed: isUsed)
      link(number, to: idTable.insert(usual.targets.1), as: second, isUsed: isUsed)
    } else {
      link(number, to: idTable.insert(usual.targets.0), as: .none, isUsed: isUsed)
    }
    if usual.kind == .attribute {
      let value = values.attributeValue(in: bytes, usual.rest..<range.upperBound - 1)
      append(offset, .attribute, fields, value: value)
    } else {
      append(offset, usual.kind, fields)
    }
  }

  /// Puts in the names of the ends of relations of a usual shape.
  private mutating func nameUsualRoles() {
    let indices = UsualLine.roles.map { names.insert($0.span, $0.indices) }
    usualRoles = (indices[0], indices[1])
  }

  @inline(__always)
  private mutating func append(
    _ offset: UInt32, _ kind: LineKind, _ fields: WideRow,
    _ words: QuotedWords = .unknown, value: KeptValue = .unknown
  ) {
    if let row = LineRow(offset, kind, fields, words, value: value) { return rows.append(row) }
    rows.append(LineRow(offset, kind, wideIn: UInt32(wideRows.count), words))
    wideRows.append(fields)
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
}

/// What a row says.
extension LineStore {
  /// What the line says.
  @inline(__always)
  func kind(of row: UInt32) -> LineKind { rows[row].kind }

  /// The index of the label or name of a line.
  @inline(__always)
  func labelIndex(of row: UInt32) -> UInt32 {
    let line = rows[row]
    return line.isWide ? wideRows[line.first].label : line.label
  }

  /// The first link of a line that is no `T`.
  @inline(__always)
  func firstLink(of row: UInt32) -> UInt32 {
    let line = rows[row]
    return line.isWide ? wideRows[line.first].first : line.first
  }

  /// How many links a line has that is no `T`.
  @inline(__always)
  func linkCount(of row: UInt32) -> UInt32 {
    let line = rows[row]
    return line.isWide ? wideRows[line.first].second : line.second
  }

  /// The stretch of a `T` in one piece.
  @inline(__always)
  func piece(of row: UInt32) -> StandoffLine.Piece {
    let line = rows[row]
    if line.isWide {
      let fields = wideRows[line.first]
      return StandoffLine.Piece(start: fields.first, end: fields.second)
    }
    return StandoffLine.Piece(start: line.first, end: line.second)
  }

  /// The places of the pieces of a `T` in several.
  func pieceRange(of row: UInt32) -> Range<UInt32> {
    let piece = piece(of: row)
    return piece.start..<piece.start + piece.end
  }
}
