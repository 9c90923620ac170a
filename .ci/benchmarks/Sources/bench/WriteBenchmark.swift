import CLimits
import Standoff

/// Writing a large file back into bytes, beside copying as many bytes.
func measureWrite(_ folder: String, rounds: Int) throws {
  let sample = try Sample(folder)
  let standoff = try bytes(of: sample.standoffPath)
  let set = AnnotationSet(parsing: standoff, of: try Article(bytes: bytes(of: sample.articlePath)))
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
    try check("the bytes written are those read", writing.result == standoff, is: true)
    return [writing.seconds]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(standoff.count) bytes, \(found.counted) rounds")
  report("memcpy", found.limit, found.limit, "memcpy")
  report("encode", found.jobs[0], found.limit, "memcpy")
}
