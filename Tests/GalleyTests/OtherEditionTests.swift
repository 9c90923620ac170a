import TestSupport
import Testing

/// Files that were left behind when the article was corrected are neither measured nor compared.
@Suite struct OtherEditionTests {
  private let desk: Desk

  /// Two annotators on one article, which was corrected; ana's annotations followed, ben's did not.
  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the old pier closes.\n"))
    for annotator in ["ana", "ben"] {
      let run = try desk.run(
        commands: ["speaker \"Ida Moss\"", "topic \"pier\"", "claim \"closes\""],
        ["--annotator", annotator])
      #expect(run.status == 0, "\(run)")
    }
    try desk.folder.write("On Monday Ida Moss said the old pier closes.\n", to: "pier.txt")
    let run = try desk.run(["reanchor", "pier.ana.ann"], on: nil)
    #expect(run.status == 0, "\(run)")
  }

  private func expectRefusal(
    _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try desk.run(arguments + ["pier.ana.ann", "pier.ben.ann"], on: nil)
    #expect(
      run.status == 2 && run.output.isEmpty && run.errors.contains("[different-articles]")
        && run.errors.contains("galley reanchor pier.txt"), "\(run)", sourceLocation: sourceLocation
    )
  }

  @Test func noJobWorksOnIt() throws {
    try expectRefusal(["agree"])
    try expectRefusal(["diff"])
    try expectRefusal(["merge", "-o", "gold.ann"])
    let back = try desk.run(["reanchor", "pier.ben.ann"], on: nil)
    #expect(back.status == 0, "\(back)")
    let agreed = try desk.run(
      ["agree", "pier.ana.ann", "pier.ben.ann", "--measure", "f1-strict"], on: nil)
    #expect(agreed.status == 0 && agreed.output.contains("f1-strict   1.000"), "\(agreed)")
  }

  /// Its journal tells where the words of most annotations still stand.
  @Test func theJournalTells() throws {
    try desk.folder.write("Ida Moss said the old pier closed.\n", to: "pier.txt")
    let lines = try #require(desk.folder.text("pier.ben.ann"))
    let words = try desk.run(["diff", "pier.ben.ann", "pier.ben.ann"], on: nil)
    #expect(
      words.status == 2 && words.errors.contains("1 of the 3 annotations of pier.ben.ann quotes"),
      "\(words)")
    // Without a journal one word of three is taken for a slip.
    try desk.folder.write(lines, to: "pier.eva.ann")
    #expect(try desk.run(["diff", "pier.eva.ann", "pier.eva.ann"], on: nil).status == 0)
  }

  @Test func foldersAreMeasuredWithoutIt() throws {
    for folder in ["ana", "ben"] {
      try desk.folder.write("Ida Moss spoke.\n", to: "\(folder)/a.txt")
      try desk.folder.write("T1\tSpeaker 0 8\tIda Moss\n", to: "\(folder)/a.ann")
      try desk.folder.write("Ida Moss spoke.\n", to: "\(folder)/b.txt")
      try desk.folder.write("T1\tSpeaker 9 14\tspoke\n", to: "\(folder)/b.ann")
    }
    try desk.folder.write("T1\tSpeaker 10 15\tspoke\n", to: "ben/b.ann")
    for job in [["agree"], ["diff", "--format", "json"]] {
      let run = try desk.run(job + ["ana", "ben"], on: nil)
      #expect(run.status == 2 && run.errors.contains("ben/b.ann: error"), "\(run)")
    }
    try desk.folder.write("", to: "ben/a.ann")
    let diff = try desk.run(["diff", "--format", "json", "ana", "ben"], on: nil)
    #expect(diff.output.hasPrefix(#"{"file":"a.ann","change":"removed","#), "\(diff)")
  }

  @Test func theShellDoesNotEither() throws {
    for command in ["agree pier.ben.ann", "diff pier.ben.ann", "merge pier.ben.ann"] {
      let run = try desk.run(commands: [command], ["--annotator", "ana"])
      #expect(run.status == 2 && run.errors.contains("[different-articles]"), "\(run)")
      let open = try desk.run(
        commands: [command.replacing("ben", with: "ana")], ["--annotator", "ben"])
      #expect(open.status == 2 && open.errors.contains("[different-articles]"), "\(open)")
    }
  }
}
