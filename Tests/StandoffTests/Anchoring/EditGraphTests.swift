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
    let found = EditGraph.sharedStretches(left[...], right[...], limit: 200, work: &work) ?? []
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

  @Test func moreEditsThanAllowedGiveNothing() {
    var work = 1 << 20
    let (left, right): ([UInt32], [UInt32]) = ([1, 2, 3], [4, 5, 6])
    #expect(EditGraph.sharedStretches(left[...], right[...], limit: 5, work: &work) == nil)
    #expect(
      EditGraph.sharedStretches(left[...], right[...], limit: 6, work: &work)?.isEmpty == true)
    work = 10
    let long = Array(repeating: UInt32(1), count: 100)
    #expect(EditGraph.sharedStretches(long[...], [2] + long + [3], limit: 6, work: &work) == nil)
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
