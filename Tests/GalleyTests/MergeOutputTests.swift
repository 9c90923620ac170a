import Foundation
import TestSupport
import Testing

/// What `galley merge` may write over, and what becomes of what stood there.
@Suite struct MergeOutputTests {
  private let desk: Desk
  private static let ida = "T1\tSpeaker 0 8\tIda Moss\n"
  private static let files = ["pier.ana.ann", "pier.ben.ann"]

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    try desk.folder.write(Self.ida + "T2\tTopic 18 22\tpier\n", to: "pier.ana.ann")
    try desk.folder.write(Self.ida, to: "pier.ben.ann")
  }

  private func merge(_ arguments: [String]) throws -> ProcessRun {
    try desk.run(["merge"] + arguments, on: nil)
  }

  private func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/" + name, withDestinationPath: destination)
  }

  private func expectRefusal(
    of output: String, _ name: String, _ inputs: [String] = files,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try desk.folder.listing()
    let run = try merge(inputs + ["-o", output])
    #expect(
      run.status == 2 && run.output.isEmpty && run.errors.contains("[\(name)]"), "\(run)",
      sourceLocation: sourceLocation)
    #expect(try desk.folder.listing() == before, sourceLocation: sourceLocation)
  }

  @Test func whatIsNoStandoffFileIsNeverWrittenOver() throws {
    try desk.folder.write("schema: news\n", to: "galley.yaml")
    try desk.folder.write("Ida Moss said the pier closes.\n", to: "notes.ann")
    try desk.folder.write("", to: "gold.decisions")
    try desk.folder.write("", to: "pier.ana.ann.parked")
    try link("gold.ann", to: "pier.txt")
    let sides = ["--base", "pier.ben.ann", "pier.ana.ann", "pier.ben.ann"]
    for inputs in [Self.files, sides] {
      for output in [
        "pier.txt", "galley.yaml", "gold.decisions", "pier.ana.ann.parked", "gold", "notes.ann",
        "gold.ann",
      ] {
        try expectRefusal(of: output, "wrong-output", inputs)
      }
    }
  }

  @Test func aNameThatBelongsToAnotherTextIsRefused() throws {
    try desk.folder.write("Another text.\n", to: "dock.txt")
    try expectRefusal(of: "dock.gold.ann", "different-articles")
    try desk.folder.write("Ida Moss said the pier closes.\n", to: "dock.txt")
    #expect(try merge(Self.files + ["-o", "dock.gold.ann"]).status == 1)
  }

  @Test func anAnnotatorsOwnFileIsNotWrittenOver() throws {
    try desk.folder.write("T1\tTopic 14 22\tthe pier\n", to: "pier.eva.ann")
    try expectRefusal(of: "pier.eva.ann", "wrong-output")
    try expectRefusal(of: "./pier.ana.ann", "same-file")
    try link("gold.ann", to: "pier.ana.ann")
    try expectRefusal(of: "gold.ann", "same-file")
    let sides = ["--base", "pier.ben.ann", "pier.ana.ann", "pier.ben.ann"]
    try expectRefusal(of: "pier.eva.ann", "wrong-output", sides)
    #expect(try merge(sides + ["-o", "pier.ana.ann"]).status == 0)
    // One without annotations holds nothing that could be lost.
    try desk.folder.write("", to: "pier.eva.ann")
    #expect(try merge(Self.files + ["-o", "pier.eva.ann"]).status == 1)
  }

  @Test func whatWasAddedByHandIsNamedAndCanBeHadBack() throws {
    let output = ["-o", "gold.ann", "--policy", "union"]
    #expect(try merge(Self.files + output).status == 0)
    let first = try #require(desk.folder.text("gold.ann"))
    // As it comes from an editor, which keeps no journal.
    let edited = first + "T3\tClaim 14 29\tthe pier closes\nA1\tstance T3 favor\n"
    try desk.folder.write(edited, to: "gold.ann")
    let run = try merge(Self.files + output)
    #expect(run.status == 0)
    #expect(
      run.errors.contains("1 annotation of gold.ann")
        && run.errors.contains("Claim 1.1 “the pier closes”") && run.errors.contains("[taken-out]"),
      "\(run)")
    #expect(desk.folder.text("gold.ann") == first)
    let back = try desk.run(commands: ["undo"], ["--into", "gold.ann"])
    #expect(back.status == 0, "\(back)")
    #expect(desk.folder.text("gold.ann")?.contains("Claim 14 29") == true)
    #expect(desk.folder.text("gold.ann")?.contains("stance T3 favor") == true)
    // With a journal, which the shell has kept.
    let again = try merge(Self.files + output)
    #expect(again.status == 0 && again.errors.contains("[taken-out]"), "\(again)")
    let twice = try desk.run(
      commands: ["undo", "assert count claim = 1"], ["--into", "gold.ann"])
    #expect(twice.status == 0, "\(twice)")
  }

  @Test func theCommandThatIsNamedCanBeTyped() throws {
    let (article, gold) = ("it's $HOME.txt", "my gold.ann")
    try desk.folder.write(desk.article.text, to: article)
    for name in ["ana", "ben"] {
      try desk.folder.write(Self.ida, to: "it's $HOME.\(name).ann")
    }
    let arguments = ["it's $HOME.ana.ann", "it's $HOME.ben.ann", "-o", gold]
    #expect(try merge(arguments).status == 0)
    let first = try #require(desk.folder.text(gold))
    try desk.folder.write(first + "T3\tClaim 14 29\tthe pier closes\n", to: gold)
    let run = try merge(arguments)
    let command = "galley 'it'\\''s $HOME.txt' --into 'my gold.ann'"
    #expect(run.errors.contains("`\(command)` and `undo` bring back"), "\(run)")
    let typed = command.replacing("galley", with: "'\(builtProduct("galley"))'")
    let back = try ProcessRun(shell: typed + " -c undo", in: desk.folder)
    #expect(back.status == 0, "\(back)")
    #expect(desk.folder.text(gold)?.contains("Claim 14 29") == true)
  }

  @Test func whatSomebodyElseSaysIsNotTold() throws {
    #expect(try merge(Self.files + ["-o", "gold.ann", "--policy", "union"]).status == 0)
    let run = try merge(Self.files + ["-o", "gold.ann", "--policy", "intersection"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    let valued = try #require(desk.folder.text("gold.ann")) + "A1\tkind T1 person\n"
    try desk.folder.write(valued, to: "gold.ann")
    let told = try merge(Self.files + ["-o", "gold.ann", "--dry-run"])
    #expect(told.errors.contains("Speaker 1.1 “Ida Moss”"), "\(told)")
    #expect(desk.folder.text("gold.ann") == valued)
  }

  @Test func aFolderMayHoldTheFilesAndTheirMerge() throws {
    for output in [".", "../" + desk.folder.url.lastPathComponent, desk.folder.path] {
      let run = try merge([output, "-o", output, "--policy", "union"])
      #expect(run.status == 0 && run.output.hasPrefix("merged 2 annotators on 1 article"), "\(run)")
      #expect(desk.folder.text("pier.ann")?.contains("Annotators") == true)
    }
    try desk.folder.write("Ida Moss said the pier closes.\n", to: "ana/dock.txt")
    try desk.folder.write("Ida Moss said the pier closes.\n", to: "ben/dock.txt")
    try desk.folder.write(Self.ida, to: "ana/dock.ann")
    try desk.folder.write("", to: "ben/dock.ann")
    let run = try merge(["ana", "ben", "-o", "ana"])
    #expect(run.status == 2 && run.errors.contains("[same-file]"), "\(run)")
    #expect(desk.folder.text("ana/dock.ann") == Self.ida)
  }

  @Test func mergedFoldersGetTheirArticles() throws {
    for annotator in ["ana", "ben"] {
      try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(annotator)/dock.txt")
      try desk.folder.write(Self.ida, to: "\(annotator)/dock.ann")
    }
    let run = try merge(["ana", "ben", "-o", "gold/all"])
    #expect(
      run.status == 0 && run.errors == "1 article copied to the merged files, which had none\n",
      "\(run)")
    let found = try desk.run(["validate", "gold"], on: nil)
    #expect(found == ProcessRun(status: 0, output: "", errors: ""))
    #expect(try merge(["ana", "ben", "-o", "gold/all"]).errors.isEmpty)
    try desk.folder.write("Another text.\n", to: "gold/all/dock.txt")
    let other = try merge(["ana", "ben", "-o", "gold/all"])
    #expect(other.status == 2 && other.errors.contains("[different-articles]"), "\(other)")
    #expect(desk.folder.text("gold/all/dock.txt") == "Another text.\n")
  }
}
