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
    case .list(let candidates): return show(candidates, handle)
    case .replace(let range, let text):
      // Earlier lines of the block are on the screen, but out of the editor's reach.
      let first = reading.block.unicodeScalars.count
      let scalars = request.text.unicodeScalars
      let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound) - first
      let end = scalars.distance(from: scalars.startIndex, to: range.upperBound) - first
      guard start >= 0, end >= start, end <= line.count else { return .bell }
      replace(start..<end, with: text, handle)
      return .refresh
    }
  }

  private func show(_ candidates: [Candidate], _ handle: OpaquePointer) -> CommandEffect {
    let list = CandidateList(
      candidates: candidates, columns: Int(ce_terminal_number(handle, "co")),
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
