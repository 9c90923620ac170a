import CLimits
import Standoff

/// Reading, parsing and checking one large file, beside FIELDS: finding every line of the standoff
/// file, reading the numbers of its `T` lines, and counting the article's code points.
func measureLoad(_ folder: String, rounds: Int) throws {
  let sample = try Sample(folder)
  let standoff = try bytes(of: sample.standoffPath)
  let text = try bytes(of: sample.articlePath)
  let lines = limits_lines(standoff, standoff.count)
  let sum = limits_fields(standoff, standoff.count)
  let scalars = limits_scalars(text, text.count)

  let found = try Rounds(rounds) {
    timed {
      limits_fields(standoff, standoff.count) &+ limits_scalars(text, text.count)
    }.seconds
  } jobs: {
    let reading = try timed {
      (try bytes(of: sample.standoffPath), try bytes(of: sample.articlePath))
    }
    let indexing = try timed { try Article(bytes: reading.result.1) }
    let parsing = timed { AnnotationSet(parsing: reading.result.0, of: indexing.result) }
    let checking = timed { Validator().findings(in: parsing.result, schema: sample.schema) }
    try check("code points", indexing.result.scalarCount, is: Int(scalars))
    try check("lines", parsing.result.lineCount, is: Int(lines))
    try sample.check(checking.result)
    if sample.plantedFaults == nil {
      try check("the sum of offsets", sumOfOffsets(parsing.result), is: Int(sum))
    }
    return [reading.seconds, indexing.seconds, parsing.seconds, checking.seconds]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(lines) lines, \(standoff.count + text.count) bytes, \(found.counted) rounds")
  report("FIELDS and the article's code points", found.limit, found.limit, "FIELDS")
  for (name, seconds) in zip(["read", "index the article", "parse", "check"], found.jobs) {
    report(name, seconds, found.limit, "FIELDS")
  }
  report("all", found.jobs.reduce(0, +), found.limit, "FIELDS")
}

private func sumOfOffsets(_ set: AnnotationSet) -> Int {
  var sum = 0
  for annotation in set.annotations {
    for range in annotation.ranges { sum += range.lower.value + range.upper.value }
  }
  return sum
}
