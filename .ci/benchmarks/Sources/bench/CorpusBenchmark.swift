import CLimits
import Standoff

/// `galley validate` on a folder of files, beside a program in C that opens and reads each of them.
func measureCorpus(_ folder: String, rounds: Int, galley: String) throws {
  let count = Corpus(at: [folder]).files.count
  guard count > 0 else { throw Fault("\(folder) has no standoff files") }
  var buffer = [UInt8](repeating: 0, count: 1 << 24)
  var files = 0
  let found = try Rounds(rounds) {
    timed {
      files = 0
      return limits_read_all(folder, &buffer, buffer.count, &files)
    }.seconds
  } jobs: {
    var status: Int32 = 0
    let seconds = limits_run(galley, "validate", folder, &status)
    // Warnings give status 1; made-up annotations repeat one another here and there.
    guard status == 0 || status == 1 << 8 else { throw Fault("galley ends with status \(status)") }
    return [seconds]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(count) standoff files, \(files) files in all, \(found.counted) rounds")
  report("open and read every file", found.limit, found.limit, "the floor")
  report("galley validate", found.jobs[0], found.limit, "the floor")
}
