import CLimits
import Glibc

/// `galley merge` of the folders in a folder into a new one, beside a program in C that opens and reads
/// each of their files.
func measureFolders(_ folder: String, rounds: Int, galley: String) throws {
  let outputs = folder + ".merged"
  guard access(outputs, F_OK) != 0 else { throw Fault("\(outputs) is in the way") }
  func shell(_ line: String) -> (seconds: Double, status: Int32) {
    var status: Int32 = 0
    let seconds = limits_run("/bin/sh", "-c", line, &status)
    return (seconds, status)
  }
  // A folder for each round: files are made more slowly where others were just taken away.
  var round = 0
  defer { _ = shell("rm -rf '\(outputs)'") }
  try measureBesideFloor(folder, "galley merge", rounds: rounds) {
    round += 1
    _ = shell("sync")
    let output = "\(outputs)/\(round)"
    let run = shell("exec '\(galley)' merge '\(folder)'/* --policy majority -o '\(output)'")
    // Conflicts give status 1.
    guard run.status == 0 || run.status == 1 << 8 else {
      throw Fault("galley ends with status \(run.status)")
    }
    return run.seconds
  }
}
