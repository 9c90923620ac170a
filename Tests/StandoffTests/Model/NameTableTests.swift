import Testing

@testable import Standoff

/// A name has one index, however many there are, and is told apart by its bytes.
@Suite struct NameTableTests {
  @Test(arguments: [1, 15, 16, 17, 18, 40, 3_000]) func everyNameKeepsItsIndex(count: Int) {
    let names = (0..<count).map { number in
      ["N\(number)", "a name of many letters \(number)", "\(number)é"][number % 3]
    }
    var table = NameTable()
    for round in 0..<2 {
      for (index, name) in names.enumerated() {
        let bytes = Array(name.utf8)
        if round == 0 { #expect(table.index(of: name) == nil) }
        #expect(table.insert(bytes.span, 0..<bytes.count) == UInt32(index))
      }
    }
    #expect(table.count == count)
    for (index, name) in names.enumerated() {
      #expect(table.index(of: name) == UInt32(index))
      #expect(table[UInt32(index)] == name)
      #expect(table.index(of: name + "x") == nil)
    }
  }

  @Test func namesThatLookAlikeAreTwo() {
    var table = NameTable()
    for name in ["caf\u{E9}", "cafe\u{301}"] {
      let bytes = Array(name.utf8)
      _ = table.insert(bytes.span, 0..<bytes.count)
    }
    #expect(table.count == 2)
    #expect(table.index(of: "caf\u{E9}") == 0 && table.index(of: "cafe\u{301}") == 1)
  }

  @Test func aNameOfAnotherTableIsFound() {
    var (one, other) = (NameTable(), NameTable())
    for name in ["Claim", "a name of many letters", "Quote"] {
      let bytes = Array(name.utf8)
      _ = one.insert(bytes.span, 0..<bytes.count)
    }
    #expect(other.insert(1, of: one) == 0)
    #expect(one.index(of: 1, in: other) == 0)
    #expect(one.index(of: 2, in: other) == nil)
  }
}
