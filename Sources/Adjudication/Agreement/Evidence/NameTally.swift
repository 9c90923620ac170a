import Standoff

/// How many items each combination of names was given to, annotator by annotator.
struct NameTally: Sendable {
  let annotatorCount: Int
  /// Every name that occurs.
  private(set) var names: [LabelRuns.LabelSet] = []
  /// By column, the places of the names in ``names``, `nil` for what was not read.
  private(set) var combinations: [[Int?]] = []
  private(set) var table = PieceTable()

  private var places: [LabelRuns.LabelSet: Int] = [:]
  private var columns: [[Int?]: Int] = [:]

  init(annotatorCount: Int) { self.annotatorCount = annotatorCount }

  /// Begins a new piece.
  mutating func beginPiece() { table.beginPiece() }

  /// Adds the items of runs; at each of `borders`, counted in items, a new piece begins.
  mutating func add(_ runs: LabelRuns, borders: [Int] = []) {
    let places = runs.names.map { place(of: $0) }
    var (item, border) = (0, 0)
    for run in runs.runs {
      let column = column(of: run.names.map { $0.map { places[$0] } })
      var left = run.count
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
    let columns = other.combinations.map { names in
      column(of: names.map { $0.map { places[$0] } })
    }
    table.append(other.table, columns: columns)
  }

  /// The same counts as runs, with `sums` instead of those of all pieces.
  func runs(_ sums: [Int]) -> LabelRuns {
    LabelRuns(
      annotatorCount: annotatorCount, names: names,
      runs: zip(combinations, sums).compactMap { names, count in
        count > 0 ? LabelRuns.Run(count: count, names: names) : nil
      })
  }

  /// How many items two annotators or more have read.
  var comparedCount: Int {
    zip(combinations, table.sums).reduce(0) { sum, column in
      column.0.count { $0 != nil } > 1 ? sum + column.1 : sum
    }
  }

  private mutating func place(of name: LabelRuns.LabelSet) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }

  private mutating func column(of names: [Int?]) -> Int {
    if let column = columns[names] { return column }
    columns[names] = combinations.count
    combinations.append(names)
    return combinations.count - 1
  }
}
