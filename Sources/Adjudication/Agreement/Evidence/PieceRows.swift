/// The counts of a ``PieceTable`` with few columns, those of each piece side by side: a drawing adds up
/// the rows of its pieces.
///
/// Columns that count the same in every piece are kept once, such as the spans of an annotator, which
/// stand beside those of each other one.
struct PieceRows {
  private typealias Row = SIMD8<Int>

  /// By column of the table, its place among those that are kept.
  private var places: [Int] = []
  /// By eight of the columns that are kept, the row of each piece.
  private var parts: [[Row]] = []

  init(_ table: PieceTable) {
    var kept: [[Int]] = []
    for column in table.columns {
      let place = kept.firstIndex(of: column) ?? kept.count
      if place == kept.count { kept.append(column) }
      places.append(place)
    }
    for start in stride(from: 0, to: kept.count, by: Row.scalarCount) {
      var rows = Array(repeating: Row.zero, count: table.pieceCount)
      for place in start..<min(start + Row.scalarCount, kept.count) {
        for piece in rows.indices { rows[piece][place - start] = kept[place][piece] }
      }
      parts.append(rows)
    }
  }

  /// The sums of some pieces by column of the table; a piece may be among them several times.
  func sums(of pieces: ArraySlice<UInt32>) -> [Int] {
    let sums = parts.map { rows in
      let (pieces, rows) = (pieces.span, rows.span)
      var sum = Row.zero
      for index in pieces.indices { sum &+= rows[Int(pieces[index])] }
      return sum
    }
    return places.map { sums[$0 / Row.scalarCount][$0 % Row.scalarCount] }
  }
}
