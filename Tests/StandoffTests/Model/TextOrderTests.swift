import TestSupport
import Testing

@testable import Standoff

/// Queries by position against looking at every entry.
@Suite struct TextOrderTests {
  /// Lines whose ids have the order of their rows.
  private struct Lines: PlacedRows {
    var entries: [TextOrder.Entry] = []

    func entry(of row: UInt32) -> TextOrder.Entry { entries[Int(row)] }
    func idPrecedes(_ left: UInt32, _ right: UInt32) -> Bool { left < right }
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func behavesLikeAList(number: UInt64) {
    var seed = Seed(number)
    let extent = UInt32([20, 400, 40_000][Int(number % 3)])
    var lines = Lines()
    func row() -> UInt32 {
      let start = UInt32.random(in: 0..<extent, using: &seed)
      let isLong = Int.random(in: 0..<50, using: &seed) == 0
      let row = UInt32(lines.entries.count)
      lines.entries.append(
        TextOrder.Entry(
          start: start, end: start + UInt32.random(in: 0..<(isLong ? extent : 9), using: &seed),
          row: row))
      return row
    }
    var rows = (0..<Int.random(in: 0..<1500, using: &seed)).map { _ in row() }
    if number % 4 == 0 { rows.sort { lines.precedes(lines.entry(of: $0), lines.entry(of: $1)) } }
    var order = TextOrder.taking(rows, in: lines)
    for _ in 0..<1500 {
      if Int.random(in: 0..<3, using: &seed) == 0, !rows.isEmpty {
        let place = Int.random(in: 0..<rows.count, using: &seed)
        order.remove(rows.remove(at: place), in: lines)
      } else {
        rows.append(row())
        order.insert(rows[rows.count - 1], in: lines)
      }
    }
    let entries = rows.map(lines.entry).sorted(by: lines.precedes)
    #expect(Array(order) == entries.map(\.row))
    #expect(order.count == entries.count)
    for _ in 0..<200 {
      let start = UInt32.random(in: 0..<extent, using: &seed)
      let end = start + UInt32.random(in: 1..<40, using: &seed)
      var found: [UInt32] = []
      order.forEach(overlapping: start, end, in: lines) { found.append($0.row) }
      let expected = entries.filter { entry in
        entry.start < end && (entry.end > start || entry.start == start && entry.end == start)
      }
      #expect(found == expected.map(\.row))
    }
    for (place, entry) in entries.enumerated().dropLast(max(0, entries.count - 300)) {
      let before = place == 0 ? nil : entries[place - 1].row
      #expect(order.row(before: entry.row, in: lines) == before)
      let after = place + 1 < entries.count ? entries[place + 1].row : nil
      #expect(order.row(after: entry.row, in: lines) == after)
    }
  }

  @Test func nothingIsFoundInNothing() {
    var order = TextOrder()
    let lines = Lines(entries: [TextOrder.Entry(start: 0, end: 1, row: 0)])
    order.remove(0, in: lines)
    var found = 0
    order.forEach(overlapping: 0, .max, in: lines) { _ in found += 1 }
    #expect(found == 0)
    #expect(order.row(before: 0, in: lines) == nil)
  }
}
