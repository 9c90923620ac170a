/// The one of `names` that takes the fewest edits to reach, where that is few; whatever the case.
func nearestName(to typed: String, among names: [String]) -> String? {
  let wanted = Array(caseFolded(typed).unicodeScalars.prefix(64))
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(caseFolded(name).unicodeScalars.prefix(64))
    guard abs(candidate.count - wanted.count) <= limit else { continue }
    var row = Array(0...candidate.count)
    for (i, left) in wanted.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in candidate.enumerated() {
        let edited = min(row[j], row[j + 1]) + 1
        (diagonal, row[j + 1]) = (row[j + 1], min(edited, diagonal + (left == right ? 0 : 1)))
      }
    }
    let distance = row[candidate.count]
    if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
  }
  return best?.name
}
