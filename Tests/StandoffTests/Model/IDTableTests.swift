import Testing
import TestSupport

@testable import Standoff

@Suite struct IDTableTests {
  /// Ids of every shape, among them ones that look alike and ones that do not pack.
  private static func ids(_ seed: inout Seed) -> [String] {
    (0..<2000).map { _ in
      let letters = ["T", "T", "R", "TX", "#", "#a", "abc", "Té", "Te\u{301}"]
      let zeros = ["", "", "0", "00"].randomElement(using: &seed) ?? ""
      let limit = [10, 3000, Int.max].randomElement(using: &seed) ?? 10
      let number = Int.random(in: 0...limit, using: &seed)
      return (letters.randomElement(using: &seed) ?? "T") + zeros + String(number)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func everyIdIsFoundAsItIsWritten(number: UInt64) {
    var seed = Seed(number)
    var table = IDTable(room: 0)
    var known: [AnnotationID: UInt32] = [:]
    for id in Self.ids(&seed) {
      let bytes = Array(id.utf8)
      let index = table.insert(bytes.span, 0..<bytes.count)
      let expected = known[AnnotationID(id)] ?? UInt32(known.count)
      #expect(index == expected, "seed \(number): \(id)")
      known[AnnotationID(id)] = index
    }
    for (id, index) in known {
      #expect(table.find(id) == index, "seed \(number): \(id)")
      #expect(table.written(index).utf8.elementsEqual(id.description.utf8), "seed \(number): \(id)")
      #expect(table.row(of: index) == .none && table.head(of: index) == .none)
    }
    #expect(table.find("T99999999999999") == nil)
    #expect(table.find("") == nil)
  }
}
