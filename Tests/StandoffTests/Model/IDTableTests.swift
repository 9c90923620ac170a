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
      if let expected = known[AnnotationID(id)] {
        #expect(index == expected, "seed \(number): \(id)")
      } else {
        #expect(!known.values.contains(index), "seed \(number): \(id)")
      }
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

  /// Defining is inserting and, where no line has the id yet, taking it.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func theFirstLineWithAnIdHasIt(number: UInt64) {
    var seed = Seed(number)
    var (table, other) = (IDTable(room: 0), IDTable(room: 0))
    var rows: [AnnotationID: UInt32] = [:]
    for (row, id) in Self.ids(&seed).enumerated() {
      let bytes = Array(id.utf8)
      // Some ids are named before they are defined.
      if row % 3 == 0 { _ = table.insert(bytes.span, 0..<bytes.count) }
      let (index, isTaken) = table.define(bytes.span, 0..<bytes.count, as: UInt32(row))
      if row % 3 == 0 { _ = other.insert(bytes.span, 0..<bytes.count) }
      #expect(index == other.insert(bytes.span, 0..<bytes.count), "seed \(number): \(id)")
      #expect(isTaken == (rows[AnnotationID(id)] != nil), "seed \(number): \(id)")
      if !isTaken { rows[AnnotationID(id)] = UInt32(row) }
      #expect(table.row(of: index) == rows[AnnotationID(id)], "seed \(number): \(id)")
    }
  }

  /// One number far above the others costs little, and is found like them.
  @Test func largeNumbersTakeNoRoom() {
    var table = IDTable(room: 1_000_000)
    for id in ["T1999999", "T1", "A1500000", "T99999999999999"] {
      let bytes = Array(id.utf8)
      let index = table.insert(bytes.span, 0..<bytes.count)
      #expect(table.written(index) == id)
    }
    #expect(table.find(AnnotationID("T1999998")) == nil)
    #expect(table.find(AnnotationID("T1999999")) != nil)
  }
}
