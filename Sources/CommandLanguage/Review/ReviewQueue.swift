/// Where a review stands: what has been decided, and what comes next.
///
/// Items come in their order, but for those that are put last. A step settles the item it is about and
/// perhaps more, or, where it only changes the item, none; taking a step back leads to the item it was
/// about.
package struct ReviewQueue: Hashable, Sendable {
  /// What one key did.
  package struct Step: Hashable, Sendable {
    /// What became of the item, as in "marked".
    package var verdict: String
    /// Of how many items that is said.
    package var times: Int
    /// How many acts it made, for `undo`.
    package var acts: Int
    /// Where the item that it was about came.
    fileprivate var position: Int
    /// Whether it put the item last.
    fileprivate var isPutLast = false
  }

  /// How many items there are.
  package let count: Int
  /// What has been done, in order.
  package private(set) var steps: [Step] = []
  private var position = 0
  /// The items in the order in which they come.
  private var order: [Int]
  /// The items that were put last.
  private var last: Set<Int> = []

  /// Begins before the first of some items.
  package init(count: Int) {
    self.count = count
    order = Array(0..<count)
  }

  /// The item that comes next, counted from 0; `nil` where none is left.
  package var current: Int? { position < count ? order[position] : nil }

  /// How many items are left.
  package var left: Int { count - position }

  /// How many acts the steps have made.
  package var acts: Int { steps.reduce(0) { $0 + $1.acts } }

  /// Notes what a key did to the current item.
  ///
  /// - Parameter settled: how many items are settled by it, the current one first.
  package mutating func note(_ verdict: String, times: Int = 1, acts: Int, settled: Int = 1) {
    steps.append(Step(verdict: verdict, times: times, acts: acts, position: position))
    position = min(count, position + max(0, settled))
  }

  /// Puts the current item behind all others, to be asked about again; the second time it is passed
  /// over, and left as it is.
  package mutating func putLast() {
    guard let item = current else { return }
    guard last.insert(item).inserted, position < count - 1 else {
      return note("skipped", acts: 0)
    }
    steps.append(Step(verdict: "put last", times: 0, acts: 0, position: position, isPutLast: true))
    order.append(order.remove(at: position))
  }

  /// Passes the current item without a step: there is nothing to decide any more.
  package mutating func pass() { position = min(count, position + 1) }

  /// Goes back to before the last step; `nil` where there is none.
  package mutating func takeBack() -> Step? {
    guard let step = steps.popLast() else { return nil }
    position = step.position
    if step.isPutLast, let item = order.popLast() {
      order.insert(item, at: position)
      last.remove(item)
    }
    return step
  }

  /// What was said of how many items, in the order of its first being said.
  package var tally: [(verdict: String, count: Int)] {
    var tally: [(verdict: String, count: Int)] = []
    for step in steps where step.times > 0 {
      if let index = tally.firstIndex(where: { $0.verdict == step.verdict }) {
        tally[index].count += step.times
      } else {
        tally.append((step.verdict, step.times))
      }
    }
    return tally
  }
}
