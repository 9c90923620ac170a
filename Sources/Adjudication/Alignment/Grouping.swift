/// What the numbers below some count are divided into, each of them in one part.
struct Grouping: Sendable {
  private var members: [Int]
  private var ends: [Int] = []

  /// Puts numbers together that have the same label; parts come by their first numbers, and are in order.
  ///
  /// Labels are at least 0 and below `labelCount`.
  init(by labels: [Int], labelCount: Int) {
    var sizes = Array(repeating: 0, count: labelCount)
    for label in labels { sizes[label] += 1 }
    members = Array(repeating: 0, count: labels.count)
    // By label, where the next of its numbers goes, once one went.
    var next = Array(repeating: -1, count: labelCount)
    for (number, label) in labels.enumerated() {
      if next[label] < 0 {
        next[label] = ends.last ?? 0
        ends.append(next[label] + sizes[label])
      }
      members[next[label]] = number
      next[label] += 1
    }
  }

  /// How many parts there are.
  var count: Int { ends.count }

  /// The numbers of a part, in order; a part is known by its place.
  subscript(part: Int) -> ArraySlice<Int> {
    members[(part > 0 ? ends[part - 1] : 0)..<ends[part]]
  }
}
