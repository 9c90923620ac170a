import Standoff

/// How many items each combination of names was given to, annotator by annotator.
struct NameTally: Sendable {
  let annotatorCount: Int
  /// Every name that occurs.
  private(set) var names: [LabelRuns.LabelSet] = []
  /// Column by column and annotator by annotator, the place of the name in ``names`` or
  /// ``LabelRuns/unread``.
  private var given: [Int] = []
  private(set) var table = PieceTable()

  private var places: [LabelRuns.LabelSet: Int] = [:]
  private var columns: [[Int]: Int] = [:]

  init(annotatorCount: Int) { self.annotatorCount = annotatorCount }

  /// Begins a new piece.
  mutating func beginPiece() { table.beginPiece() }

  /// Adds the items of runs; at each of `borders`, counted in items, a new piece begins.
  mutating func add(_ runs: LabelRuns, borders: [Int] = []) {
    let places = runs.names.map { place(of: $0) }
    var (item, border) = (0, 0)
    for (run, count) in runs.counts.enumerated() {
      let column = column(of: runs.names(ofRun: run), at: places)
      var left = count
      while border < borders.count, borders[border] <= item + left {
        let count = borders[border] - item
        if count > 0 { table.add(count, to: column) }
        table.beginPiece()
        left -= count
        item += count
        border += 1
      }
      if left > 0 { table.add(left, to: column) }
      item += left
    }
    while border < borders.count {
      table.beginPiece()
      border += 1
    }
  }

  /// Adds what was counted in other articles.
  mutating func append(_ other: NameTally) {
    let places = other.names.map { place(of: $0) }
    let columns = other.table.sums.indices.map { column in
      self.column(of: other.names(ofColumn: column), at: places)
    }
    table.append(other.table, columns: columns)
  }

  /// The same counts as runs, with `sums` instead of those of all pieces.
  func runs(_ sums: [Int]) -> LabelRuns {
    LabelRuns(annotatorCount: annotatorCount, names: names, counts: sums, given: given)
  }

  /// How many items have been read by so many annotators or more.
  func itemCount(readByAtLeast readers: Int) -> Int {
    table.sums.enumerated().reduce(0) { sum, column in
      names(ofColumn: column.offset).count { $0 != LabelRuns.unread } >= readers
        ? sum + column.element : sum
    }
  }

  private func names(ofColumn column: Int) -> ArraySlice<Int> {
    given[column * annotatorCount..<(column + 1) * annotatorCount]
  }

  private mutating func place(of name: LabelRuns.LabelSet) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The column of names that are at `places` here.
  private mutating func column(of names: ArraySlice<Int>, at places: [Int]) -> Int {
    let names = names.map { $0 == LabelRuns.unread ? $0 : places[$0] }
    if let column = columns[names] { return column }
    let column = columns.count
    columns[names] = column
    given += names
    return column
  }
}
