/// Linear equations with a symmetric, positive definite matrix whose rows reach only some columns on.
///
/// Cholesky's factoring within the envelope of the matrix (George and Liu, Computer Solution of Large
/// Sparse Positive Definite Systems, 1981, chapter 4). Takes rows × the square of their reach.
struct BandedSystem {
  /// By row, the last column with an entry; never before that of an earlier row.
  private let last: [Int]
  /// By row, what to add to a column from the diagonal on for the place of its entry.
  private let base: [Int]
  /// Their memory is not taken before there is something to add to.
  private var entries: [Double] = []
  private let count: Int

  /// A pivot that is this part of its entry is nothing but the error of rounding.
  private static var noise: Double { 1e-12 }
  /// Stands for a pivot without end, which holds its unknown to 0.
  private static var endless: Double { 1e100 }

  /// `reach` gives, by row, the last column that it has an entry in.
  init(reach: [Int]) {
    var (last, base, count) = (reach, reach, 0)
    for row in reach.indices {
      if row > 0 { last[row] = max(last[row], last[row - 1]) }
      base[row] = count - row
      count += last[row] - row + 1
    }
    (self.last, self.base, self.count) = (last, base, count)
  }

  /// How many products a factoring takes, about.
  var effort: Double {
    last.indices.reduce(Double(count)) { sum, row in
      let reach = Double(last[row] - row)
      return sum + reach * reach / 2
    }
  }

  /// Sets all entries to 0, before any is added to.
  mutating func clear() {
    if entries.isEmpty { return entries = Array(repeating: 0, count: count) }
    for place in entries.indices { entries[place] = 0 }
  }

  /// Adds to the entry of a row, in a column from the diagonal on.
  mutating func add(_ value: Double, row: Int, column: Int) {
    entries[base[row] + column] += value
  }

  /// Replaces the matrix by its factor.
  mutating func factor() {
    let diagonal = last.indices.map { entries[base[$0] + $0] }
    for row in last.indices {
      let (own, end) = (base[row], last[row])
      let square = entries[own + row]
      let pivot = square > Self.noise * diagonal[row] ? square.squareRoot() : Self.endless
      entries[own + row] = pivot
      for column in (row + 1)..<max(row + 1, end + 1) { entries[own + column] /= pivot }
      for other in (row + 1)..<max(row + 1, end + 1) {
        let factor = entries[own + other]
        guard factor != 0 else { continue }
        let target = base[other]
        for column in other...end { entries[target + column] -= factor * entries[own + column] }
      }
    }
  }

  /// Replaces the right side by the unknowns, once the matrix is factored.
  func solve(_ right: inout [Double]) {
    for row in last.indices {
      let value = right[row] / entries[base[row] + row]
      right[row] = value
      for column in (row + 1)..<max(row + 1, last[row] + 1) {
        right[column] -= value * entries[base[row] + column]
      }
    }
    for row in last.indices.reversed() {
      var value = right[row]
      for column in (row + 1)..<max(row + 1, last[row] + 1) {
        value -= entries[base[row] + column] * right[column]
      }
      right[row] = value / entries[base[row] + row]
    }
  }
}
