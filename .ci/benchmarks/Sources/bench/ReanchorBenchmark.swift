import CLimits
import Standoff

/// Re-anchoring a standoff file to a corrected article, with the old text and by the words alone: `doc.txt`, `doc.ann`, `edited.txt`, and the key
/// `anchors.tsv`, which tells where each span stands whose words were not touched.
///
/// The key takes only spans of one piece. A place that it does not name is wrong, but where the words
/// stand on both sides of what was put in or taken out: nobody could tell those two apart.
func measureReanchor(_ folder: String, rounds: Int) throws {
  let standoff = try bytes(of: folder + "/doc.ann")
  let texts = try [bytes(of: folder + "/doc.txt"), bytes(of: folder + "/edited.txt")]
  let key = try AnchorKey(bytes(of: folder + "/anchors.tsv"))
  var outcome: Reanchoring?
  var byWords: Reanchoring?
  let found = try Rounds(rounds) {
    timed { texts.reduce(0) { $0 &+ limits_scalars($1, $1.count) } }.seconds
  } jobs: {
    let editions = try timed { (try Article(bytes: texts[0]), try Article(bytes: texts[1])) }
    let set = timed { AnnotationSet(parsing: standoff, of: editions.result.0) }
    let correction = timed { Correction(from: editions.result.0, to: editions.result.1) }
    let made = timed { Reanchoring(of: set.result, by: correction.result) }
    outcome = made.result
    let alone = timed { Reanchoring(of: set.result, to: editions.result.1) }
    byWords = alone.result
    return [editions.seconds, set.seconds, correction.seconds, made.seconds, alone.seconds]
  }
  guard found.counted > 0, let outcome, let byWords else {
    throw Fault("the machine was too busy for a round to count")
  }
  let counts = SpanFate.Kind.allCases.map { kind in
    "\(outcome.fates.count { $0.kind == kind }) \(kind.rawValue)"
  }
  print("\(folder): \(texts[0].count) bytes, \(counts.joined(separator: ", "))")
  for (name, seconds) in zip(["index both editions", "parse", "compare", "re-anchor"], found.jobs) {
    report(name, seconds, found.limit, "scan of both texts")
  }
  report("all", found.jobs.prefix(4).reduce(0, +), found.limit, "scan of both texts")
  key.check(outcome.fates)
  report("by the words alone", found.jobs[4], found.limit, "scan of both texts")
  key.check(byWords.fates)
}

/// Where the spans of the old edition stand whose words were not touched.
struct AnchorKey {
  private var places: [String: (start: Int, end: Int)] = [:]
  private var edited = 0

  init(_ list: [UInt8]) throws {
    for row in list.split(separator: UInt8(ascii: "\n")) {
      let fields = row.split(separator: UInt8(ascii: "\t")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 6, let start = Int(fields[4]), let end = Int(fields[5]) else {
        throw Fault("anchors.tsv has a line that is none of its own")
      }
      if start < 0 { edited += 1 } else { places[fields[0]] = (start, end) }
    }
  }

  /// Prints how many places are right, and each that is not.
  func check(_ fates: [SpanFate]) {
    var (right, wrong, lost, doubtful) = (0, 0, 0, 0)
    for fate in fates {
      guard let place = places[fate.id.description] else { continue }
      let found = fate.newRanges.first
      if fate.isDoubtful { doubtful += 1 }
      if fate.kind == .lost {
        lost += 1
      } else if found?.lower.value == place.start, found?.upper.value == place.end {
        right += 1
      } else {
        wrong += 1
        print(
          "  \(fate.id) “\(fate.oldWords)” \(fate.kind) \(fate.newRanges) for \(place)"
            + (fate.isDoubtful ? ", doubtful" : ""))
      }
    }
    print(
      "\(right) right, \(wrong) wrong, \(lost) lost of \(places.count) not touched, \(doubtful) of them "
        + "doubtful; \(edited) were")
  }
}
