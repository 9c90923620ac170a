import Foundation
import TestSupport
import Testing

/// `galley reanchor`, as a person runs it.
@Suite struct ReanchorJobTests {
  private let desk: Desk
  private static let old = MarkedText(
    "Pier to close\n\n[ida|Ida Moss] said the [pier|old peir] closes in June.\n\n"
      + "“[claim|There is no money left],” she said of it on [day|Monday].\n")

  init() throws {
    desk = try Desk(Self.old)
    let labels = ["ida": "Speaker", "pier": "Topic", "claim": "Claim", "day": "Topic"]
    let lines = Self.old.spans.enumerated().map { number, span in
      let words = Array(Self.old.text.unicodeScalars)[span.lower..<span.upper]
      return "T\(number + 1)\t\(labels[span.label] ?? "") \(span.lower) \(span.upper)\t"
        + String(String.UnicodeScalarView(words)) + "\n"
    }
    try desk.folder.write(
      lines.joined() + "R1\tattributedTo Arg1:T3 Arg2:T1\nA1\tstance T3 against\n", to: "pier.ann")
    try desk.folder.write(Self.old.text, to: "old.txt")
    try desk.folder.write(
      "Pier to close\n\nIda Moss said that the old pier closes in June.\n\nShe said it on Monday.\n",
      to: "pier.txt")
  }

  private func reanchor(_ arguments: String...) throws -> ProcessRun {
    try desk.run(["reanchor", "pier.txt"] + arguments, on: nil)
  }

  @Test func aTrialSaysWhatWouldBecomeOfAll() throws {
    let before = desk.folder.text("pier.ann")
    let run = try reanchor("--from", "old.txt", "--dry-run")
    #expect(
      run.output == """
        pier.ann: 1 kept, 1 moved, 1 changed, 1 lost (nothing was written)
          changed  2.1  Topic  “old peir” → “old pier”  0.85
          lost     Claim  “There is no money left”
          1 annotation waits in pier.ann.parked

        """, "\(run)")
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(desk.folder.text("pier.ann") == before && desk.folder.text("pier.ann.parked") == nil)
  }

  @Test func whatIsLostIsParkedAndComesBack() throws {
    let whole = desk.folder.text("pier.ann")
    let corrected = desk.folder.text("pier.txt") ?? ""
    #expect(try reanchor("--from", "old.txt").status == 1)
    let made = desk.folder.text("pier.ann") ?? ""
    #expect(made.contains("old pier") && !made.contains("money") && !made.contains("stance"))
    let parked = desk.folder.text("pier.ann.parked") ?? ""
    #expect(parked.contains("T3\tClaim ") && parked.contains("A1\tstance T3 against"))
    #expect(parked.contains("R1\tattributedTo Arg1:T3 Arg2:T1"))
    // The parked file is nobody's annotations.
    #expect(try desk.run(["validate", "."], on: nil).output.contains("parked") == false)
    // Nothing more to do, and nothing to look at.
    let again = try reanchor()
    #expect(again.status == 0, "\(again)")
    #expect(again.output.contains("3 kept, 0 moved, 0 changed, 0 lost"))
    #expect(desk.folder.text("pier.ann.parked") == parked)
    // The old text is put back, and so is all that stood on it.
    try desk.folder.write(corrected, to: "corrected.txt")
    try desk.folder.write(Self.old.text, to: "pier.txt")
    let back = try reanchor("--from", "corrected.txt")
    #expect(back.output.contains("1 taken up again"), "\(back)")
    #expect(desk.folder.text("pier.ann.parked") == nil)
    let lines = { (text: String?) in Set((text ?? "").split(separator: "\n")) }
    #expect(lines(desk.folder.text("pier.ann")) == lines(whole))
  }

  @Test func programsGetAnObjectAFile() throws {
    let run = try reanchor("--from", "old.txt", "--report", "json", "--accept")
    #expect(
      run.output == #"{"file":"pier.ann","kept":1,"moved":1,"#
        + #""changed":[{"id":"T2","from":"old peir","to":"old pier","score":0.85}],"doubtful":[],"#
        + #""lost":[{"id":"T3","text":"There is no money left"}],"restored":[],"parked":1}"# + "\n")
    #expect(run.status == 0)
  }

  @Test func withoutTheOldTextTheQuotedWordsTell() throws {
    let run = try reanchor()
    #expect(run.output.hasPrefix("pier.ann: 1 kept, 1 moved, 0 changed, 2 lost\n"), "\(run)")
    #expect(desk.folder.text("pier.ann")?.contains("Monday") == true)
    #expect(desk.folder.text("pier.ann.parked")?.contains("T2\tTopic ") == true)
  }

  @Test func aFileThatIsOpenIsLeftAloneAndAllWithIt() throws {
    try desk.folder.write("T1\tTopic 0 4\tPier\n", to: "pier.ida.ann")
    try desk.folder.write(Self.old.text, to: "pier.txt")
    let shell = try desk.prompt(["--annotator", "ida"])
    try shell.expect("pier> ")
    try desk.folder.write("The pier. " + Self.old.text, to: "pier.txt")
    let before = desk.folder.text("pier.ann")
    let run = try reanchor("--from", "old.txt")
    #expect(run.status == 2 && run.errors.contains("[locked]"))
    #expect(desk.folder.text("pier.ann") == before)
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
    #expect(try reanchor("--from", "old.txt").status == 0)
    #expect(desk.folder.text("pier.ann") != before)
  }

  @Test func whatIsWrongWithTheWordsIsSaid() throws {
    #expect(try reanchor("--from", "gone.txt").errors.contains("[no-such-file]"))
    let none = try reanchor("--from-git", "HEAD")
    #expect(none.errors.contains("is in no repository") && none.errors.contains("[no-repository]"))
    #expect(try reanchor("--from", "old.txt", "--from-git", "HEAD").status == 64)
    #expect(try reanchor("--threshold", "2").status == 64)
    #expect(try desk.run(["reanchor", "gone.txt"], on: nil).status == 2)
  }

  @Test func theOldTextMayBeInARepository() throws {
    let corrected = desk.folder.text("pier.txt") ?? ""
    try desk.folder.write(Self.old.text, to: "pier.txt")
    let git = "git -c user.name=Ida -c user.email=ida@example.org"
    let made = try ProcessRun(
      shell: "git init -q . && git add pier.txt && \(git) commit -qm One", in: desk.folder)
    try #require(made.status == 0, "\(made)")
    try desk.folder.write(corrected, to: "pier.txt")
    let unknown = try reanchor("--from-git", "nowhere")
    #expect(unknown.errors.contains("git knows no revision “nowhere” here"), "\(unknown)")
    #expect(unknown.errors.contains("[no-such-edition]"))
    let run = try reanchor("--from-git", "HEAD", "--dry-run")
    #expect(run.output.hasPrefix("pier.ann: 1 kept, 1 moved, 1 changed, 1 lost"), "\(run)")
  }

  @Test func theShellNoticesAsksAndRefuses() throws {
    let corrected = desk.folder.text("pier.txt") ?? ""
    try desk.folder.write(Self.old.text, to: "pier.txt")
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: "pier.ann"))
    let made = try desk.run(commands: [
      "speaker \"Ida Moss\"", "topic \"old peir\"", "claim \"There is no money left\"",
      "topic \"Monday\"",
    ])
    #expect(made.status == 0, "\(made)")
    try desk.folder.write(corrected, to: "pier.txt")
    let script = try desk.run(["pier.txt", "-c", "topic \"June\""], on: nil)
    #expect(script.status == 2 && script.errors.contains("[article-changed]"), "\(script)")
    #expect(script.errors.contains("galley reanchor pier.txt --from OLD.txt"))
    let shell = try desk.prompt()
    try shell.expect("let them follow their words now? [y/n] ")
    try shell.send("n\r")
    try shell.expect("pier> ")
    for command in ["topic \"June\"", "topic \"said\"[all]"] {
      #expect(try shell.command(command).contains("[article-changed]"))
    }
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
    let other = try desk.prompt()
    try other.expect("let them follow their words now? [y/n] ")
    try other.send("y\r")
    #expect(try other.expect("pier> ").contains("1 kept, 1 moved, 0 changed, 2 lost"))
    #expect(try other.command("topic \"June\"").contains("topic"))
    try other.send("quit\r")
    #expect(try other.wait() == .exited(0))
  }

  /// While a shell has the old text open nothing is lost, and it is said; opened anew it is the new one.
  @Test func theShellNoticesWhatIsCorrectedMeanwhile() throws {
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: "pier.ann"))
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    #expect(try shell.command("topic \"June\"").contains("topic"))
    let text = try #require(desk.folder.text("pier.txt"))
    try desk.folder.write(text.replacing("in June", with: "in early June"), to: "pier.txt")
    #expect(try shell.command("status").contains("was changed by another program since"))
    #expect(try shell.command("save").contains("[article-changed]"))
    try shell.send("open pier.txt\r")
    try shell.expect("let them follow their words now? [y/n] ")
    try shell.send("y\r")
    #expect(try shell.expect("pier> ").contains("1 moved"))
    #expect(!(try shell.command("status")).contains("since it was opened"))
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
  }

  /// Files of other tools have no journal, and few annotations that do not fit prove no other article: it is
  /// said all the same before they are shown on other words.
  @Test func whatDoesNotStandOnItsWordsIsSaidOnOpening() throws {
    let lines = "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 28 31\tpie\n"
    try desk.folder.write("Ida Moss said that the old pier 😀 closes in June.\n", to: "other.txt")
    try desk.folder.write(lines, to: "other.ann")
    let run = try desk.run(["other.txt", "-c", "list"], on: nil)
    #expect(run.status == 0)
    #expect(
      run.errors.contains("1 of 2 annotations does not stand on its words")
        && run.errors.contains("[text-mismatch]"), "\(run)")
    try desk.folder.write("T1\tTopic 35 41\tcloses\n", to: "other.ann")
    let counted = try desk.run(["other.txt", "-c", "list"], on: nil)
    #expect(counted.errors.contains("galley validate --fix other.ann"), "\(counted)")
    #expect(try desk.run(["validate", "--fix", "other.ann"], on: nil).status == 0)
    #expect(try desk.run(["other.txt", "-c", "list"], on: nil).errors == "")
  }
}
