/// Putting lines in and taking them out, and which of two lines with one id is used.
extension LineStore {
  /// Puts a line in after the line of `other`, at the start where that is `nil`; `nil` when full.
  mutating func insert(_ bytes: [UInt8], after other: UInt32?) -> UInt32? {
    guard let row = add(bytes) else { return nil }
    order.insert(row, after: other)
    settle(row)
    return row
  }

  /// Puts a line where another is, which goes; `nil` when full.
  mutating func replace(_ old: UInt32, with bytes: [UInt8]) -> UInt32? {
    guard let row = add(bytes) else { return nil }
    order.replace(old, with: row)
    forget(old)
    settle(row)
    return row
  }

  /// Takes a line out.
  mutating func remove(_ row: UInt32) {
    order.remove(row)
    forget(row)
  }

  private mutating func forget(_ row: UInt32) {
    release(row)
    problems[row] = nil
    goneRows += 1
    goneBytes += Int(length(of: row))
  }

  /// Takes a line out of the order for a moment; ``lower(_:after:)`` puts it back.
  mutating func lift(_ row: UInt32) {
    if !rivals.isEmpty, rivals[idIndex(of: row)] != nil { release(row) }
    order.remove(row)
  }

  /// Puts a lifted line after another, at the start where that is `nil`.
  mutating func lower(_ row: UInt32, after other: UInt32?) {
    order.insert(row, after: other)
    let id = idIndex(of: row)
    if id != .none, idTable.row(of: id) != row, rivals[id]?.contains(row) != true { settle(row) }
  }

  /// Makes a line that is in the order count, unless an earlier one has its id.
  private mutating func settle(_ row: UInt32) {
    let id = idIndex(of: row)
    guard id != .none else {
      if kind(of: row) == .group { attachLinks(of: row) }
      return
    }
    let holder = idTable.row(of: id)
    if holder != .none {
      let later = order.precedes(holder, row) ? row : holder
      rivals[id, default: []].append(later)
      if later == holder { retire(holder) }
      if problems[later] == nil { problems[later] = LineProblem(kind: .duplicateID, byte: 0) }
      if later == row { return }
    }
    idTable.setRow(row, of: id)
    if kind(of: row).isTextBound {
      withOrder { $0.insert(row, in: $1) }
    } else {
      attachLinks(of: row)
    }
  }

  /// Makes a line no longer count that is out of the order, and one that waited for its id count.
  private mutating func release(_ row: UInt32) {
    if problems[row]?.kind == .duplicateID { problems[row] = nil }
    let id = idIndex(of: row)
    guard id != .none else {
      if kind(of: row) == .group { detachLinks(of: row) }
      return
    }
    guard idTable.row(of: id) == row else {
      rivals[id]?.removeAll { $0 == row }
      if rivals[id]?.isEmpty == true { rivals[id] = nil }
      return
    }
    retire(row)
    for waiting in rivals.removeValue(forKey: id) ?? [] {
      if problems[waiting]?.kind == .duplicateID { problems[waiting] = nil }
      settle(waiting)
    }
  }

  private mutating func retire(_ row: UInt32) {
    idTable.setRow(.none, of: idIndex(of: row))
    if kind(of: row).isTextBound {
      withOrder { $0.remove(row, in: $1) }
    } else {
      detachLinks(of: row)
    }
  }

  /// Changes the order of the text, which asks the other columns meanwhile.
  private mutating func withOrder(_ change: (inout TextOrder, LineStore) -> Void) {
    var order = TextOrder()
    swap(&order, &text)
    change(&order, self)
    swap(&order, &text)
  }
}
