/// What a line says, found from its row.
extension LineStore {
  /// The line's bytes with its line end.
  func bytes(of row: UInt32) -> ArraySlice<UInt8> { arena.line(at: row, rows) }

  /// Whether the line has a line end; only the file's last may lack it.
  func isTerminated(_ row: UInt32) -> Bool { bytes(of: row).last == .lineFeed }

  /// The id as it is written; empty where the line has none.
  func id(of row: UInt32) -> AnnotationID {
    let bytes = bytes(of: row)
    return AnnotationID(
      String(decoding: bytes[..<(bytes.firstIndex(of: .tab) ?? bytes.endIndex)], as: UTF8.self))
  }

  /// Whether the line has an id: groups have none, and of malformed lines not all.
  func hasID(_ row: UInt32) -> Bool {
    switch kind(of: row) {
    case .group: false
    case .malformed: idRange(in: bytes(of: row).span) != nil
    default: true
    }
  }

  /// The index of the id of a line; ``Swift/UInt32/none`` where it has none.
  ///
  /// The line begins with its id, so that it is kept nowhere else.
  func idIndex(of row: UInt32) -> UInt32 {
    let bytes = bytes(of: row)
    return idRange(in: bytes.span).flatMap { idTable.find(bytes.span, $0) } ?? .none
  }

  private func idRange(in line: Span<UInt8>) -> Range<Int>? {
    StandoffLine.idRange(line, line.content(of: 0..<line.count))
  }

  /// The label or name; the line is not malformed.
  func label(of row: UInt32) -> String {
    let label = labelIndex(of: row)
    return label == .none ? "" : names[label]
  }

  /// The row of the line with an id that is used; `nil` where there is none or it is malformed.
  func row(of id: AnnotationID) -> UInt32? {
    guard let index = idTable.find(id) else { return nil }
    let row = idTable.row(of: index)
    return row == .none || kind(of: row) == .malformed ? nil : row
  }

  /// The row of the line with an id, malformed or not; `nil` where no line has it.
  func row(ofID index: UInt32) -> UInt32? {
    let row = idTable.row(of: index)
    return row == .none ? nil : row
  }

  /// The rows of the lines that can be used, in the order of the file.
  var usedRows: [UInt32] {
    if problems.isEmpty, order.isAsRead { return Array(0..<UInt32(rowCount)) }
    return order.filter { isUsed($0) && kind(of: $0) != .malformed }
  }

  /// The rows of the lines that a line names, in its order; `nil` for one that no line has.
  func targets(of row: UInt32) -> [UInt32?] {
    linkRange(of: row).map { self.row(ofID: links[$0].target) }
  }

  /// The row of the first line that a line names; `nil` where no line has that id.
  func firstTarget(of row: UInt32) -> UInt32? {
    linkRange(of: row).first.flatMap { self.row(ofID: links[$0].target) }
  }

  /// The links of a line; a `T` has none.
  func links(of row: UInt32) -> [LinkTable.Link] { linkRange(of: row).map { links[$0] } }

  /// The places of the links of a line.
  func linkRange(of row: UInt32) -> Range<UInt32> {
    let kind = kind(of: row)
    guard !kind.isTextBound, kind != .malformed else { return 0..<0 }
    let first = firstLink(of: row)
    return first..<first + linkCount(of: row)
  }

  /// The links of used lines to the id with an index, latest first.
  func links(to id: UInt32) -> [LinkTable.Link] {
    var found: [LinkTable.Link] = []
    var index = idTable.head(of: id)
    while index != .none {
      let link = links[index]
      found.append(link)
      index = link.next
    }
    return found
  }

  /// The rows of the used lines that name the id with an index, once for each time they do.
  func owners(ofLinksTo id: UInt32) -> [UInt32] {
    var rows: [UInt32] = []
    var index = idTable.head(of: id)
    while index != .none {
      let link = links[index]
      rows.append(link.owner)
      index = link.next
    }
    return rows
  }

  /// The rows of used lines of a kind that have the id as their first link, by id.
  func rows(of kind: LineKind, on id: AnnotationID) -> [UInt32] {
    guard let target = idTable.find(id) else { return [] }
    var rows: [UInt32] = []
    var index = idTable.head(of: target)
    while index != .none {
      let link = links[index]
      if self.kind(of: link.owner) == kind, firstLink(of: link.owner) == index {
        rows.append(link.owner)
      }
      index = link.next
    }
    return rows.count < 2 ? rows : rows.sorted(by: idOrder)
  }

  /// The stretches of a `T` in the order of the file.
  func pieces(of row: UInt32) -> [StandoffLine.Piece] {
    switch kind(of: row) {
    case .textBound: [piece(of: row)]
    case .discontinuous: pieceRange(of: row).map { pieces[$0] }
    default: []
    }
  }

  /// The stretches of a `T` in the order of the file, as ranges.
  func ranges(of row: UInt32) -> [TextRange] {
    // The common case takes one allocation.
    guard kind(of: row) == .textBound else {
      return pieces(of: row).map { TextRange(Int($0.start), Int($0.end)) }
    }
    let piece = piece(of: row)
    return [TextRange(Int(piece.start), Int(piece.end))]
  }

  /// The extent of a `T`.
  @inline(__always)
  func entry(of row: UInt32) -> TextOrder.Entry {
    let line = rows[row]
    guard line.isWide || line.kind == .discontinuous else {
      return TextOrder.Entry(start: line.first, end: line.second, row: row)
    }
    return oddEntry(of: row)
  }

  /// The extent of a `T` whose row does not say it itself.
  private func oddEntry(of row: UInt32) -> TextOrder.Entry {
    var (start, end) = (UInt32.max, UInt32.min)
    for piece in pieces(of: row) {
      start = min(start, piece.start)
      end = max(end, piece.end)
    }
    return TextOrder.Entry(start: start, end: end, row: row)
  }

  /// Whether `left` has the lower id of two rows, as ``AnnotationID`` orders them.
  func idPrecedes(_ left: UInt32, _ right: UInt32) -> Bool {
    if let one = numberedID(of: left), let other = numberedID(of: right) {
      return one.bits < other.bits
    }
    return Self.precedes(bytes(of: left), bytes(of: right))
  }

  /// The id of a line, where it is one letter and a number: of two such that with the lower bits comes
  /// first.
  func numberedID(of row: UInt32) -> PackedID? {
    packedID(of: row).flatMap { $0.isNumbered ? $0 : nil }
  }

  /// The id of a line in 64 bits; `nil` where it is not written the usual way.
  func packedID(of row: UInt32) -> PackedID? {
    let bytes = bytes(of: row)
    return idRange(in: bytes.span).flatMap { PackedID(bytes.span, $0) }
  }

  /// Tells which of two rows has the lower id.
  var idOrder: (UInt32, UInt32) -> Bool {
    let (arena, rows) = (arena, rows)
    return { left, right in
      Self.precedes(arena.line(at: left, rows), arena.line(at: right, rows))
    }
  }

  /// Whether the id of one line comes before that of another.
  private static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let a = left.prefix { $0 != .tab }
    let b = right.prefix { $0 != .tab }
    if let x = a.first, let y = b.first, x != y { return x < y }
    return a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
  }

  /// What stands between the first tab and the second.
  func data(of row: UInt32) -> ArraySlice<UInt8> {
    columns(of: row).data
  }

  /// What stands after the second tab, without the line end; `nil` where there is no second tab.
  func tail(of row: UInt32) -> ArraySlice<UInt8>? {
    columns(of: row).tail
  }

  private func columns(of row: UInt32) -> (data: ArraySlice<UInt8>, tail: ArraySlice<UInt8>?) {
    let bytes = bytes(of: row)
    let content = bytes.span.content(of: 0..<bytes.count)
    let line = bytes.prefix(content.count)
    let rest = line.drop { $0 != .tab }.dropFirst()
    guard let tab = rest.firstIndex(of: .tab) else { return (rest, nil) }
    return (rest[..<tab], rest[(tab + 1)...])
  }
}

extension LineStore {
  /// The line read again, with places in its own bytes, counted from 0.
  func fields(of row: UInt32) -> StandoffLine {
    let bytes = bytes(of: row)
    var line = StandoffLine()
    line.read(bytes.span, 0..<bytes.count, isUTF8: true)
    return line
  }

  /// How many bytes of the line come before the second tab, or before the line end.
  func dataEnd(of row: UInt32) -> Int { data(of: row).endIndex - bytes(of: row).startIndex }

  /// The id that a line is on: the first that it names.
  func target(of row: UInt32) -> AnnotationID {
    links(of: row).first.map { writtenID($0.target) } ?? AnnotationID("")
  }

  /// The role that a line gives to an id it names; `nil` where it gives none.
  func role(of link: LinkTable.Link) -> String? { link.role == .none ? nil : names[link.role] }

  /// An id as it is written.
  func writtenID(_ index: UInt32) -> AnnotationID { AnnotationID(idTable.written(index)) }
}
