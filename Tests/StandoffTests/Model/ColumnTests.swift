import Testing

@testable import Standoff

@Suite struct ColumnTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 10_000]) func holdsWhatWasPutIn(count: Int) {
    var column = Column<UInt32>()
    for index in 0..<count { column.append(UInt32(index)) }
    #expect(column.count == count)
    for index in stride(from: 0, to: count, by: 7) { column[index] = 1 }
    let changed = (0..<count).allSatisfy { column[$0] == ($0 % 7 == 0 ? 1 : UInt32($0)) }
    #expect(changed)
    #expect(Column(repeating: UInt8(7), count: count).count == count)
  }

  @Test func copiesAreValues() {
    var column = Column<UInt32>(repeating: 1, count: 5000)
    let copy = column
    column[10] = 2
    column[4999] = 3
    #expect(copy[10] == 1)
    #expect(copy[4999] == 1)
    #expect(column[10] == 2)
  }
}
