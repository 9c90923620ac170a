/// Counts in columns, kept piece by piece, so that pieces can be drawn again for an interval.
///
/// A piece is an article or a paragraph. Of each only the columns are kept in which it counts
/// something.
struct PieceTable: Sendable {
  private struct Entry {
    let column: Int32
    let count: Int32
  }

  /// The counts of all pieces together, by column.
  private(set) var sums: [Int] = []
  private var entries: [Entry] = []
  /// Where the entries of each piece begin.
  private var starts: [Int] = []

  /// How many pieces there are.
  var pieceCount: Int { starts.count }

  /// What is counted from here on belongs to a new piece.
  mutating func beginPiece() { starts.append(entries.count) }

  /// Counts in a column of the last piece.
  mutating func add(_ count: Int, to column: Int) {
    while sums.count <= column { sums.append(0) }
    sums[column] += count
    if !starts.isEmpty {
      entries.append(Entry(column: Int32(clamping: column), count: Int32(clamping: count)))
    }
  }

  /// Adds the pieces of another table, whose column `n` is here column `columns[n]`.
  mutating func append(_ other: PieceTable, columns: [Int]) {
    for (column, sum) in other.sums.enumerated() {
      while sums.count <= columns[column] { sums.append(0) }
      sums[columns[column]] += sum
    }
    let offset = entries.count
    starts += other.starts.map { $0 + offset }
    entries += other.entries.map {
      Entry(column: Int32(clamping: columns[Int($0.column)]), count: $0.count)
    }
  }

  /// The counts of every piece, by column.
  var columns: [[Int]] {
    var columns = Array(repeating: Array(repeating: 0, count: pieceCount), count: sums.count)
    for piece in starts.indices {
      for entry in entries[starts[piece]..<end(of: piece)] {
        columns[Int(entry.column)][piece] += Int(entry.count)
      }
    }
    return columns
  }

  /// Where the entries of a piece end.
  private func end(of piece: Int) -> Int {
    piece + 1 < starts.count ? starts[piece + 1] : entries.count
  }

  /// The sums of some drawings at once, by column; `times` says of each piece how often it counts.
  ///
  /// Counts are whole numbers far below 2^53, which `Double` adds up without rounding.
  func sums(drawing times: [PieceDrawing.Block]) -> [PieceDrawing.Block] {
    var drawn = Array(repeating: PieceDrawing.Block.zero, count: sums.count)
    let entries = entries.span
    for (piece, times) in zip(starts.indices, times) {
      for index in starts[piece]..<end(of: piece) {
        let entry = entries[index]
        drawn[Int(entry.column)] += times * Double(entry.count)
      }
    }
    return drawn
  }
}
