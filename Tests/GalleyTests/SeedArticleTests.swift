import Foundation
import TestSupport
import Testing

/// The real article that the first release was made for, where it lies beside the checkout.
@Suite(.enabled(if: SeedArticle.text != nil)) struct SeedArticleTests {
  private static let lines = [
    "speaker \"Xing Haiming\" as xing",
    "claim \"There is no problem\" .. \"target China\" by=xing stance=favor",
    "quote \"This only causes\" .. \"conflict.\"",
    "topic \"Quadrilateral Security Dialogue\" ref=local:quad",
  ]

  private func desk() throws -> WorkingFolder {
    let folder = try WorkingFolder()
    try folder.write(try #require(SeedArticle.text), to: "envoy.txt")
    return folder
  }

  private func run(
    _ arguments: [String], in folder: WorkingFolder, input: String = ""
  ) throws -> ProcessRun {
    try ProcessRun("galley", ["envoy.txt"] + arguments, in: folder, input: input)
  }

  @Test func fourAnnotationsStandWhereTheWordsDo() throws {
    let folder = try desk()
    let script = Self.lines.map { $0 + "\n" }.joined() + "list\n"
    let piped = try run([], in: folder, input: script)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(piped.output.split(separator: "\n").count == 4)
    let made = try #require(folder.text("envoy.ann"))
    // Counted by Python on the decoded text, independently of this program.
    for line in SeedArticle.expected { #expect(made.contains(line), "\(line)\n\(made)") }
    #expect(made.contains("\nR") && made.contains("\tattributedTo Arg1:"))
    #expect(made.contains("\tstance ") && made.contains(" favor\n"))
    #expect(made.contains(" local:quad\t"))
    #expect(folder.text("envoy.txt") == SeedArticle.text)
    let fresh = try desk()
    #expect(try run([], in: fresh, input: script) == piped)
    #expect(fresh.text("envoy.ann") == made)
    let commands = try desk()
    _ = try run(Self.lines.flatMap { ["-c", $0] }, in: commands)
    #expect(commands.text("envoy.ann") == made)
    let filed = try desk()
    try filed.write(script, to: "acts.galley")
    _ = try run(["-f", "acts.galley"], in: filed)
    #expect(filed.text("envoy.ann") == made)
    let check = try ProcessRun("galley", ["validate", "envoy.ann"], in: folder)
    #expect(check == ProcessRun(status: 0, output: "", errors: ""))
  }

  @Test func aSplitQuoteAndItsSpeakerAreOneStep() throws {
    let folder = try desk()
    let made = try run(["-c", "quote marks in 6 by=\"Xing Haiming\"", "-c", "list"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.split(separator: "\n").count == 2)
    #expect(made.output.contains(" + “"), "\(made.output)")
    #expect(try run(["-c", "undo", "-c", "assert count = 0"], in: folder).status == 0)
    #expect(try run(["-c", "redo", "-c", "assert count = 2"], in: folder).status == 0)
  }

  /// Numbered hits, some of them taken, one step back and forth, and back the next day.
  @Test(arguments: [("dumb", 80), ("dumb", 40), ("xterm-256color", 80), ("xterm-256color", 40)])
  func everyOccurrenceAtThePrompt(_ terminal: String, _ columns: Int) throws {
    let desk = try Desk()
    try desk.folder.write(try #require(SeedArticle.text), to: "envoy.txt")
    let prompt = terminal == "dumb" ? "\nenvoy> " : "\u{1B}[?2004henvoy> "
    func shell() throws -> PseudoTerminal {
      let shell = try desk.prompt(
        environment: ["TERM": terminal, "NO_COLOR": "1"],
        size: .init(columns: columns, rows: 24), on: "envoy.txt")
      try shell.expect("envoy> ")
      return shell
    }
    let today = try shell()
    try today.command("speaker \"Xing Haiming\"", prompt: prompt)
    try today.send("speaker \"Xing\"[all] ref=local:xing\r")
    let preview = try today.expect("1-4,6] ")
    #expect(preview.contains("  1- 5.1") && preview.contains(" 12  28.1"))
    let made = try today.command("1-4,6", prompt: prompt)
    #expect(made.split(separator: "ref=local:xing").count == 6, "\(made)")
    for (act, count) in [("undo", 1), ("redo", 6)] {
      try today.command(act, prompt: prompt)
      let asserted = try today.command("assert count speaker = \(count)", prompt: prompt)
      #expect(!asserted.contains("error"), "\(act): \(asserted)")
    }
    try today.send("quit\r")
    #expect(try today.wait() == .exited(0))
    #expect(desk.folder.text("envoy.ann")?.contains("local:xing") == true)
    let tomorrow = try shell()
    try tomorrow.command("undo", prompt: prompt)
    try tomorrow.send("quit\r")
    #expect(try tomorrow.wait() == .exited(0))
    #expect(desk.folder.text("envoy.ann")?.contains("local:xing") == false)
    #expect(desk.folder.text("envoy.ann")?.contains("Xing Haiming") == true)
  }

  @Test func whatAnEchoPrintsIsTypedBack() throws {
    let folder = try desk()
    let pasted = try run(
      [
        "-c", "claim \"There is no problem … target China\"", "-c",
        "claim “There is no problem … target China”", "-c", "assert count = 1",
      ],
      in: folder)
    #expect(pasted.status == 0, "\(pasted.errors)")
    let topic = try run(
      ["-c", "topic article ref=medtop:11000000", "-c", "list where topic"], in: folder)
    #expect(topic.output == "t1  topic  (article)  ref=medtop:11000000\n")
    #expect(try ProcessRun("galley", ["validate", "envoy.ann"], in: folder).status == 0)
  }

  @Test func whatCannotBeDoneWritesNothing() throws {
    let folder = try desk()
    let before = try folder.listing()
    for (command, name) in [
      ("claim \"not in the article\"", "not-found"), ("speaker \"Xing\"", "ambiguous"),
      ("quote 6 by=s1", "unknown-reference"),
    ] {
      let refused = try run(["-c", command], in: folder)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("-c 1:1:") && refused.errors.contains("[\(name)]"))
    }
    #expect(try folder.listing() == before)
    _ = try run(["-c", "speaker \"Xing Haiming\""], in: folder)
    let handle = try run(["-c", "quote 6 by=s1"], in: folder)
    #expect(handle.status == 2 && handle.errors.contains("[handle-in-script]"))
  }
}

/// Where the article is, and what the first session makes of it.
enum SeedArticle {
  static let text = try? String(
    contentsOf: Repository.root.appending(path: "../shared/seed/envoy-interview.txt"),
    encoding: .utf8)

  static let expected = [
    "\tSpeaker 755 767\tXing Haiming\n", "\tClaim 916 1009\tThere is no problem",
    "\tQuote 1715 1758\tThis only causes", "\tTopic 1335 1366\tQuadrilateral Security Dialogue\n",
  ]
}
