extension AnnotationSet {
  /// Carries out an edit.
  ///
  /// Takes time for the lines that change, and a step for every few hundred lines of the file.
  /// - Throws: `edit-does-not-fit` where the lines to be taken out do not stand where the edit says,
  ///   or the lines to be put in are not whole lines; the set is then unchanged.
  public mutating func apply(_ edit: Edit) throws(DiagnosticError) {
    let rows = try rowsRemoved(by: edit)
    try checkLineEnds(of: edit)
    for (hunk, removed) in zip(edit.hunks, rows).reversed() {
      var previous = store.order.row(ofLine: hunk.line - 1)
      for row in removed { store.remove(row) }
      for line in hunk.added {
        guard let row = store.insert(line, after: previous) else { continue }
        previous = row
      }
    }
    store.compact(on: article)
  }

  /// The rows of the lines that each hunk takes out, which are checked to be those it names.
  private func rowsRemoved(by edit: Edit) throws(DiagnosticError) -> [[UInt32]] {
    if store.refusal != nil { throw Self.misfit(atLine: 0, "the file is too large to be edited") }
    let size = edit.hunks.reduce(0) { $0 + $1.added.reduce(0) { $0 + $1.count } }
    guard size <= Arena.limit - encodedSize else {
      throw Self.misfit(atLine: 0, "the file would be over 2 GiB")
    }
    var rows: [[UInt32]] = []
    var start = 0
    for hunk in edit.hunks {
      guard hunk.line >= start, hunk.line <= lineCount,
        hunk.removed.count <= lineCount - hunk.line
      else { throw Self.misfit(atLine: hunk.line, "the file has no such lines") }
      var removed: [UInt32] = []
      var position = store.order.row(ofLine: hunk.line).flatMap(store.order.position(of:))
      for line in hunk.removed {
        guard let place = position, store.bytes(of: store.order[place]).elementsEqual(line) else {
          throw Self.misfit(atLine: hunk.line + removed.count, "another line stands there")
        }
        removed.append(store.order[place])
        position = store.order.position(after: place)
      }
      rows.append(removed)
      start = hunk.line + hunk.removed.count
    }
    return rows
  }

  private var encodedSize: Int { store.liveBytes }

  /// Checks that after the edit every line but the last has a line end, and no line has two.
  private func checkLineEnds(of edit: Edit) throws(DiagnosticError) {
    var lastHasEnd = store.order.last.map(store.isTerminated) ?? true
    for (index, hunk) in edit.hunks.enumerated() {
      let reachesEnd = hunk.line + hunk.removed.count == lineCount
      if reachesEnd, !hunk.removed.isEmpty { lastHasEnd = true }
      if reachesEnd, hunk.removed.isEmpty, !hunk.added.isEmpty, !lastHasEnd {
        throw Self.misfit(atLine: hunk.line, "the line before it has no line end")
      }
      for (place, line) in hunk.added.enumerated() {
        let mayLackEnd =
          reachesEnd && index == edit.hunks.count - 1 && place == hunk.added.count - 1
        guard let end = line.firstIndex(of: .lineFeed) ?? (mayLackEnd ? line.count - 1 : nil),
          end == line.count - 1, !line.isEmpty
        else { throw Self.misfit(atLine: hunk.line + place, "what is put in is not one line") }
      }
    }
  }

  private static func misfit(atLine line: Int, _ reason: String) -> DiagnosticError {
    let number = line < Int.max ? line + 1 : line
    return DiagnosticError(
      .editDoesNotFit, "the edit does not fit the file at line \(number): \(reason)",
      at: Place(line: number))
  }
}

extension DiagnosticName {
  /// An edit was made for other lines than those that stand in the file.
  public static let editDoesNotFit = DiagnosticName("edit-does-not-fit")
}
