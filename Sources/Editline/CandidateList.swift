/// The rows that show candidates below the line.
struct CandidateList {
  let candidates: [Candidate]
  /// How many candidates there are besides.
  var more = 0
  let columns: Int
  let rows: Int

  /// Rows no wider than the window, no more than it has, and nothing in them that could steer it.
  ///
  /// Candidates without notes stand in columns, read downwards; one with a note has a row. Those for
  /// which the window has no room are counted in the last row.
  var lines: [String] {
    let room = max(1, columns - 1)  // a full row would wrap
    let texts = candidates.map { visible($0.display ?? $0.text) }
    let most = max(3, rows - 3)  // the line itself stays in sight
    let width = min(texts.map { displayWidth($0) }.max() ?? 0, room)
    let perRow =
      candidates.contains { $0.note != nil }
      ? 1 : max(1, (room + Self.gap.count) / (width + Self.gap.count))
    let isWhole = more == 0 && texts.count <= most * perRow
    let shown = Array(texts.prefix(isWhole ? texts.count : (most - 1) * perRow))
    let lines =
      perRow == 1 && candidates.contains { $0.note != nil }
      ? noted(shown, room: room) : tabled(shown, width: width, perRow: perRow)
    guard !isWhole else { return lines }
    let left = more + texts.count - shown.count
    return lines + [truncated("… and \(left) more: type on to narrow them down", toWidth: room)]
  }

  private static let gap = "  "

  private func noted(_ texts: [String], room: Int) -> [String] {
    let widest = min(texts.map { displayWidth($0) }.max() ?? 0, room / 2)
    return zip(texts, candidates).map { text, candidate in
      let head = truncated(text, toWidth: widest)
      guard let note = candidate.note, !note.isEmpty else { return head }
      return truncated(padded(head, to: widest) + "  " + visible(note), toWidth: room)
    }
  }

  private func tabled(_ texts: [String], width: Int, perRow: Int) -> [String] {
    let rowCount = (texts.count + perRow - 1) / perRow
    return (0..<rowCount).map { row in
      let cells = stride(from: row, to: texts.count, by: rowCount).map { place in
        truncated(texts[place], toWidth: width)
      }
      return cells.dropLast().map { padded($0, to: width) + Self.gap }.joined() + (cells.last ?? "")
    }
  }
}

private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}
