import TestSupport
import Testing

@testable import Adjudication

/// Equations with a banded matrix.
@Suite struct BandedSystemTests {
  @Test func theUnknownsSolveTheEquations() {
    for number in 0..<50 as Range<UInt64> {
      var seed = Seed(number)
      let count = Int.random(in: 1...30, using: &seed)
      let reach = (0..<count).map { min(count - 1, $0 + Int.random(in: 0...6, using: &seed)) }
      var system = BandedSystem(reach: reach)
      var full = Array(repeating: Array(repeating: 0.0, count: count), count: count)
      system.clear()
      for row in 0..<count {
        for column in row...reach[row] {
          let value = row == column ? 20 : Double.random(in: -1...1, using: &seed)
          system.add(value, row: row, column: column)
          full[row][column] = value
          full[column][row] = value
        }
      }
      let wanted = (0..<count).map { _ in Double.random(in: -5...5, using: &seed) }
      var unknowns = full.map { row in zip(row, wanted).reduce(0) { $0 + $1.0 * $1.1 } }
      system.factor()
      system.solve(&unknowns)
      for (found, value) in zip(unknowns, wanted) { #expect(abs(found - value) < 1e-12) }
    }
  }

  /// The sum of two unknowns is known twice, and neither by itself: the second is held to 0.
  @Test func anUnknownWithoutAnEquationIsNothing() {
    var system = BandedSystem(reach: [1, 1])
    system.clear()
    system.add(1, row: 0, column: 0)
    system.add(1, row: 0, column: 1)
    system.add(1, row: 1, column: 1)
    var unknowns = [3.0, 3.0]
    system.factor()
    system.solve(&unknowns)
    #expect(unknowns == [3, 0])
  }

  @Test func theEffortGrowsWithTheSquareOfTheBand() {
    let narrow = BandedSystem(reach: (0..<1000).map { min(999, $0 + 10) }).effort
    let wide = BandedSystem(reach: (0..<1000).map { min(999, $0 + 100) }).effort
    #expect(wide > 50 * narrow)
  }
}
