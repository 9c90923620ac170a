import Standoff
import TestSupport
import Testing

/// `galley stats` on files and folders.
@Suite struct StatsJobTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    let text = MarkedText(
      "[Speaker|Ada Brook] spoke. [Claim|The bridge is safe], [Topic|she] said.\n")
    try folder.write(text.text, to: "bridge.txt")
    let lines = text.spans.enumerated().map { number, span in
      "T\(number + 1)\t\(span.label) \(span.lower) \(span.upper)\twords\n"
    }
    try folder.write(lines.joined(), to: "ines/bridge.ann")
    try folder.write(lines[2] + "T9\tMood 0 3\tAda\n", to: "oskar/bridge.ann")
  }

  private func run(_ arguments: String...) throws -> ProcessRun {
    try ProcessRun("galley", arguments, in: folder.path)
  }

  @Test func filesHaveALineEachAndAllTogether() throws {
    let expected = """
      annotations     words  marked  file
                3         9    64 %  ines/bridge.ann
                2         9    13 %  oskar/bridge.ann
      Speaker            1
      Claim              1
      Topic              2
      Mood               1
      5 annotations, 18 words, 38 % marked

      """
    #expect(try run("stats", ".") == ProcessRun(status: 0, output: expected, errors: ""))
    #expect(try run("stats", "bridge.txt").output == expected)
  }

  /// The same numbers as at the prompt, behind its `command` and `ok`.
  @Test func programsGetTheObjectOfTheCommand() throws {
    let jobs = try run("stats", "--format", "json", ".").output.split(separator: "\n")
    for (job, annotator) in zip(jobs, ["ines", "oskar"]) {
      let command = try run(
        "bridge.txt", "--into", "\(annotator)/bridge.ann", "--format", "json", "-c", "stats")
      #expect(command.output == "{\"command\":\"stats\",\"ok\":true,\(job.dropFirst())\n")
    }
    #expect(jobs.count == 2)
  }

  @Test func whatLiesBehindTheEndOfTheArticleMarksNothing() throws {
    try folder.write("T1\tClaim 0 99999\tx\nT2\tClaim 99999 100000\tx\n", to: "far/bridge.ann")
    let run = try run("stats", "--format", "json", "far")
    #expect(run.output.contains(#""covered":1.0,"#), "\(run)")
  }

  @Test func whatCannotBeReadIsNamedBesideTheCounts() throws {
    try folder.write("", to: "lost.ann")
    let run = try run("stats", "--format", "json", ".")
    #expect(run.status == 2)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.errors.hasPrefix("lost.ann: error: ") && run.errors.contains("[missing-article]"))
    #expect(try self.run("stats", ".", "--schema", "none.yaml").status == 2)
    #expect(try self.run("stats").status == 64)
  }
}
