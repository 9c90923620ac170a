import CEditline
import Glibc

// What the Tab key does.

extension LineEditor {
  func complete(_ handle: OpaquePointer) -> CommandEffect {
    guard let completer, let reading, !reading.isQuestion else { return .bell }
    let (line, cursor) = line(handle)
    let request = CompletionRequest(
      earlier: reading.block, line: String(line), cursor: cursor)
    switch Completion(completer(request), for: request) {
    case .bell: return .bell
    case .list(let candidates, let more): return show(candidates, more: more, handle)
    case .replace(let range, let text):
      return insert(text, over: range, of: request, in: line.count, handle) ? .refresh : .bell
    case .extend(let range, let text, let candidates):
      let clearing = layout(handle).clearing
      guard insert(text, over: range, of: request, in: line.count, handle) else { return .bell }
      // The list goes below the line as it is now.
      writeAll(clearing, to: STDOUT_FILENO)
      _ = ce_refresh(handle)
      return show(candidates, more: 0, handle)
    }
  }

  /// Puts text in place of a part of the request; false where that part is out of the editor's reach,
  /// for earlier lines of the block are on the screen alone.
  private func insert(
    _ text: String, over range: Range<String.Index>, of request: CompletionRequest,
    in length: Int, _ handle: OpaquePointer
  ) -> Bool {
    let first = reading?.block.unicodeScalars.count ?? 0
    let scalars = request.text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound) - first
    let end = scalars.distance(from: scalars.startIndex, to: range.upperBound) - first
    guard start >= 0, end >= start, end <= length else { return false }
    replace(start..<end, with: text, handle)
    return true
  }

  private func show(
    _ candidates: [Candidate], more: Int, _ handle: OpaquePointer
  ) -> CommandEffect {
    let list = CandidateList(
      candidates: candidates, more: more, columns: Int(ce_terminal_number(handle, "co")),
      rows: Int(ce_terminal_number(handle, "li")))
    let text = ([""] + list.lines + [""]).joined(separator: "\r\n")
    writeAll(layout(handle).toEnd + text, to: STDOUT_FILENO)
    _ = ce_refresh(handle)
    return .none
  }
}

extension CompletionRequest {
  /// The request of an editor, which counts scalars.
  init(earlier block: String, line: String, cursor: Int) {
    let text = block + line
    let scalars = text.unicodeScalars
    let place = block.unicodeScalars.count + cursor
    let index = scalars.index(scalars.startIndex, offsetBy: place, limitedBy: scalars.endIndex)
    self.init(text: text, cursor: index ?? text.endIndex)
  }
}
