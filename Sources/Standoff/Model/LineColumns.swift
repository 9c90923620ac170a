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
  /// The lines that name something which is not there.
  package let broken: Set<UInt32>
  /// Whether each line is a `T` in one piece that is certainly spelled as the clean profile has it, so that
  /// its label and place say what follows its id.
  package let arePlainSpans: [Bool]

  /// Stands for the row of a line that is not there.
  package static var nobody: UInt32 { .none }

  init(_ store: LineStore) {
    let count = store.rowCount
    var kinds = Array(repeating: LineKind.textBound, count: count)
    var names = Array(repeating: UInt32.none, count: count)
    var targets = names
    var ids = Array(repeating: PackedID.unusual, count: count)
    var arePlain = Array(repeating: false, count: count)
    var broken: Set<UInt32> = []
    let labels = (0..<UInt32(store.names.count)).map { store.names[$0].utf8.count }
    let file = store.arena.base
    let areAsRead = store.arena.isAsRead && store.idsAreUnique
    do {
      let bytes = file.span
      var ownKinds = kinds.mutableSpan
      var ownNames = names.mutableSpan
      var ownIDs = ids.mutableSpan
      var ownTargets = targets.mutableSpan
      var ownPlain = arePlain.mutableSpan
      for place in 0..<count {
        let row = UInt32(truncatingIfNeeded: place)
        let (line, label) = (store.rows[row], store.labelIndex(of: row))
        ownKinds[place] = line.kind
        ownNames[place] = label
        let isUsable = line.kind != .malformed && line.kind != .group
        let id =
          isUsable && store.arena.isAsRead
          ? PackedID(bytes, lineAt: Int(line.offset)) : store.packedID(of: row)
        if let id {
          ownIDs[place] = id
          // What fits came in the usual shape, which leaves open how long the numbers are.
          if areAsRead, line.words >= .evenEdged, id.isNumbered, label != .none {
            let piece = store.piece(of: row)
            let space =
              Int(line.offset) + 3 + id.number.digitCount + labels[Int(label)]
              + UInt64(piece.start).digitCount
            let tab = space + 1 + UInt64(piece.end).digitCount
            ownPlain[place] = tab < bytes.count && bytes[space] == .space && bytes[tab] == .tab
          }
        }
        guard !line.kind.isTextBound else { continue }
        let links = store.linkRange(of: row)
        for link in links {
          let target = store.idTable.row(of: store.links[link].target)
          if link == links.lowerBound { ownTargets[place] = target }
          if target == .none { broken.insert(row) }
        }
      }
    }
    (self.kinds, self.names, self.ids) = (kinds, names, ids)
    (self.targets, self.broken, arePlainSpans) = (targets, broken, arePlain)
  }
}

extension StandoffLines {
  /// What the lines say, by row.
  package func columns() -> LineColumns { LineColumns(annotations.store) }
}

extension PackedID {
  /// Packs the id at the start of a line that has one and begins at `start`; `nil` where it is not written
  /// the usual way.
  fileprivate init?(_ bytes: Span<UInt8>, lineAt start: Int) {
    guard let tab = bytes.first(.tab, in: start..<bytes.count) else { return nil }
    self.init(bytes, start..<tab)
  }
}
