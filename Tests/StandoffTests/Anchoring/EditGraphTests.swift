import TestSupport
import Testing

@testable import Standoff

/// The shortest way from one list to another, against the table that any textbook has.
@Suite struct EditGraphTests {
  @Test(arguments: 0..<400) func sharesAsMuchAsTheLongestCommonSubsequence(seed: UInt64) {
    var random = Seed(seed)
    let left = Self.list(&random)
    let right = Self.list(&random)
    var work = 1 << 20
    let found = EditGraph.way(left[...], right[...], limit: 200, work: &work)?.shared ?? []
    var (lastLeft, lastRight) = (0, 0)
    for stretch in found {
      #expect(stretch.left >= lastLeft && stretch.right >= lastRight, "seed \(seed)")
      let ends = (stretch.left + stretch.count, stretch.right + stretch.count)
      #expect(
        left[stretch.left..<ends.0].elementsEqual(right[stretch.right..<ends.1]), "seed \(seed)")
      (lastLeft, lastRight) = ends
    }
    #expect(found.reduce(0) { $0 + $1.count } == Self.longest(left, right), "seed \(seed)")
  }

  @Test(arguments: 0..<400) func givenUpItIsTheShortestWayToWhereItEnds(seed: UInt64) throws {
    var random = Seed(seed)
    let left = Self.list(&random)
    let right = Self.list(&random)
    var work = 1 << 20
    let limit = Int.random(in: 0...12, using: &random)
    let way = try #require(EditGraph.way(left[...], right[...], limit: limit, work: &work))
    let (x, y) = way.end
    let shared = way.shared.reduce(0) { $0 + $1.count }
    #expect(shared == Self.longest(Array(left[..<x]), Array(right[..<y])), "seed \(seed)")
    let edits = x + y - 2 * shared
    #expect(way.end == (left.count, right.count) ? edits <= limit : edits == limit, "seed \(seed)")
  }

  @Test func workThatRunsOutGivesNothing() {
    var work = 10
    let long = Array(repeating: UInt32(1), count: 100)
    #expect(EditGraph.way(long[...], [2] + long + [3], limit: 6, work: &work) == nil)
    #expect(work < 0)
  }

  private static func list(_ random: inout Seed) -> [UInt32] {
    (0..<Int.random(in: 0...30, using: &random)).map { _ in
      UInt32.random(in: 0...5, using: &random)
    }
  }

  private static func longest(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var row = Array(repeating: 0, count: right.count + 1)
    for a in left {
      var diagonal = 0
      for (place, b) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = a == b ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row[right.count]
  }
}
