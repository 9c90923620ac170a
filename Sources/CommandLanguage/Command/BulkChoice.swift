/// What a bulk act takes of the places there are.
package struct BulkChoice: Hashable, Sendable {
  /// The places of those taken in the list, in order.
  package var taken: [Int]
  /// What is said of those that were not ticked and not taken.
  package var remarks: [StyledText]

  /// Takes some of `items`, and none that is settled.
  init(_ chosen: [Int], of items: [BulkItem]) {
    taken = chosen.filter { if case .settled = items[$0].state { false } else { true } }
    let kept = Set(taken)
    var reasons: [(text: String, hint: String, count: Int)] = []
    for (index, item) in items.enumerated() where !kept.contains(index) {
      guard let why = item.why else { continue }
      if let place = reasons.firstIndex(where: { $0.text == why }) {
        reasons[place].count += 1
      } else {
        var hint = ""
        if case .unticked(_, let how) = item.state { hint = " (\(how))" }
        reasons.append((why, hint, 1))
      }
    }
    let parts = reasons.sorted { $0.hint < $1.hint }.map { "\($0.count) \($0.text)\($0.hint)" }
    remarks =
      parts.isEmpty ? [] : [StyledText("skipped: " + parts.joined(separator: ", "), .faint)]
  }
}
