extension AnnotationSet {
  /// Whether the lines stand in the order of the clean profile; lines that belong nowhere may only
  /// stand at the end.
  package var isCanonical: Bool { zip(store.order, store.canonicalRows()).allSatisfy { $0 == $1 } }
}

extension LineStore {
  /// All rows in the order of the clean profile: the blocks of the `T` lines in the order of the
  /// text, then the lines that belong to none, as they stand.
  func canonicalRows() -> [UInt32] {
    let blocks = LineBlocks(self)
    var rows: [UInt32] = []
    rows.reserveCapacity(order.count)
    var isTaken = Array(repeating: false, count: rowCount)
    var waiting: [UInt32] = []
    for root in text {
      waiting.append(root)
      while let row = waiting.popLast() {
        guard !isTaken[Int(row)] else { continue }
        isTaken[Int(row)] = true
        rows.append(row)
        waiting += blocks[below: row].reversed()
      }
    }
    guard rows.count < order.count else { return rows }
    return rows + order.filter { !isTaken[Int($0)] }
  }
}

/// Which lines stand below which in the clean profile.
private struct LineBlocks {
  /// Where in ``rows`` those below each row begin.
  private var starts: [UInt32]
  private var rows: [UInt32]

  init(_ store: LineStore) {
    starts = Array(repeating: 0, count: store.rowCount + 1)
    var anchored: [(anchor: UInt32, row: UInt32)] = []
    anchored.reserveCapacity(store.order.count)
    for row in store.order where store.isUsed(row) {
      guard let anchor = store.anchor(of: row) else { continue }
      anchored.append((anchor, row))
      starts[Int(anchor) + 1] += 1
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var places = starts
    rows = Array(repeating: 0, count: anchored.count)
    for line in anchored {
      rows[Int(places[Int(line.anchor)])] = line.row
      places[Int(line.anchor)] += 1
    }
    for anchor in 0..<store.rowCount { sort(Int(starts[anchor])..<Int(starts[anchor + 1]), store) }
  }

  /// The rows right below another, in order.
  subscript(below row: UInt32) -> ArraySlice<UInt32> {
    rows[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])]
  }

  /// Sorts what stands below one line; groups have no ids to be sorted by, and stay in their order.
  private mutating func sort(_ range: Range<Int>, _ store: LineStore) {
    guard range.count > 1 else { return }
    guard range.count < 16 else { return rows[range].sort { store.follows($1, $0) } }
    for index in range.dropFirst() {
      let row = rows[index]
      var place = index
      while place > range.lowerBound, store.follows(rows[place - 1], row) {
        rows[place] = rows[place - 1]
        place -= 1
      }
      rows[place] = row
    }
  }
}
