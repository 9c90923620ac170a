import TestSupport
import Testing

/// `galley merge --base`, as a person runs it.
@Suite struct MergeJobTests {
  private let desk: Desk
  private static let ida = "T1000001\tSpeaker 0 8\tIda Moss\n"
  private static let pier = "T1000002\tTopic 18 22\tpier\n"

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    try desk.folder.write(Self.ida, to: "base.ann")
    try desk.folder.write(Self.ida + "A1000001\tkind T1000001 person\n", to: "ours.ann")
    try desk.folder.write(Self.ida + Self.pier, to: "theirs.ann")
    try desk.folder.write(Self.ida + "A1000001\tkind T1000001 group\n", to: "group.ann")
  }

  private func merge(_ base: String, _ ours: String, _ theirs: String, _ rest: String...) throws
    -> ProcessRun
  {
    try desk.run(
      ["merge", "--base", base, ours, theirs, "--text", "pier.txt", "-o", "out.ann"] + rest,
      on: nil)
  }

  private func expectNothingWritten(
    _ name: String, _ run: ProcessRun, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      run.status == 2 && run.errors.contains("[\(name)]") && run.output.isEmpty, "\(run)",
      sourceLocation: sourceLocation)
    #expect(desk.folder.text("out.ann") == nil, sourceLocation: sourceLocation)
  }

  @Test func whatBothDidIsWritten() throws {
    let run = try merge("base.ann", "ours.ann", "theirs.ann")
    let summary = "merged 2 sides: 0 agreed, 2 settled by one side, 0 conflicts, 0 dropped\n"
    #expect(run == ProcessRun(status: 0, output: summary, errors: ""))
    let merged = Self.ida + "A1000001\tkind T1000001 person\n" + Self.pier
    #expect(desk.folder.text("out.ann") == merged)
    // Over what is there already, one of the sides too.
    #expect(try merge("base.ann", "theirs.ann", "out.ann").status == 0)
    #expect(desk.folder.text("out.ann") == merged)
  }

  @Test func aConflictIsWrittenAndSaid() throws {
    let run = try merge("base.ann", "ours.ann", "group.ann")
    let lines = """
      merged 2 sides: 0 agreed, 0 settled by one side, 1 conflict (1 attribute), 0 dropped
      conflict 1: attribute kind of Speaker “Ida Moss”: ours person, theirs group

      """
    #expect(run == ProcessRun(status: 1, output: lines, errors: ""))
    let written = try #require(desk.folder.text("out.ann"))
    #expect(written.contains("\tConflict T1000001\t{\"kind\":\"attribute\",\"group\":1,"))
    // A file with a conflict in it merges, and the conflict stays open.
    let again = try merge("ours.ann", "out.ann", "ours.ann")
    #expect(again.status == 1 && again.output.contains("; 1 earlier conflict still open\n"))
    #expect(desk.folder.text("out.ann") == written)
  }

  @Test func aBaseOnAnotherArticleIsRefused() throws {
    try desk.folder.write("T5\tTopic 9 20\tquite other\n", to: "other.ann")
    expectNothingWritten("different-articles", try merge("other.ann", "ours.ann", "theirs.ann"))
  }

  @Test func aTrialWritesNothing() throws {
    #expect(try merge("base.ann", "ours.ann", "theirs.ann", "--dry-run").status == 0)
    #expect(try merge("base.ann", "ours.ann", "group.ann", "--dry-run").status == 1)
    #expect(desk.folder.text("out.ann") == nil)
  }

  @Test func programsGetOneObject() throws {
    let run = try merge("base.ann", "ours.ann", "group.ann", "--report", "json")
    #expect(
      run.output == #"{"annotators":["ours","theirs"],"agreed":0,"settled":0,"#
        + #""conflicts":[{"group":1,"kind":"attribute","ids":["T1000001"],"#
        + #""from":{"ours":["A801351136"],"theirs":["A1000001"]},"name":"kind"}],"#
        + #""dropped":[],"open":1}"# + "\n")
  }

  @Test func theSameFileTwiceAndAnEmptyOneAreSidesLikeOthers() throws {
    try desk.folder.write("", to: "empty.ann")
    #expect(try merge("ours.ann", "ours.ann", "ours.ann").status == 0)
    #expect(desk.folder.text("out.ann") == desk.folder.text("ours.ann"))
    #expect(try merge("empty.ann", "ours.ann", "theirs.ann").status == 0)
    #expect(
      desk.folder.text("out.ann") == Self.ida + "A1000001\tkind T1000001 person\n" + Self.pier)
    // Whoever emptied the file took everything away that the other left.
    let run = try merge("base.ann", "empty.ann", "theirs.ann")
    #expect(run.output.contains("1 dropped") && desk.folder.text("out.ann") == Self.pier)
  }

  @Test func aMalformedLineIsKept() throws {
    try desk.folder.write(Self.ida + "T9 broken\n", to: "broken.ann")
    #expect(try merge("base.ann", "broken.ann", "theirs.ann").status == 0)
    #expect(desk.folder.text("out.ann")?.contains("T9 broken\n") == true)
    #expect(desk.folder.text("out.ann")?.contains(Self.pier) == true)
  }

  @Test func whatCannotBeMergedIsSaidAndNothingWritten() throws {
    expectNothingWritten("no-such-file", try merge("gone.ann", "ours.ann", "theirs.ann"))
    try desk.folder.write(
      "T1000001\tSpeaker 0 8\tTom Reys\nT1000002\tTopic 18 22\tdock\n", to: "other.ann")
    expectNothingWritten("different-articles", try merge("base.ann", "theirs.ann", "other.ann"))
    let unnamed = try desk.run(
      ["merge", "--base", "base.ann", "ours.ann", "theirs.ann", "-o", "out.ann"], on: nil)
    expectNothingWritten("missing-article", unnamed)
    #expect(
      try desk.run(["merge", "--base", "base.ann", "ours.ann", "-o", "x.ann"], on: nil).status == 64
    )
    #expect(
      try desk.run(["merge", "--base", "base.ann", "ours.ann", "theirs.ann"], on: nil).status == 64)
  }

  @Test func aFileThatIsOpenIsLeftAlone() throws {
    try desk.folder.write(Self.ida, to: "pier.ann")
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    let run = try desk.run(
      [
        "merge", "--base", "base.ann", "ours.ann", "theirs.ann", "--text", "pier.txt", "-o",
        "pier.ann",
      ],
      on: nil)
    #expect(run.status == 2 && run.errors.contains("[locked]"))
    #expect(desk.folder.text("pier.ann") == Self.ida)
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
  }
}
