import CLimits

/// `galley validate` on a folder of files, beside a program in C that opens and reads each of them.
func measureCorpus(_ folder: String, rounds: Int, galley: String) throws {
  try measureBesideFloor(folder, "galley validate", rounds: rounds) {
    var status: Int32 = 0
    let seconds = limits_run(galley, "validate", folder, &status)
    // Warnings give status 1; made-up annotations repeat one another here and there.
    guard status == 0 || status == 1 << 8 else { throw Fault("galley ends with status \(status)") }
    return seconds
  }
}
