import CEditline
import Glibc

// What the keys do.

extension LineEditor {
  /// The line being edited, scalar by scalar, and the cursor's place in it.
  func line(_ handle: OpaquePointer) -> (scalars: [Unicode.Scalar], cursor: Int) {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer else { return ([], 0) }
    let text = scalars(start, count: line.lastchar - start)
    return (text, min(max(0, line.cursor - start), text.count))
  }

  /// Where everything stands on the screen now.
  func layout(_ handle: OpaquePointer) -> ScreenLayout {
    let (line, cursor) = line(handle)
    return ScreenLayout(
      prompt: reading?.prompt.text ?? "", line: line, cursor: cursor,
      columns: Int(ce_terminal_number(handle, "co")))
  }

  /// Draws prompt and line anew, where `layout` says that they stand.
  func redraw(_ handle: OpaquePointer, from layout: ScreenLayout) {
    writeAll(layout.clearing, to: STDOUT_FILENO)
    _ = ce_refresh(handle)
  }

  /// Puts `text` in the place of `range`, which counts scalars; the cursor stands behind it.
  func replace(_ range: Range<Int>, with text: String, _ handle: OpaquePointer) {
    el_cursor(handle, Int32(clamping: range.upperBound - line(handle).cursor))
    el_deletestr(handle, Int32(clamping: range.count))
    let wide = WideText(text)
    withExtendedLifetime(wide) { _ = el_winsertstr(handle, wide.characters) }
  }

  // MARK: Ending

  func interrupt(_ handle: OpaquePointer) -> CommandEffect {
    writeAll(layout(handle).toEnd + "^C\r\n", to: STDOUT_FILENO)
    settled = .interrupted
    return .finish
  }

  func endOrDelete(_ handle: OpaquePointer) -> CommandEffect {
    guard line(handle).scalars.isEmpty else { return deleteAfter(handle) }
    writeAll("\r\n", to: STDOUT_FILENO)
    settled = .endOfInput
    return .finish
  }

  func suspend(_ handle: OpaquePointer) -> CommandEffect {
    // The whole group, as the terminal would do it: a script that started us stops as well.
    withTerminalLent(handle) { _ = kill(0, SIGTSTP) }
    return .none
  }

  /// Gives the terminal to somebody else for a while, below the line, and draws the line anew.
  private func withTerminalLent(_ handle: OpaquePointer, _ body: () -> Void) {
    writeAll(layout(handle).toEnd + "\r\n" + Self.pasteOff, to: STDOUT_FILENO)
    _ = ce_prepare_terminal(handle, 0)
    body()
    _ = ce_prepare_terminal(handle, 1)
    writeAll(Self.pasteOn, to: STDOUT_FILENO)
    el_resize(handle)
    _ = ce_refresh(handle)
  }

  // MARK: Characters, as people see them

  func deleteBefore(_ handle: OpaquePointer) -> CommandEffect {
    let (line, cursor) = line(handle)
    return delete(cursor - lastCharacterLength(line[..<cursor])..<cursor, of: line, handle)
  }

  func deleteAfter(_ handle: OpaquePointer) -> CommandEffect {
    let (line, cursor) = line(handle)
    return delete(cursor..<cursor + firstCharacterLength(line[cursor...]), of: line, handle)
  }

  private func delete(
    _ range: Range<Int>, of line: [Unicode.Scalar], _ handle: OpaquePointer
  ) -> CommandEffect {
    guard !range.isEmpty else { return .bell }
    let before = layout(handle)
    replace(range, with: "", handle)
    // libedit redraws by scalars, and leaves debris of characters made of several.
    guard line.contains(where: { columns(of: $0) == 0 }) else { return .refresh }
    redraw(handle, from: before)
    return .none
  }

  func goLeft(_ handle: OpaquePointer) -> CommandEffect {
    let (line, cursor) = line(handle)
    return move(by: -lastCharacterLength(line[..<cursor]), handle)
  }

  func goRight(_ handle: OpaquePointer) -> CommandEffect {
    let (line, cursor) = line(handle)
    return move(by: firstCharacterLength(line[cursor...]), handle)
  }

  private func move(by distance: Int, _ handle: OpaquePointer) -> CommandEffect {
    guard distance != 0 else { return .bell }
    el_cursor(handle, Int32(clamping: distance))
    return .moveCursor
  }

  private func lastCharacterLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    String(scalars).last?.unicodeScalars.count ?? 0
  }

  private func firstCharacterLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    String(scalars).first?.unicodeScalars.count ?? 0
  }

  // MARK: Pasting and editing elsewhere

  func paste(_ handle: OpaquePointer) -> CommandEffect {
    guard !pasted.isEmpty else { return .none }
    defer { pasted = "" }
    // An answer is one line.
    let text = reading?.isQuestion == true ? String(pasted.prefix { $0 != "\n" }) : pasted
    let cursor = line(handle).cursor
    replace(cursor..<cursor, with: text, handle)
    return .refresh
  }

  func editElsewhere(_ handle: OpaquePointer) -> CommandEffect {
    guard let externalEditor, reading?.isQuestion == false else { return .bell }
    let text = line(handle).scalars
    var edited: String?
    withTerminalLent(handle) { edited = externalEditor(String(text)) }
    guard let edited else { return .none }
    replace(0..<text.count, with: edited, handle)
    return .refresh
  }

  // MARK: Recalling

  func recallOlder(_ handle: OpaquePointer) -> CommandEffect {
    recall(handle, rowsBy: -1) { $0.goBack() }
  }

  func recallNewer(_ handle: OpaquePointer) -> CommandEffect {
    recall(handle, rowsBy: 1) { $0.goForth() }
  }

  private func recall(
    _ handle: OpaquePointer, rowsBy step: Int, _ go: (inout HistoryWalk) -> Bool
  ) -> CommandEffect {
    let (line, cursor) = line(handle)
    let text = String(line)
    let goesOn = walk.map { $0.line.utf8.elementsEqual(text.utf8) && cursor == line.count } ?? false
    // In a block that is being typed, the arrow keys go from row to row first.
    if !goesOn, let target = line.place(from: cursor, rowsBy: step) {
      return move(by: target - cursor, handle)
    }
    guard reading?.isQuestion == false else { return .bell }
    var next = HistoryWalk(
      entries: history.entries, typed: text, prefix: String(line[..<cursor]))
    if goesOn, let walk { next = walk }
    guard go(&next) else { return .bell }
    walk = next
    replace(0..<line.count, with: next.line, handle)
    return .refresh
  }
}

extension [Unicode.Scalar] {
  /// The place one row up or down of `place` in a text of several lines; nil at its edge.
  fileprivate func place(from place: Int, rowsBy step: Int) -> Int? {
    let start = (self[..<place].lastIndex(of: "\n") ?? -1) + 1
    if step < 0 {
      guard start > 0 else { return nil }
      let previous = (self[..<(start - 1)].lastIndex(of: "\n") ?? -1) + 1
      return Swift.min(previous + place - start, start - 1)
    }
    guard let end = self[place...].firstIndex(of: "\n") else { return nil }
    let following = self[(end + 1)...].firstIndex(of: "\n") ?? count
    return Swift.min(end + 1 + place - start, following)
  }
}
