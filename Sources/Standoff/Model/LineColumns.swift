/// What is asked again and again of the lines of a set, by row, taken out of it in one go.
package struct LineColumns: Sendable {
  /// What each line says.
  package let kinds: [LineKind]
  /// The indices of the labels and names.
  package let names: [UInt32]
  /// The ids; ``PackedID/unusual`` where one is not written the usual way, or is missing.
  package let ids: [PackedID]
  /// The rows of the lines that come first in each line; ``nobody`` where no line has that id, or the line
  /// names none.
  package let targets: [UInt32]
  /// Whether each line names nothing but what is there.
  package let areWhole: [Bool]

  /// Whether each line is a `T` in one piece that is certainly spelled as the clean profile has it, so that
  /// its label and place say what follows its id.
  package let arePlainSpans: [Bool]

  /// Stands for the row of a line that is not there.
  package static var nobody: UInt32 { .none }

  init(_ store: LineStore) {
    let count = store.rowCount
    var (kinds, names, ids) = ([LineKind](), [UInt32](), [PackedID]())
    var targets: [UInt32] = []
    var areWhole = Array(repeating: true, count: count)
    kinds.reserveCapacity(count)
    names.reserveCapacity(count)
    ids.reserveCapacity(count)
    targets.reserveCapacity(count)
    for row in 0..<UInt32(count) {
      kinds.append(store.kind(of: row))
      names.append(store.labelIndex(of: row))
      ids.append(store.packedID(of: row) ?? .unusual)
      let links = store.linkRange(of: row)
      var first = UInt32.none
      for link in links {
        let target = store.idTable.row(of: store.links[link].target)
        if link == links.lowerBound { first = target }
        if target == .none { areWhole[Int(row)] = false }
      }
      targets.append(first)
    }
    (self.kinds, self.names, self.ids) = (kinds, names, ids)
    (self.targets, self.areWhole) = (targets, areWhole)
    arePlainSpans = Self.plainSpans(store, ids)
  }

  private static func plainSpans(_ store: LineStore, _ ids: [PackedID]) -> [Bool] {
    var found = Array(repeating: false, count: store.rowCount)
    guard store.arena.isAsRead else { return found }
    let file = store.arena.base
    let bytes = file.span
    let labels = (0..<UInt32(store.names.count)).map { store.names[$0].utf8.count }
    for row in 0..<UInt32(store.rowCount) {
      let line = store.rows[row]
      // What fits came in the usual shape, which leaves open how long the numbers are.
      guard line.words >= .evenEdged, store.isUsed(row) else { continue }
      let (id, piece) = (ids[Int(row)], store.piece(of: row))
      let label = store.labelIndex(of: row)
      guard id.isNumbered, label != .none else { continue }
      let start = Int(line.offset) + 1 + id.number.digitCount + 1 + labels[Int(label)] + 1
      let space = start + UInt64(piece.start).digitCount
      let tab = space + 1 + UInt64(piece.end).digitCount
      found[Int(row)] =
        tab + 1 < bytes.count && bytes[space] == .space && bytes[tab] == .tab
    }
    return found
  }
}

extension UInt64 {
  /// How many decimal digits the number has.
  fileprivate var digitCount: Int {
    var (count, limit) = (1, UInt64(10))
    while self >= limit, count < 19 {
      count += 1
      limit &*= 10
    }
    return count
  }
}

extension StandoffLines {
  /// What the lines say, by row.
  package func columns() -> LineColumns { LineColumns(annotations.store) }
}
