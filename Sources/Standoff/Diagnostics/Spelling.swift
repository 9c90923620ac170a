/// The word nearest to what was typed, for "did you mean"; `nil` if none is near.
///
/// Near means: at most one edit for every three letters, case aside. An edit is a letter more, less
/// or other, or two neighbours swapped. Among equals the first wins.
package func nearest(to typed: String, among words: [String]) -> String? {
  let letters = Array(typed.lowercased().unicodeScalars)
  guard letters.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for word in words {
    let candidate = Array(word.lowercased().unicodeScalars)
    let limit = max(1, max(letters.count, candidate.count) / 3)
    guard let distance = editDistance(letters, candidate, atMost: limit),
      distance < max(letters.count, candidate.count)
    else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
  }
  return best?.word
}

/// How many edits lead from one word to the other, where swapping two neighbours is one edit; `nil`
/// if more than `limit`.
///
/// Optimal string alignment: no stretch is edited twice. Costs at most the product of the lengths.
func editDistance<Letter: Equatable>(
  _ left: [Letter], _ right: [Letter], atMost limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    var least = row + 1
    for column in 0..<right.count {
      let same = left[row] == right[column]
      var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
      least = min(least, cost)
    }
    // A swap reaches back two rows, so one row above the limit is not enough to give up.
    if least > limit, last.allSatisfy({ $0 > limit }) { return nil }
    beforeLast = last
    last = current
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
