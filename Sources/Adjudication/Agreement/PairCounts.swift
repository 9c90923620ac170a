/// How often two annotators gave each pair of names to one item that both have read.
struct PairCounts {
  /// How many items both have read.
  private(set) var itemCount = 0
  /// To how many of them both gave the same name.
  private(set) var agreed = 0
  /// How often each gave each name.
  private(set) var first: [Int]
  private(set) var second: [Int]

  init(_ runs: LabelRuns, _ one: Int, _ other: Int) {
    first = Array(repeating: 0, count: runs.names.count)
    second = first
    for (run, count) in runs.counts.enumerated() {
      let row = run * runs.annotatorCount
      let (a, b) = (runs.given[row + one], runs.given[row + other])
      guard a != LabelRuns.unread, b != LabelRuns.unread else { continue }
      itemCount += count
      if a == b { agreed += count }
      first[a] += count
      second[b] += count
    }
  }

  /// The sum of the products of both annotators' counts, by name.
  var products: Double {
    zip(first, second).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  /// Whether only one name was given.
  var isUniform: Bool { zip(first, second).count { $0 + $1 > 0 } <= 1 }
}
