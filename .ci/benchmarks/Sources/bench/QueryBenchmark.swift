import CLimits
import Standoff

/// A thousand questions for the annotations that overlap a hundred code points.
func measureQuery(_ folder: String, rounds: Int) throws {
  let sample = try Sample(folder)
  let article = try Article(bytes: bytes(of: sample.articlePath))
  let set = AnnotationSet(parsing: try bytes(of: sample.standoffPath), of: article)
  let ranges = (0..<1000).map { number in
    let start = number * 7919 % (article.scalarCount - 200)
    return TextRange(start, start + 100)
  }
  // What overlaps by a look at every annotation, for the first few questions.
  let all = set.annotations.map { (id: $0.id, ranges: $0.ranges) }
  for range in ranges.prefix(20) {
    let known = all.filter { $0.ranges.contains { $0.overlaps(range) } }.map(\.id)
    try check(
      "the annotations at \(range)", set.annotations(overlapping: range).map(\.id), is: known)
  }
  let standoff = try bytes(of: sample.standoffPath)
  let found = try Rounds(rounds) {
    timed { limits_fields(standoff, standoff.count) }.seconds
  } jobs: {
    let asking = timed { ranges.reduce(0) { $0 + set.annotations(overlapping: $1).count } }
    guard asking.result > 0 else { throw Fault("no annotation overlaps anything") }
    return [asking.seconds, Double(asking.result)]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(set.annotations.count) annotations, \(Int(found.jobs[1])) found")
  print("one question \(decimal(found.jobs[0] * 1000, 3)) µs")
}
