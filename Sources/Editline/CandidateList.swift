/// The rows that show candidates below the line.
struct CandidateList {
  let candidates: [Candidate]
  let columns: Int
  let rows: Int

  /// Rows no wider than the window, no more than it has, and nothing in them that could steer it.
  ///
  /// Candidates without notes stand in columns, read downwards; one with a note has a row.
  var lines: [String] {
    let room = max(1, columns - 1)  // a full row would wrap
    let texts = candidates.map { visible($0.display ?? $0.text) }
    let lines =
      candidates.contains { $0.note != nil } ? noted(texts, room: room) : tabled(texts, room: room)
    let most = max(3, rows - 3)  // the line itself stays in sight
    guard lines.count > most else { return lines }
    let left = lines.count - (most - 1)
    return lines.prefix(most - 1)
      + [truncated("… and \(left) more rows: type on to narrow them down", toWidth: room)]
  }

  private func noted(_ texts: [String], room: Int) -> [String] {
    let widest = min(texts.map { displayWidth($0) }.max() ?? 0, room / 2)
    return zip(texts, candidates).map { text, candidate in
      let head = truncated(text, toWidth: widest)
      guard let note = candidate.note, !note.isEmpty else { return head }
      return truncated(padded(head, to: widest) + "  " + visible(note), toWidth: room)
    }
  }

  private func tabled(_ texts: [String], room: Int) -> [String] {
    let gap = 2
    let width = min(texts.map { displayWidth($0) }.max() ?? 0, room)
    let perRow = max(1, (room + gap) / (width + gap))
    let rowCount = (texts.count + perRow - 1) / perRow
    return (0..<rowCount).map { row in
      let cells = stride(from: row, to: texts.count, by: rowCount).map { place in
        truncated(texts[place], toWidth: width)
      }
      let padding = String(repeating: " ", count: gap)
      return cells.dropLast().map { padded($0, to: width) + padding }.joined() + (cells.last ?? "")
    }
  }
}

private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}
