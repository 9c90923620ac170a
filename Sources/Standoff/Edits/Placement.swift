/// Where lines stand in the clean profile, and where a new line goes in any file.
///
/// Canonical is: `T` lines in the order of the text; below each line the lines that are anchored at
/// it, by family (`A`, `N`, `#`, `E`, `R`, `*`), then id, each followed by its own. A line and all
/// that follow it so are a block. In a file of another order a block is what is left of it without
/// a gap; new lines go into the block of the line they belong to, and all else stays.
extension LineStore {
  /// The line below which a line belongs: the target of an attribute, reference or note, the
  /// trigger of an event, the later end of a relation, the last member of a group.
  func anchor(of row: UInt32) -> UInt32? {
    switch kind(of: row) {
    case .attribute, .reference, .note, .event:
      return self.row(ofID: links[firstLink(of: row)].target)
    case .relation, .group:
      var latest: UInt32?
      var other: UInt32?
      for link in firstLink(of: row)..<firstLink(of: row) + linkCount(of: row) {
        guard let end = self.row(ofID: links[link].target) else { continue }
        if !kind(of: end).isTextBound, kind(of: end) != .event {
          other = other ?? end
        } else if latest.map({ precedesInText($0, end) }) ?? true {
          latest = end
        }
      }
      return latest ?? other
    case .textBound, .discontinuous, .malformed: return nil
    }
  }

  /// Whether one `T` or `E` comes before another in the canonical order.
  private func precedesInText(_ left: UInt32, _ right: UInt32) -> Bool {
    let (a, b) = (trigger(of: left), trigger(of: right))
    guard a == b else {
      guard kind(of: a).isTextBound, kind(of: b).isTextBound else { return kind(of: b).isTextBound }
      return entry(of: a).precedes(entry(of: b)) ?? idPrecedes(a, b)
    }
    if left == a || right == b { return left == a && right != b }
    return idPrecedes(left, right)
  }

  private func trigger(of row: UInt32) -> UInt32 {
    guard kind(of: row) == .event else { return row }
    return anchor(of: row) ?? row
  }

  /// Whether a line is anchored at `root`, or at a line that is.
  private func isUnder(_ root: UInt32, _ row: UInt32) -> Bool {
    var row = row
    // Notes on notes may run in a circle; nobody nests them this deep.
    for _ in 0..<16 {
      guard let anchor = anchor(of: row) else { return false }
      if anchor == root { return true }
      row = anchor
    }
    return false
  }

  /// The lines of a block as they stand, the line itself first.
  func block(of root: UInt32) -> [UInt32] {
    var rows = [root]
    var position = order.position(of: root)
    while let place = position.flatMap(order.position(after:)), isUnder(root, order[place]) {
      rows.append(order[place])
      position = place
    }
    return rows
  }

  /// The line after which a line goes that is settled but may stand anywhere; `nil` for the start.
  func place(for row: UInt32) -> UInt32? {
    if kind(of: row).isTextBound {
      if let previous = text.row(before: row, in: self) { return end(ofBlock: previous) }
      if let next = text.row(after: row, in: self) {
        let previous = order.row(before: next)
        return previous == row ? order.row(before: row) : previous
      }
    } else if let anchor = anchor(of: row), order.contains(anchor) {
      return end(ofBlock: anchor, before: row)
    }
    return order.last == row ? order.row(before: row) : order.last
  }

  /// The last line of a block; or the last before the place of `new`, a line that belongs to it.
  private func end(ofBlock root: UInt32, before new: UInt32? = nil) -> UInt32 {
    var last = root
    var position = order.position(of: root)
    while let place = position.flatMap(order.position(after:)) {
      let row = order[place]
      position = place
      if row == new { continue }
      guard isUnder(root, row) else { break }
      if let new, anchor(of: row) == root, follows(row, new) { break }
      last = row
    }
    return last
  }

  /// Whether `row` comes after `new` among the lines below one line.
  func follows(_ row: UInt32, _ new: UInt32) -> Bool {
    let (a, b) = (rank(of: row), rank(of: new))
    return a == b ? idPrecedes(new, row) : a > b
  }

  private func rank(of row: UInt32) -> Int {
    switch kind(of: row) {
    case .attribute: 0
    case .reference: 1
    case .note: 2
    case .event: 3
    case .relation: 4
    case .group: 5
    case .textBound, .discontinuous, .malformed: 6
    }
  }
}
