extension AnnotationSet {
  /// The bytes of the file in the order and spelling of the clean profile; what it says stays.
  ///
  /// Lines stand in the order of the text, each below what it belongs to. Line ends are LF, blank
  /// lines go, offsets are plain digits, fragments are sorted and parted at line breaks, one blank
  /// stands between fields, and an empty last column goes. Ids, names, values, and texts stay as they
  /// are, and so do a `T` that quotes no words and a spelling whose change would change what is read.
  ///
  /// Lines that cannot be used keep their bytes and stay behind the line that they stand behind, which
  /// they may go on from; those whose id an earlier line has taken follow at the end. Formatting twice is
  /// formatting once.
  public func formatted() -> [UInt8] {
    if store.refusal != nil { return encoded() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(store.liveBytes + 1)
    for row in store.formattedRows() {
      if store.isSpelled(row) {
        bytes += store.bytes(of: row)
        continue
      }
      let isUsed = store.isUsed(row) && store.kind(of: row) != .malformed
      bytes += Self.terminated(isUsed ? spelled(row) : store.content(of: row))
    }
    return bytes
  }

  /// The set in the order and spelling of the clean profile, which it mostly has already.
  package var inForm: AnnotationSet {
    let rows = store.refusal == nil ? store.formattedRows() : []
    let isInForm =
      store.order.isAsRead && rows.count == store.order.count
      && rows.indices.allSatisfy { rows[$0] == $0 && isSpelled(rows[$0]) }
    return isInForm ? self : AnnotationSet(parsing: formatted(), of: article)
  }

  /// Whether a line, with its line end, is as it is to be.
  func isSpelled(_ row: UInt32) -> Bool {
    if store.isSpelled(row) { return true }
    guard store.isUsed(row), store.kind(of: row) != .malformed else { return false }
    return store.bytes(of: row).elementsEqual(Self.terminated(spelled(row)))
  }

  /// A line with its end: LF, where a CR at the end of its text is not taken for part of it.
  static func terminated(_ content: [UInt8]) -> [UInt8] {
    content.last == .carriageReturn
      ? content + [.carriageReturn, .lineFeed] : content + [.lineFeed]
  }
}

extension LineStore {
  /// The line's bytes without its line end.
  func content(of row: UInt32) -> [UInt8] {
    let line = bytes(of: row)
    return Array(line.prefix(line.span.content(of: 0..<line.count).count))
  }

  /// The rows in canonical order, without blank lines; those that cannot be used behind those that they
  /// stand behind.
  fileprivate func formattedRows() -> [UInt32] {
    if problems.isEmpty { return canonicalRows() }
    var rows: [UInt32] = []
    var rest: [UInt32] = []
    var behind: [UInt32: [UInt32]] = [:]
    var last: UInt32?
    for row in order {
      if problems[row]?.kind == .blank { continue }
      if kind(of: row) == .malformed, !hasID(row) || isUsed(row) {
        if let last { behind[last, default: []].append(row) } else { rows.append(row) }
        continue
      }
      if !isUsed(row) { rest.append(row) }
      last = row
    }
    let used = canonicalRows().filter { kind(of: $0) != .malformed && isUsed($0) }
    for row in used + rest {
      rows.append(row)
      rows += behind[row, default: []]
    }
    return rows
  }
}
