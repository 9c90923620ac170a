/// Draws as many pieces as there are, each at random and put back: the bootstrap (Efron, Bootstrap
/// Methods: Another Look at the Jackknife, The Annals of Statistics 7(1), 1979).
struct PieceDrawing {
  /// The fewest pieces from which drawing says anything.
  static let fewestPieces = 5
  /// So many drawings are made at once.
  static var blockSize: Int { Block.scalarCount }

  private let pieces: Int
  private var numbers: SeededNumbers
  /// The pieces of one drawing of a block after the other.
  private var drawn: [UInt32]

  init(_ pieces: Int, seed: UInt64) {
    self.pieces = pieces
    numbers = SeededNumbers(seed: seed)
    drawn = Array(repeating: 0, count: Self.blockSize * pieces)
  }

  /// Makes the next block of drawings.
  mutating func next() {
    for place in drawn.indices {
      drawn[place] = UInt32(truncatingIfNeeded: Int.random(in: 0..<pieces, using: &numbers))
    }
  }

  /// The pieces that one of the drawings of the block has, each as often as it was drawn.
  func pieces(ofDrawing number: Int) -> ArraySlice<UInt32> {
    drawn[number * pieces..<(number + 1) * pieces]
  }

  /// A number for each of some drawings, which are counted side by side.
  typealias Block = SIMD8<Double>

  /// How often each piece is drawn, in each drawing of the block.
  var times: [Block] {
    var times = [Block](repeating: .zero, count: pieces)
    for drawing in 0..<Self.blockSize {
      for piece in pieces(ofDrawing: drawing) { times[Int(piece)][drawing] += 1 }
    }
    return times
  }
}
