/// The shortest way from one list of numbers to another by leaving out and putting in (Myers, 1986).
///
/// Greedy, with the furthest places of each step kept to walk back by: in time and room by the square
/// of how many edits there are, which is bounded.
enum EditGraph {
  /// The stretches that both lists share along that way, in order; `nil` where more than `limit`
  /// edits are needed or `work` runs out, which counts the comparisons left.
  static func sharedStretches(
    _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, limit: Int, work: inout Int
  ) -> [(left: Int, right: Int, count: Int)]? {
    let (n, m) = (left.count, right.count)
    let (a, b) = (left.startIndex, right.startIndex)
    let most = min(limit, n + m)
    /// For each diagonal, shifted to be no less than 0, the furthest place in `left`.
    var furthest = Array(repeating: 0, count: 2 * most + 3)
    var steps: [[Int32]] = []
    for edits in 0...most {
      var row: [Int32] = []
      row.reserveCapacity(edits + 1)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let slot = diagonal + most + 1
        let goesDown =
          diagonal == -edits || diagonal != edits && furthest[slot - 1] < furthest[slot + 1]
        var x = goesDown ? furthest[slot + 1] : furthest[slot - 1] + 1
        let start = x
        while x < n, x - diagonal < m, x - diagonal >= 0, left[a + x] == right[b + x - diagonal] {
          x += 1
        }
        work -= x - start + 1
        furthest[slot] = x
        row.append(Int32(truncatingIfNeeded: x))
        if x >= n, x - diagonal >= m {
          steps.append(row)
          return walkBack(steps, n, m, a, b)
        }
      }
      steps.append(row)
      if work < 0 { return nil }
    }
    return nil
  }

  private static func walkBack(
    _ steps: [[Int32]], _ n: Int, _ m: Int, _ a: Int, _ b: Int
  ) -> [(left: Int, right: Int, count: Int)] {
    var found: [(left: Int, right: Int, count: Int)] = []
    var (x, y) = (n, m)
    for edits in stride(from: steps.count - 1, through: 0, by: -1) {
      let diagonal = x - y
      var (startX, startY) = (0, 0)
      var previous = (x: 0, y: 0)
      if edits > 0 {
        let row = steps[edits - 1]
        // The row of the step before has the diagonals from 1 - edits to edits - 1, every other one.
        func place(_ diagonal: Int) -> Int? {
          let index = (diagonal + edits - 1) / 2
          guard diagonal >= 1 - edits, diagonal <= edits - 1 else { return nil }
          return Int(row[index])
        }
        let (below, above) = (place(diagonal - 1), place(diagonal + 1))
        let goesDown = below == nil || above.map { (below ?? 0) < $0 } ?? false
        if goesDown {
          let x = above ?? 0
          previous = (x, x - diagonal - 1)
          (startX, startY) = (x, x - diagonal)
        } else {
          let x = below ?? 0
          previous = (x, x - diagonal + 1)
          (startX, startY) = (x + 1, x + 1 - diagonal)
        }
      }
      if x > startX { found.append((a + startX, b + startY, x - startX)) }
      (x, y) = previous
    }
    return found.reversed()
  }
}
