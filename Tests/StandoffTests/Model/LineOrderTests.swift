import TestSupport
import Testing

@testable import Standoff

/// The order of lines against a plain array.
@Suite struct LineOrderTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func behavesLikeAnArray(number: UInt64) {
    var seed = Seed(number)
    let start = Int.random(in: 0...2000, using: &seed)
    var order = LineOrder(rows: start)
    var rows = (0..<start).map(UInt32.init)
    var next = UInt32(start)
    for _ in 0..<3000 {
      switch Int.random(in: 0..<5, using: &seed) {
      case 0 where !rows.isEmpty:
        let place = Int.random(in: 0..<rows.count, using: &seed)
        order.remove(rows.remove(at: place))
      case 1 where !rows.isEmpty:
        let place = Int.random(in: 0..<rows.count, using: &seed)
        order.replace(rows[place], with: next)
        rows[place] = next
        next += 1
      case 2:
        order.append(next)
        rows.append(next)
        next += 1
      default:
        // Crowded, so that chunks split.
        let place = Int.random(in: 0...min(rows.count, 700), using: &seed)
        order.insert(next, after: place == 0 ? nil : rows[place - 1])
        rows.insert(next, at: place)
        next += 1
      }
    }
    let walked = Array(order)
    #expect(walked == rows)
    #expect(order.count == rows.count)
    #expect(order.last == rows.last)
    for _ in 0..<200 where !rows.isEmpty {
      let place = Int.random(in: 0..<rows.count, using: &seed)
      #expect(order.row(ofLine: place) == rows[place])
      #expect(order.line(of: rows[place]) == place)
      #expect(order.row(before: rows[place]) == (place == 0 ? nil : rows[place - 1]))
      let after = order.position(of: rows[place]).flatMap(order.position(after:)).map { order[$0] }
      #expect(after == (place + 1 < rows.count ? rows[place + 1] : nil))
      let other = Int.random(in: 0..<rows.count, using: &seed)
      #expect(order.precedes(rows[place], rows[other]) == (place < other))
    }
    #expect(order.row(ofLine: rows.count) == nil)
    #expect(order.row(ofLine: -1) == nil)
    #expect(order.position(of: next) == nil)
  }

  @Test func copiesShareWhatNeitherChanges() {
    let old = LineOrder(rows: 5000)
    var new = old
    new.insert(5000, after: 2600)
    new.remove(2700)
    let shared = old.sharedChunks(with: new)
    #expect(shared.prefix == 5)
    #expect(shared.suffix == old.chunkCount - 6)
    #expect(shared.rowsInPrefix == 2560)
    #expect(old.sharedChunks(with: old).prefix == old.chunkCount)
  }
}
