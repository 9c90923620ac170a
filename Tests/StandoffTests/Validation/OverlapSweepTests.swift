import TestSupport
import Testing

@testable import Standoff

/// The sweep finds an overlap exactly where comparing every pair does.
@Suite struct OverlapSweepTests {
  @Test(arguments: 0..<200) func agreesWithComparingAllPairs(number: UInt64) {
    var seed = Seed(number)
    let forbidden = Set((0..<8).map { _ in Int.random(in: 0..<27, using: &seed) })
    let allows = { (kind: OverlapRules.Kind, inner: UInt32, outer: UInt32) in
      let place = OverlapRules.Kind.allCases.firstIndex(of: kind) ?? 0
      // Only of contain does it matter which is the inner one.
      let (a, b) = kind == .contain ? (inner, outer) : (min(inner, outer), max(inner, outer))
      return !forbidden.contains(place * 9 + Int(a) * 3 + Int(b))
    }
    var entries = (0..<30).map { row in
      let start = Int.random(in: 0..<40, using: &seed)
      let range = TextRange(start, start + 1 + Int.random(in: 0..<12, using: &seed))
      return OverlapSweep.Entry(
        row: UInt32(row), label: UInt32.random(in: 0..<3, using: &seed), range: range)
    }
    entries.sort { ($0.range, $0.row) < ($1.range, $1.row) }
    var sweep = OverlapSweep()
    for (place, entry) in entries.enumerated() {
      let found = sweep.add(entry, allows: allows)
      let expected = entries[..<place].contains { earlier in
        guard
          let overlap = OverlapRules.Kind.between([entry.range], [earlier.range])
        else { return false }
        let (inner, outer) = overlap.isInner ? (entry, earlier) : (earlier, entry)
        return !allows(overlap.kind, inner.label, outer.label)
      }
      #expect((found != nil) == expected, "seed \(number), entry \(place)")
    }
  }
}
