import TestSupport
import Testing

/// What an adjudicator decides, from one merge to the next.
@Suite struct DecisionTests {
  private let desk: Desk
  private static let ida = "T1000001\tSpeaker 0 8\tIda Moss\n"
  private static let pier = "T1000002\tTopic 18 22\tpier\n"

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    try desk.folder.write(Self.ida + Self.pier, to: "base.ann")
    try desk.folder.write(
      Self.ida + "A1000001\tkind T1000001 person\nT1000002\tClaim 18 22\tpier\n", to: "ours.ann")
    try desk.folder.write(
      Self.ida + "A1000001\tkind T1000001 group\nT1000002\tQuote 18 22\tpier\n", to: "theirs.ann")
  }

  private func merge(_ rest: String...) throws -> ProcessRun {
    try desk.run(
      [
        "merge", "--base", "base.ann", "ours.ann", "theirs.ann", "--text", "pier.txt", "-o",
        "gold.ann",
      ] + rest, on: nil)
  }

  @discardableResult
  private func adjudicate(_ commands: String..., arguments: [String] = []) throws -> ProcessRun {
    try desk.run(commands: commands, ["--into", "gold.ann"] + arguments)
  }

  /// The decisions, each without who decided and when.
  private var decisions: [String] {
    (desk.folder.text("gold.decisions") ?? "").split(separator: "\n").map {
      String($0.prefix { $0 != "#" }.dropLast())
    }
  }

  @Test func whatWasDecidedIsNotAskedAgain() throws {
    #expect(try merge().status == 1)
    let run = try adjudicate(
      "resolve 1 ours why=\"she is one\"", "resolve 2 theirs",
      arguments: ["--annotator", "eva"])
    #expect(run.status == 0, "\(run)")
    let settled = try #require(desk.folder.text("gold.ann"))
    #expect(
      decisions == [
        #"resolve attribute kind of Speaker @0-8="Ida Moss": ours person | theirs group => ours why="she is one""#,
        #"resolve label: ours Claim @18-22="pier" | theirs Quote @18-22="pier" => theirs"#,
      ])
    let text = try #require(desk.folder.text("gold.decisions"))
    #expect(text.contains("=> theirs # eva 20"))
    let again = try merge()
    #expect(again.status == 0)
    #expect(
      again.output.hasSuffix("settled as decided in gold.decisions: 1, 2; no conflict is left\n"))
    #expect(desk.folder.text("gold.ann") == settled)
    #expect(desk.folder.text("gold.decisions") == text)
    let json = try merge("--report", "json", "--dry-run")
    #expect(json.output.hasSuffix(",\"open\":2,\"decided\":[1,2],\"left\":0}\n"))
  }

  @Test func onlyWhatIsSaidOtherwiseByNowComesBack() throws {
    #expect(try merge().status == 1)
    try adjudicate("resolve 1-2 theirs")
    try desk.folder.write(
      Self.ida + "A1000001\tkind T1000001 group\nT1000002\tEvidence 18 22\tpier\n",
      to: "theirs.ann")
    let run = try merge()
    #expect(run.status == 1)
    #expect(
      run.output.hasSuffix(
        """
        settled as decided in gold.decisions: 1; 1 conflict left
        1 decision in gold.decisions is about no conflict of this merge: annotators have come or gone, or say something else than when it was decided

        """))
    #expect(desk.folder.text("gold.ann")?.contains("kind T1000001 group\n") == true)
    #expect(desk.folder.text("gold.ann")?.contains("{\"kind\":\"label\",") == true)
  }

  @Test func undoWithdrawsWhatWasDecided() throws {
    #expect(try merge().status == 1)
    try adjudicate("resolve 1 ours")
    try adjudicate("resolve 2 Topic")
    #expect(decisions.count == 2)
    #expect(decisions.last?.hasSuffix(#"=> Topic @18-22="pier""#) == true)
    try adjudicate("undo")
    #expect(decisions.count == 1)
    try adjudicate("redo")
    #expect(decisions.count == 2)
    try adjudicate("undo 2")
    #expect(desk.folder.text("gold.decisions") == nil)
  }

  /// A session is a script, the settling of conflicts too.
  @Test func aScriptOfItMakesTheSameFile() throws {
    #expect(try merge().status == 1)
    try desk.folder.write(try #require(desk.folder.text("gold.ann")), to: "again.ann")
    try adjudicate(
      "resolve 1 theirs why=\"a \\\"crew\\\"\"", "resolve 2 Topic \"the pier\" salience=main")
    let script = try adjudicate("history --script").output
    #expect(
      script == """
        resolve 1 theirs why="a \\"crew\\""
        resolve 2 Topic @14-22="the pier" salience=main

        """)
    #expect(try desk.run(["--into", "again.ann"], input: script).status == 0)
    #expect(desk.folder.text("again.ann") == desk.folder.text("gold.ann"))
  }

  /// What is not done is not decided.
  @Test func nothingIsDecidedByWhatFailsOrIsTried() throws {
    #expect(try merge().status == 1)
    #expect(try adjudicate("resolve 1 ours", "resolve 9 ours").status == 2)
    #expect(try adjudicate("resolve 1 ours", arguments: ["--dry-run"]).status == 0)
    #expect(try adjudicate("resolve 1 ours", "undo").status == 0)
    #expect(desk.folder.text("gold.decisions") == nil)
  }

  /// Lines of other people stay, whatever they are, and a file that is none is refused before
  /// anything is written.
  @Test func aHostileFileIsRefused() throws {
    #expect(try merge().status == 1)
    let merged = desk.folder.text("gold.ann")
    for (text, place) in [
      ("resolve x => ana\nnonsense\n", "gold.decisions:2:1: error: "),
      ("\u{1B}[31m => x\n", "gold.decisions:1:1: error: "),
    ] {
      try desk.folder.write(text, to: "gold.decisions")
      let run = try merge()
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.hasPrefix(place) && run.errors.contains("[bad-decision]"), "\(run)")
      #expect(!run.errors.contains("\u{1B}"))
      #expect(desk.folder.text("gold.ann") == merged)
    }
    try desk.folder.write("# by hand\n\nresolve x => ana", to: "gold.decisions")
    #expect(try merge().status == 1)
    try adjudicate("resolve 1 ours")
    let lines = try #require(desk.folder.text("gold.decisions")).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(3) == ["# by hand", "", "resolve x => ana"] && lines.count == 5)
  }

  /// At the prompt a key settles; who leaves goes on the next day where it was left.
  @Test func aReviewIsGoneOnWithTheNextDay() throws {
    #expect(try merge().status == 1)
    let shell = try desk.prompt(
      ["--into", "gold.ann"], environment: ["TERM": "xterm", "NO_COLOR": "1"],
      size: .init(columns: 40, rows: 24))
    #expect(try shell.expect(Desk.editedPrompt).contains("conflicts:"))
    try shell.send("review conflicts\r")
    let first = try shell.expect("[1,2,b,n,e,w,s,u,q,?] ")
    #expect(first.contains("1 of 2  conflict 2  label  1.1"))
    #expect(first.contains("  1  ours    claim  “pier”"))
    try shell.send("s")
    // An attribute has one value, so that both is no answer.
    #expect(try shell.expect("[1,2,n,e,w,s,u,q,?] ").contains("conflict 1  attribute kind"))
    try shell.send("2")
    #expect(try shell.expect("[1,2,b,n,e,w,s,u,q,?] ").contains("kind=group"))
    try shell.send("q")
    #expect(try shell.expect(Desk.editedPrompt).contains("1 settled, 1 left"))
    try shell.send("\u{4}")
    #expect(try shell.wait() == .exited(0))
    #expect(decisions.count == 1)
    let next = try desk.prompt(["--into", "gold.ann"], environment: ["TERM": "dumb"])
    try next.expect("pier> ")
    try next.send("review conflicts\r")
    let asked = try next.expect("q,?] ")
    #expect(asked.contains("1 of 1  conflict 2  label"))
    #expect(asked.contains("keys need Enter on this terminal"))
    // A line that was meant for the prompt answers nothing.
    try next.send("1uqresolve 7 ben\r")
    let refused = try next.expect("q,?] ")
    #expect(refused.contains("`1uqresolve 7 ben` is more than one key"), "\(refused)")
    #expect(!refused.contains("need Enter on") && decisions.count == 1)
    try next.send("w\r")
    try next.expect("why? ")
    try next.send("it is said\r")
    try next.expect("settle it how? [1,2,b,n,e,q,?] ")
    try next.send("2\r")
    #expect(try next.expect("\npier> ").contains("1 settled"))
    try next.send("\u{4}")
    #expect(try next.wait() == .exited(0))
    #expect(decisions.last?.hasSuffix("=> theirs why=\"it is said\"") == true)
  }

  /// A file in which every reading is the adjudicator's own is an earlier merge all the same.
  @Test func readingsOfOnesOwnAreMergedOnto() throws {
    try desk.folder.write("T1\tSpeaker 0 8\tIda Moss\n", to: "pier.ana.ann")
    try desk.folder.write("T1\tTopic 0 8\tIda Moss\n", to: "pier.ben.ann")
    let merge = {
      try desk.run(["merge", "pier.ana.ann", "pier.ben.ann", "-o", "own.ann"], on: nil)
    }
    #expect(try merge().status == 1)
    let resolved = try desk.run(commands: ["resolve 1 Cue"], ["--into", "own.ann"])
    #expect(resolved.status == 0, "\(resolved)")
    let settled = desk.folder.text("own.ann")
    #expect(settled?.contains("Annotators") == false)
    let again = try merge()
    #expect(again.status == 0, "\(again)")
    #expect(desk.folder.text("own.ann") == settled)
  }
}
