import CLimits
import Standoff

/// Measures what a job on a folder of files takes beside the floor, a program in C that opens and reads
/// each of them; the job tells its own time.
func measureBesideFloor(
  _ folder: String, _ name: String, rounds: Int, _ job: () throws -> Double
) throws {
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
    [try job()]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(count) standoff files, \(files) files in all, \(found.counted) rounds")
  report("open and read every file", found.limit, found.limit, "the floor")
  report(name, found.jobs[0], found.limit, "the floor")
}
