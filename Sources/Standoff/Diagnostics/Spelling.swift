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
    guard abs(letters.count - candidate.count) <= limit else { continue }
    let distance = editDistance(letters, candidate)
    guard distance <= limit, distance < max(letters.count, candidate.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
  }
  return best?.word
}

/// How many edits lead from one word to the other, where swapping two neighbours is one edit.
///
/// Optimal string alignment: no stretch is edited twice. Costs the product of the lengths.
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for column in 0..<right.count {
      let same = left[row] == right[column]
      var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
