/// The shortest way from one list of numbers to another by leaving out and putting in (Myers, 1986).
///
/// Greedy, with the furthest places of each step kept to walk back by: in time and room by the square
/// of how many edits there are, which is bounded.
enum EditGraph {
  /// What two lists share along a way.
  struct Way {
    /// The stretches that are the same, in order.
    let shared: [(left: Int, right: Int, count: Int)]
    /// Where the way ends: behind the last elements of both lists, unless it was given up.
    let end: (left: Int, right: Int)
  }

  /// The shortest way as far as it is found: where more than `limit` edits are needed, the way of that
  /// many that leads furthest; no way where `work` runs out, which counts the comparisons left.
  static func way(
    _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, limit: Int, work: inout Int
  ) -> Way? {
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
          return Way(shared: walkBack(steps, n, m, a, b), end: (a + n, b + m))
        }
      }
      steps.append(row)
      if work < 0 { return nil }
    }
    let ends = stride(from: -most, through: most, by: 2).map { diagonal in
      (x: furthest[diagonal + most + 1], y: furthest[diagonal + most + 1] - diagonal)
    }
    let inside = ends.filter { $0.x <= n && 0 <= $0.y && $0.y <= m }
    guard let end = inside.max(by: { $0.x + $0.y < $1.x + $1.y }) else { return nil }
    return Way(shared: walkBack(steps, end.x, end.y, a, b), end: (a + end.x, b + end.y))
  }

  /// The stretches on the way to the place `n`, `m`, which the last of the steps came to.
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
