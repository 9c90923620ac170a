/// How alike two texts are.
enum Likeness {
  /// The most code points of a text that are compared one by one; of longer ones the edges are.
  private static let longest = 2048

  /// From 0, nothing in common, to 1, the same: the share of the longer text that need not be edited.
  ///
  /// Of texts over 2048 letters the first and the last thousand are compared.
  static func of(_ left: [UInt32], _ right: [UInt32]) -> Double {
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 1 }
    if left == right { return 1 }
    if longer > longest {
      let half = longest / 2
      let head = of(Array(left.prefix(half)), Array(right.prefix(half)))
      let tail = of(Array(left.suffix(half)), Array(right.suffix(half)))
      let shorter = min(left.count, right.count)
      return min(head, tail) * Double(shorter) / Double(longer)
    }
    return 1 - Double(editDistance(left, right)) / Double(longer)
  }

  /// How many letters have to be put in, left out or replaced to make one text of the other.
  ///
  /// Sixty-four letters at a time (Myers, 1999; in blocks: Hyyrö, 2003).
  static func editDistance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var search = BitParallelRows(left)
    for letter in right { search.step(letter, isGlobal: true) }
    return search.distance
  }
}
