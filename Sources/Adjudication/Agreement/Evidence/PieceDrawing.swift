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

  /// A number for each of some drawings, which are counted side by side.
  typealias Block = SIMD8<Double>

  /// How often each piece is drawn, in each of the next drawings.
  mutating func next() -> [Block] {
    var times = [Block](repeating: .zero, count: pieces)
    for drawing in 0..<Block.scalarCount {
      for _ in 0..<pieces { times[Int.random(in: 0..<pieces, using: &numbers)][drawing] += 1 }
    }
    return times
  }
}
