import CLimits
import Glibc
import Standoff

/// `galley merge` of the folders in a folder into a new one, beside a program in C that opens and reads
/// each of their files.
func measureFolders(_ folder: String, rounds: Int, galley: String) throws {
  let count = Corpus(at: [folder]).files.count
  guard count > 0 else { throw Fault("\(folder) has no standoff files") }
  let outputs = folder + ".merged"
  guard access(outputs, F_OK) != 0 else { throw Fault("\(outputs) is in the way") }
  var buffer = [UInt8](repeating: 0, count: 1 << 24)
  var files = 0
  func shell(_ line: String) -> (seconds: Double, status: Int32) {
    var status: Int32 = 0
    let seconds = limits_run("/bin/sh", "-c", line, &status)
    return (seconds, status)
  }
  // A folder for each round: files are made more slowly where others were just taken away.
  var round = 0
  defer { _ = shell("rm -rf '\(outputs)'") }
  let found = try Rounds(rounds) {
    timed {
      files = 0
      return limits_read_all(folder, &buffer, buffer.count, &files)
    }.seconds
  } jobs: {
    round += 1
    _ = shell("sync")
    let output = "\(outputs)/\(round)"
    let run = shell("exec '\(galley)' merge '\(folder)'/* --policy majority -o '\(output)'")
    // Conflicts give status 1.
    guard run.status == 0 || run.status == 1 << 8 else {
      throw Fault("galley ends with status \(run.status)")
    }
    return [run.seconds]
  }
  guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
  print("\(folder): \(count) standoff files, \(files) files in all, \(found.counted) rounds")
  report("open and read every file", found.limit, found.limit, "the floor")
  report("galley merge", found.jobs[0], found.limit, "the floor")
}
