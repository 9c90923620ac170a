import TestSupport
import Testing

@testable import Adjudication

/// The sums of drawn pieces are those that adding up their counts one by one gives.
@Suite struct PieceRowsTests {
  @Test(arguments: 0..<60 as Range<UInt64>) func drawingAddsUpThePieces(number: UInt64) {
    var seed = Seed(number)
    let columns = Int.random(in: 1...20, using: &seed)
    let pieces = Int.random(in: 1...30, using: &seed)
    var table = PieceTable()
    var counts: [[Int]] = []
    for _ in 0..<pieces {
      table.beginPiece()
      var row = (0..<columns).map { _ in
        Int.random(in: 0...3, using: &seed) * Int.random(in: 0...1 << 28, using: &seed)
      }
      // A column that is the same as another everywhere, and one that counts each piece once.
      if columns > 4 { (row[3], row[4]) = (row[1], 1) }
      counts.append(row)
      for (column, count) in row.enumerated() where count > 0 { table.add(count, to: column) }
    }
    let known = table.sums.count
    var drawing = PieceDrawing(pieces, seed: number)
    let rows = PieceRows(table)
    for _ in 0..<2 {
      drawing.next()
      let blocks = table.sums(drawing: drawing.times)
      for index in 0..<PieceDrawing.blockSize {
        let drawn = drawing.pieces(ofDrawing: index)
        #expect(drawn.count == pieces)
        let sums = (0..<known).map { column in
          drawn.reduce(0) { $0 + counts[Int($1)][column] }
        }
        #expect(rows.sums(of: drawn) == sums)
        #expect(blocks.map { Int($0[index]) } == sums)
      }
    }
  }
}
