import TestSupport
import Testing

@testable import Standoff

/// Queries by position against looking at every entry.
@Suite struct TextOrderTests {
  private static func byRow(_ left: UInt32, _ right: UInt32) -> Bool { left < right }

  @Test(arguments: 0..<20 as Range<UInt64>) func behavesLikeAList(number: UInt64) {
    var seed = Seed(number)
    let extent = UInt32([20, 400, 40_000][Int(number % 3)])
    var row: UInt32 = 0
    func entry() -> TextOrder.Entry {
      let start = UInt32.random(in: 0..<extent, using: &seed)
      let isLong = Int.random(in: 0..<50, using: &seed) == 0
      row += 1
      return TextOrder.Entry(
        start: start, end: start + UInt32.random(in: 0..<(isLong ? extent : 9), using: &seed),
        row: row)
    }
    var entries = (0..<Int.random(in: 0..<1500, using: &seed)).map { _ in entry() }
    var order = TextOrder(entries, by: Self.byRow)
    for _ in 0..<1500 {
      if Int.random(in: 0..<3, using: &seed) == 0, !entries.isEmpty {
        let place = Int.random(in: 0..<entries.count, using: &seed)
        order.remove(entries.remove(at: place), by: Self.byRow)
      } else {
        let new = entry()
        entries.append(new)
        order.insert(new, by: Self.byRow)
      }
    }
    entries.sort { TextOrder.precedes($0, $1, by: Self.byRow) }
    #expect(order.map(\.row) == entries.map(\.row))
    #expect(order.count == entries.count)
    for _ in 0..<200 {
      let start = UInt32.random(in: 0..<extent, using: &seed)
      let end = start + UInt32.random(in: 1..<40, using: &seed)
      var found: [UInt32] = []
      order.forEach(overlapping: start, end) { found.append($0.row) }
      let expected = entries.filter { entry in
        entry.start < end && (entry.end > start || entry.start == start && entry.end == start)
      }
      #expect(found == expected.map(\.row))
    }
    for (place, entry) in entries.enumerated().dropLast(max(0, entries.count - 300)) {
      let before = place == 0 ? nil : entries[place - 1].row
      #expect(order.entry(before: entry, by: Self.byRow)?.row == before)
      let after = place + 1 < entries.count ? entries[place + 1].row : nil
      #expect(order.entry(after: entry, by: Self.byRow)?.row == after)
    }
  }

  @Test func nothingIsFoundInNothing() {
    var order = TextOrder()
    order.remove(TextOrder.Entry(start: 0, end: 1, row: 0), by: Self.byRow)
    var found = 0
    order.forEach(overlapping: 0, .max) { _ in found += 1 }
    #expect(found == 0)
    #expect(order.entry(before: TextOrder.Entry(start: 0, end: 1, row: 0), by: Self.byRow) == nil)
  }
}
