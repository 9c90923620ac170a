/// Draws as many pieces as there are, each at random and put back: the bootstrap (Efron, Bootstrap
/// Methods: Another Look at the Jackknife, The Annals of Statistics 7(1), 1979).
struct PieceDrawing {
  /// The fewest pieces from which drawing says anything.
  static let fewestPieces = 5

  private let pieces: Int
  private var numbers: SeededNumbers

  init(_ pieces: Int, seed: UInt64) {
    self.pieces = pieces
    numbers = SeededNumbers(seed: seed)
  }

  /// How often each piece is drawn.
  mutating func next() -> [Int32] {
    var times = [Int32](repeating: 0, count: pieces)
    for _ in 0..<pieces { times[Int.random(in: 0..<pieces, using: &numbers)] += 1 }
    return times
  }
}
