import TestSupport
import Testing

@testable import Standoff

@Suite struct LikenessTests {
  @Test(arguments: 0..<300) func edits64LettersAtATimeAsOneByOne(seed: UInt64) {
    var random = Seed(seed)
    let left = Self.letters(&random)
    let right = Bool.random(using: &random) ? Self.letters(&random) : Self.edited(left, &random)
    #expect(Likeness.editDistance(left, right) == Self.plain(left, right), "seed \(seed)")
    #expect(Likeness.of(left, right) == Likeness.of(right, left), "seed \(seed)")
  }

  @Test func whatIsTheSameIsOneAndWhatSharesNothingIsNull() {
    #expect(Likeness.of([1, 2, 3], [1, 2, 3]) == 1)
    #expect(Likeness.of([1, 2, 3], [4, 5, 6]) == 0)
    #expect(Likeness.of([1, 2, 3, 4], [1, 2, 3]) == 0.75)
    #expect(Likeness.of([], []) == 1 && Likeness.of([], [1]) == 0)
  }

  @Test func ofVeryLongTextsTheEdgesTell() {
    let long = (0..<100_000).map { UInt32($0) }
    #expect(Likeness.of(long, long) == 1)
    #expect(Likeness.of(long, Array(long.dropLast(10))) > 0.98)
    #expect(Likeness.of(long, long.reversed()) == 0)
  }

  @Test func aMatchMayBeginAnywhere() {
    var rows = BitParallelRows(Array("moon".unicodeScalars.map(\.value)))
    let distances = "the mon rose".unicodeScalars.map { scalar -> Int in
      rows.step(scalar.value, isGlobal: false)
      return rows.distance
    }
    #expect(distances.min() == 1)
    #expect(distances.firstIndex(of: 1) == 6)
  }

  private static func letters(_ random: inout Seed) -> [UInt32] {
    let count = Int.random(in: 0...200, using: &random)
    return (0..<count).map { _ in UInt32.random(in: 0...3, using: &random) }
  }

  private static func edited(_ letters: [UInt32], _ random: inout Seed) -> [UInt32] {
    var letters = letters
    for _ in 0..<5 where !letters.isEmpty {
      letters[Int.random(in: 0..<letters.count, using: &random)] = 9
    }
    return letters
  }

  private static func plain(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var row = Array(0...right.count)
    for (count, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = count + 1
      for (place, b) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = min(diagonal + (a == b ? 0 : 1), above + 1, row[place] + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
