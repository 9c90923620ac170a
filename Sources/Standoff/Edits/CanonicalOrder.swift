extension AnnotationSet {
  /// Whether the lines stand in the order of the clean profile; lines that belong nowhere may only
  /// stand at the end.
  package var isCanonical: Bool { zip(store.order, store.canonicalRows()).allSatisfy { $0 == $1 } }
}

extension LineStore {
  /// All rows in the order of the clean profile: the blocks of the `T` lines in the order of the
  /// text, then the lines that belong to none, as they stand.
  func canonicalRows() -> [UInt32] {
    var below: [UInt32: [UInt32]] = [:]
    for row in order where isUsed(row) {
      if let anchor = anchor(of: row) { below[anchor, default: []].append(row) }
    }
    var rows: [UInt32] = []
    var waiting: [UInt32] = text.map(\.row).reversed()
    var taken: Set<UInt32> = []
    while let row = waiting.popLast() {
      guard taken.insert(row).inserted else { continue }
      rows.append(row)
      // Groups have no ids to be sorted by, and stay in their order.
      waiting += (below[row] ?? []).sorted { follows($1, $0) }.reversed()
    }
    return rows + order.filter { !taken.contains($0) }
  }
}
