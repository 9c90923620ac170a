/// What is asked again and again of the lines of a set, by row, taken out of it in one go.
///
/// A class, for there are several lists, whose references are all counted where they are copied.
package final class LineColumns: Sendable {
  /// What each line says.
  package let kinds: [LineKind]
  /// The indices of the labels and names.
  package let names: [UInt32]
  /// The ids; ``PackedID/unusual`` where one is not written the usual way, or is missing.
  package let ids: [PackedID]
  /// The rows of the lines that come first in each line; ``nobody`` where no line has that id, or the line
  /// names none.
  package let targets: [UInt32]
  /// The rows of the lines at the second ends of relations, likewise; ``nobody`` for other lines.
  package let secondTargets: [UInt32]
  /// The lines that name something which is not there.
  package let broken: Set<UInt32>
  /// Whether each line is certainly spelled as the clean profile has it, so that what it says tells what
  /// follows its id: a `T` in one piece, a relation, or an `A`.
  package let arePlain: [Bool]

  /// Stands for the row of a line that is not there.
  package static var nobody: UInt32 { .none }

  init(_ store: LineStore) {
    let count = store.rowCount
    var kinds = Array(repeating: LineKind.textBound, count: count)
    var names = Array(repeating: UInt32.none, count: count)
    var (targets, seconds) = (names, names)
    var ids = Array(repeating: PackedID.unusual, count: count)
    var arePlain = Array(repeating: false, count: count)
    var broken: Set<UInt32> = []
    let labels = (0..<UInt32(store.names.count)).map { store.names[$0].utf8.count }
    let file = store.arena.base
    let areAsRead = store.arena.isAsRead && store.idsAreUnique
    let arg2 = store.names.index(of: "Arg2")
    do {
      let bytes = file.span
      var ownKinds = kinds.mutableSpan
      var ownNames = names.mutableSpan
      var ownIDs = ids.mutableSpan
      var ownTargets = targets.mutableSpan
      var ownSeconds = seconds.mutableSpan
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
          if areAsRead, id.isNumbered, label != .none {
            ownPlain[place] = store.isPlainSpan(row, line, id, labels[Int(label)], bytes)
          }
        }
        guard !line.kind.isTextBound else { continue }
        let links = store.linkRange(of: row)
        let isRelation = line.kind == .relation && links.count == 2
        for link in links {
          let target = store.idTable.row(of: store.links[link].target)
          if link == links.lowerBound { ownTargets[place] = target }
          if link > links.lowerBound, isRelation { ownSeconds[place] = target }
          if target == .none { broken.insert(row) }
        }
        if areAsRead, let id, id.isNumbered, label != .none {
          ownPlain[place] = store.isPlainTie(
            row, line, id, label, labels, links, arg2: arg2, bytes)
        }
      }
    }
    (self.kinds, self.names, self.ids) = (kinds, names, ids)
    (self.targets, secondTargets, self.broken, self.arePlain) = (targets, seconds, broken, arePlain)
  }
}

extension LineStore {
  /// Whether a line is a `T` that is certainly spelled as the clean profile has it; `label` is how long
  /// the label is.
  @inline(__always)
  fileprivate func isPlainSpan(
    _ row: UInt32, _ line: LineRow, _ id: PackedID, _ label: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    // What fits came in the usual shape, which leaves open how long the numbers are.
    guard line.words >= .evenEdged else { return false }
    let piece = piece(of: row)
    let space =
      Int(line.offset) + 3 + id.number.digitCount + label + UInt64(piece.start).digitCount
    let tab = space + 1 + UInt64(piece.end).digitCount
    return tab < bytes.count && bytes[space] == .space && bytes[tab] == .tab
  }

  /// Whether a line is an `A`, or a relation of two, that is certainly spelled as the clean profile has
  /// it; `lengths` has how long each name is, and `arg2` is the name that comes second.
  @inline(__always)
  fileprivate func isPlainTie(
    _ row: UInt32, _ line: LineRow, _ id: PackedID, _ name: UInt32, _ lengths: [Int],
    _ ends: Range<UInt32>, arg2: UInt32?, _ bytes: Span<UInt8>
  ) -> Bool {
    let start = Int(line.offset) + 2 + id.number.digitCount
    let body = start..<Int(line.offset) + Int(length(of: row))
    if line.kind == .attribute {
      return id.bits >> 56 == UInt64(UInt8(ascii: "A"))
        && bytes.isPlainAttribute(body, name: lengths[Int(name)])
    }
    guard line.kind == .relation, ends.count == 2 else { return false }
    let roles = (links[ends.lowerBound].role, links[ends.lowerBound + 1].role)
    guard roles.0 != .none, roles.1 != .none, roles.0 != arg2 else { return false }
    return bytes.isPlainRelation(
      body, name: lengths[Int(name)], roles: (lengths[Int(roles.0)], lengths[Int(roles.1)]))
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

extension Span<UInt8> {
  /// Whether `NAME TARGET` or `NAME TARGET VALUE` stands in a range, with no blank too many, and an LF at
  /// last, where it is known that these can be read there and how long the name is.
  fileprivate func isPlainAttribute(_ range: Range<Int>, name: Int) -> Bool {
    let (end, space) = (range.upperBound - 1, range.lowerBound + name)
    guard space < end, self[end] == .lineFeed, self[space] == .space else { return false }
    let value = wordEnd(from: space + 1)
    guard value > space + 1 else { return false }
    return value == end
      || self[value] == .space && self[value + 1] > .space && self[end - 1] > .space
        && first(.tab, in: value..<end) == nil
  }

  /// Whether `NAME ROLE:ID ROLE:ID` stands in a range, likewise.
  fileprivate func isPlainRelation(
    _ range: Range<Int>, name: Int, roles: (Int, Int)
  ) -> Bool {
    let (end, space) = (range.upperBound - 1, range.lowerBound + name)
    let colon = space + 1 + roles.0
    guard colon < end, self[end] == .lineFeed, self[space] == .space, self[colon] == .colon
    else { return false }
    let second = wordEnd(from: colon + 1)
    let last = second + 1 + roles.1
    guard last < end, self[second] == .space, self[last] == .colon else { return false }
    return wordEnd(from: last + 1) == end
  }

  /// Where the next blank or colon is.
  private func wordEnd(from start: Int) -> Int {
    var place = start
    while place < count, self[place] > .space, self[place] != .colon { place += 1 }
    return place
  }
}
