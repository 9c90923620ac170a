import CLimits
import Standoff

/// Writing a large file with one annotation more into bytes, beside copying as many bytes: what nobody
/// has changed is handed out as it was read.
func measureWrite(_ folder: String, rounds: Int) throws {
  let sample = try Sample(folder)
  let standoff = try bytes(of: sample.standoffPath)
  let article = try Article(bytes: bytes(of: sample.articlePath))
  var draft = Draft(AnnotationSet(parsing: standoff, of: article))
  let id = draft.add(label: "Topic", ranges: [TextRange(0, 1)])
  let set = draft.set
  let added = "\(id)\tTopic 0 1\t\(article.text(in: TextRange(0, 1)))\n".utf8.count
  let found = try Rounds(rounds) {
    // Into memory that is new, as the job's is.
    timed {
      [UInt8](unsafeUninitializedCapacity: standoff.count) { buffer, count in
        if let target = buffer.baseAddress { limits_copy(target, standoff, standoff.count) }
        count = standoff.count
      }.count
    }.seconds
  } jobs: {
    let writing = timed { set.encoded() }
    let isThere = writing.result.count == standoff.count + added
    try check("the bytes written are those read and one line", isThere, is: true)
    return [writing.seconds]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(standoff.count) bytes, \(found.counted) rounds")
  report("memcpy", found.limit, found.limit, "memcpy")
  report("encode", found.jobs[0], found.limit, "memcpy")
}
