import TestSupport
import Testing

@testable import Standoff

@Suite struct ColumnTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 10_000]) func holdsWhatWasPutIn(count: Int) {
    for sealed in [0, 1, 5000, 20_000] {
      var column = Column<UInt32>()
      for index in 0..<count {
        if index == sealed { column.seal() }
        column.append(UInt32(index))
      }
      column.seal()
      #expect(column.count == count)
      for index in stride(from: 0, to: count, by: 7) { column[index] = 1 }
      let changed = (0..<count).allSatisfy { column[$0] == ($0 % 7 == 0 ? 1 : UInt32($0)) }
      #expect(changed)
      #expect(Column(repeating: UInt8(7), count: count).count == count)
    }
  }

  @Test(arguments: [true, false]) func copiesAreValues(isSealed: Bool) {
    var column = Column<UInt32>(repeating: 1, count: 5000)
    if isSealed { column.seal() }
    let copy = column
    column[10] = 2
    column[4999] = 3
    column.append(4)
    #expect(copy[10] == 1)
    #expect(copy[4999] == 1)
    #expect(copy.count == 5000)
    #expect((column[10], column[4999], column[5000]) == (2, 3, 4))
  }

  /// Whatever is done to a column and its copies, each behaves like an array.
  @Test(arguments: 0..<20 as Range<UInt64>) func behavesLikeAnArray(number: UInt64) {
    var seed = Seed(number)
    var column = Column<UInt32>(room: 100)
    var known: [UInt32] = []
    known = (0..<UInt32.random(in: 0..<9000, using: &seed)).map { $0 * 3 }
    for element in known { column.append(element) }
    var copies: [(Column<UInt32>, [UInt32])] = []
    for step in 0..<6000 {
      if step == 100 { column.seal() }
      if step % 500 == 90 {
        column.append(7, times: step)
        known += Array(repeating: 7, count: step)
      }
      let value = UInt32.random(in: 0..<1000, using: &seed)
      if Bool.random(using: &seed) {
        column.append(value)
        known.append(value)
      } else {
        let place = Int.random(in: 0..<known.count, using: &seed)
        column[place] = value
        known[place] = value
      }
      if step % 1000 == 0 { copies.append((column, known)) }
    }
    for (column, known) in copies + [(column, known)] {
      #expect((0..<column.count).map { column[$0] } == known, "seed \(number)")
    }
  }
}
