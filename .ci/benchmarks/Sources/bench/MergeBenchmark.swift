import Adjudication
import CLimits
import Glibc
import Standoff

/// Reading, checking, merging and writing what three annotators marked on one large article.
func measureMerge(_ folder: String, rounds: Int) throws {
  let article = try bytes(of: folder + "/annotator1/doc.txt")
  var best = [Double](repeating: .infinity, count: 4)
  var said = ""
  for _ in 0..<rounds {
    let reading = try timed {
      let text = try Article(bytes: article)
      return try (1...3).map { number in
        AnnotatorSet(
          "annotator\(number)",
          AnnotationSet(
            parsing: try bytes(of: folder + "/annotator\(number)/doc.ann"), of: text))
      }
    }
    let schema = try Sample(folder + "/annotator1").schema
    let checking = timed {
      reading.result.map { Validator().findings(in: $0.annotations, schema: schema).count }
    }
    let merging = try timed {
      try AnnotatorMerge(of: reading.result, policy: MajorityPolicy())
    }
    let writing = try timed {
      try put(merging.result.file.bytes, into: folder + "/merged.ann")
    }
    for (place, seconds) in [
      reading.seconds, checking.seconds, merging.seconds, writing.seconds,
    ].enumerated() { best[place] = min(best[place], seconds) }
    let merge = merging.result
    said =
      "\(merge.agreed) agreed, \(merge.settled) settled, \(merge.conflicts.count) conflicts, "
      + "\(merge.dropped.count) dropped, \(merge.merged.lineCount) lines"
  }
  print("\(folder): \(said)")
  for (name, seconds) in zip(["read", "check", "merge", "write"], best) {
    print("\(name)  \(decimal(seconds * 1000, 1)) ms")
  }
  print("all  \(decimal(best.reduce(0, +) * 1000, 1)) ms")
}

private func put(_ bytes: [UInt8], into path: String) throws {
  guard let file = fopen(path, "we") else { throw Fault("\(path) cannot be written") }
  defer { fclose(file) }
  let count = fwrite(bytes, 1, bytes.count, file)
  guard count == bytes.count else { throw Fault("\(path) was not written whole") }
}

/// The merging of what two sides did to one large file.
func measureThreeWay(_ folder: String, rounds: Int) throws {
  let article = try Article(bytes: bytes(of: folder + "/doc.txt"))
  let base = AnnotationSet(parsing: try bytes(of: folder + "/doc.ann"), of: article)
  var drafts = [Draft(base), Draft(base)]
  for (number, annotation) in base.annotations.enumerated() {
    let side = number % 20
    if side == 0 { drafts[0].setAttribute("certainty", to: "hedged", of: annotation.id) }
    if side == 5 { drafts[1].setAttribute("certainty", to: "denied", of: annotation.id) }
    if side == 10 { drafts[number % 40 == 10 ? 0 : 1].remove(annotation.id) }
  }
  var best = Double.infinity
  var conflicts = 0
  for _ in 0..<rounds {
    let found = try timed {
      try ThreeWayMerge(base: base, ours: drafts[0].set, theirs: drafts[1].set)
    }
    best = min(best, found.seconds)
    conflicts = found.result.conflicts.count
  }
  print(
    "\(base.annotations.count) annotations a side, \(conflicts) conflicts: "
      + "\(decimal(best * 1000, 1)) ms")
}
