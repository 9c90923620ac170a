import Foundation
import TestSupport
import Testing

/// `galley merge` of annotators' files, as a person runs it.
@Suite struct AnnotatorMergeJobTests {
  private let desk: Desk
  private static let ida = "T1\tSpeaker 0 8\tIda Moss\n"
  private static let pier = "T2\tTopic 18 22\tpier\n"

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    try desk.folder.write(Self.ida + Self.pier, to: "pier.ana.ann")
    try desk.folder.write(Self.ida + "T2\tClaim 18 22\tpier\n", to: "pier.ben.ann")
    try desk.folder.write(Self.ida, to: "pier.cleo.ann")
  }

  private static let three = ["pier.ana.ann", "pier.ben.ann", "pier.cleo.ann"]

  private func merge(_ arguments: [String]) throws -> ProcessRun {
    try desk.run(["merge"] + arguments, on: nil)
  }

  private func expectNothingWritten(
    _ name: String, _ run: ProcessRun, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      run.status == 2 && run.errors.contains("[\(name)]") && run.output.isEmpty, "\(run)",
      sourceLocation: sourceLocation)
    #expect(desk.folder.text("gold.ann") == nil, sourceLocation: sourceLocation)
  }

  @Test func theAgreedIsSettledAndTheRestIsSaid() throws {
    let run = try merge(Self.three + ["-o", "gold.ann"])
    #expect(
      run
        == ProcessRun(
          status: 1,
          output: """
            merged 3 annotators: 1 agreed, 0 settled, 1 conflict (1 label), 0 dropped
            conflict 1: label: ana Topic 1.1 “pier”, ben Claim 1.1 “pier”, cleo (none)

            """, errors: ""))
    let gold = try #require(desk.folder.text("gold.ann"))
    #expect(gold.contains("\tAnnotators T1\t[\"ana\",\"ben\",\"cleo\"]\n"))
    let found = try desk.run(["validate", "gold.ann", "--text", "pier.txt"], on: nil)
    #expect(found.status == 1 && found.output.contains("[unresolved-conflict]"))
    // In another order the same bytes, over what is there.
    #expect(try merge(Self.three.reversed() + ["-o", "gold.ann"]).status == 1)
    #expect(desk.folder.text("gold.ann") == gold)
  }

  @Test func aPolicySettles() throws {
    let run = try merge(Self.three + ["-o", "gold.ann", "--policy", "priority=ben,ana,cleo"])
    #expect(run.status == 0)
    #expect(
      run.output
        == "merged 3 annotators: 1 agreed, 1 settled by priority, 0 conflicts, 1 dropped\n")
    #expect(desk.folder.text("gold.ann")?.contains("Claim 18 22") == true)
    #expect(desk.folder.text("gold.ann")?.contains("Topic 18 22") == false)
  }

  @Test func programsGetOneObject() throws {
    let run = try merge(Self.three + ["--dry-run", "--report", "json", "--policy", "majority"])
    #expect(run.status == 1 && desk.folder.text("gold.ann") == nil)
    #expect(
      run.output.hasPrefix(
        #"{"annotators":["ana","ben","cleo"],"agreed":1,"settled":0,"conflicts":[{"group":1,"#
          + #""kind":"label","ids":["#))
    #expect(
      run.output.contains(#""from":{"ana":["T"#) && run.output.hasSuffix(#""open":1}"# + "\n"))
    let strict = try merge(
      Self.three + ["--dry-run", "--report", "json", "--policy", "threshold=2"])
    #expect(
      strict.output == #"{"annotators":["ana","ben","cleo"],"agreed":1,"settled":0,"conflicts":[],"#
        + #""dropped":[{"annotator":"ana","id":"T2","why":"policy"},"#
        + #"{"annotator":"ben","id":"T2","why":"policy"}],"open":0}"# + "\n")
  }

  @Test func whoeverAFileNamesCountsForEachOfItsLines() throws {
    let names = (0..<12_000).map { "\"a\($0)\"" }.joined(separator: ",")
    let lines = (2...12_000).map { "T\($0)\tSpeaker 0 3\tIda\n" }.joined()
    try desk.folder.write(
      Self.ida + lines + "#1\tAnnotators T1\t[\(names)]\n", to: "pier.dan.ann")
    let run = try merge(["pier.ana.ann", "pier.dan.ann", "-o", "gold.ann"])
    expectNothingWritten("too-many-annotators", run)
    #expect(run.errors.contains("there are 12002 annotators, and their files have 12001 lines"))
  }

  @Test func whatCannotBeMergedIsSaidAndNothingWritten() throws {
    let gold = ["-o", "gold.ann"]
    expectNothingWritten("too-few-annotators", try merge(["pier.ana.ann"] + gold))
    expectNothingWritten("same-file", try merge(["pier.ana.ann", "./pier.ana.ann"] + gold))
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/pier.zoe.ann", withDestinationPath: "pier.ana.ann")
    let linked = try merge(["pier.ana.ann", "pier.zoe.ann"] + gold)
    expectNothingWritten("same-file", linked)
    #expect(linked.errors.contains("pier.ana.ann and pier.zoe.ann are one file"))
    expectNothingWritten("no-such-file", try merge(["pier.ana.ann", "pier.dan.ann"] + gold))
    try desk.folder.write(Self.ida + "T9 broken\n", to: "pier.dan.ann")
    let malformed = try merge(["pier.ana.ann", "pier.dan.ann"] + gold)
    expectNothingWritten("unusable-lines", malformed)
    #expect(
      malformed.errors.hasPrefix("pier.dan.ann:2:") && malformed.errors.contains("line 2"),
      "\(malformed)")
    #expect(
      malformed.errors.contains("pier.dan.ann has 1 line that cannot be used")
        && malformed.errors.contains("`galley validate pier.dan.ann` names it"))
    try desk.folder.write("T1\tSpeaker 0 8\tTom Reys\n", to: "pier.eva.ann")
    expectNothingWritten("different-articles", try merge(["pier.ana.ann", "pier.eva.ann"] + gold))
    try desk.folder.write("Another text.\n", to: "dock.txt")
    try desk.folder.write("", to: "dock.fay.ann")
    expectNothingWritten("different-articles", try merge(["pier.ana.ann", "dock.fay.ann"] + gold))
    try desk.folder.write(Self.ida, to: "nobody.ann")
    try desk.folder.write(Self.ida, to: "somebody.ann")
    expectNothingWritten("missing-article", try merge(["nobody.ann", "somebody.ann"] + gold))
    expectNothingWritten(
      "unknown-policy", try merge(Self.three + gold + ["--policy", "mayority"]))
    expectNothingWritten(
      "unknown-annotator", try merge(Self.three + gold + ["--policy", "priority=ana,zoe"]))
    expectNothingWritten(
      "too-few-clusters", try merge(Self.three + gold + ["--policy", "weighted=ds"]))
    let own = try merge(Self.three + ["-o", "pier.ana.ann"])
    #expect(own.status == 2 && own.errors.contains("[same-file]"))
    #expect(desk.folder.text("pier.ana.ann") == Self.ida + Self.pier)
    #expect(try merge(Self.three).status == 64)
    #expect(try merge(Self.three + gold + ["--boundary", "shorter"]).status == 64)
  }

  @Test func anEmptyFileAndOneWithConflictsAreMerged() throws {
    try desk.folder.write("", to: "pier.dan.ann")
    let empty = try merge(["pier.cleo.ann", "pier.dan.ann", "-o", "gold.ann"])
    #expect(
      empty.output.hasPrefix("merged 2 annotators: 0 agreed, 0 settled, 1 conflict (1 presence)"))
    // The merged file stands for its annotators, whose conflicts are found again.
    #expect(try merge(["pier.ana.ann", "pier.ben.ann", "-o", "two.ann"]).status == 1)
    let again = try merge(
      ["two.ann", "pier.cleo.ann", "--text", "pier.txt", "-o", "gold.ann", "--policy", "union"])
    #expect(again.output.hasPrefix("merged 3 annotators: 1 agreed"))
    #expect(again.output.contains("conflict 1: label: ana Topic 1.1 “pier”, ben Claim 1.1 “pier”"))
    // One with the conflicts of two sides has to be settled first.
    let open = "#1\tConflict T1\t{\"kind\":\"label\",\"group\":1,\"from\":[\"ours\"]}\n"
    try desk.folder.write(Self.ida + open, to: "pier.eva.ann")
    let sides = try merge(["pier.cleo.ann", "pier.eva.ann", "-o", "sides.ann"])
    #expect(sides.status == 2 && sides.errors.contains("[open-conflicts]"))
  }

  @Test func foldersMergeArticleByArticle() throws {
    for (folder, text) in [("ana", Self.ida + Self.pier), ("ben", Self.ida)] {
      try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(folder)/pier.txt")
      try desk.folder.write(text, to: "\(folder)/pier.ann")
      try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(folder)/2024/dock.txt")
      try desk.folder.write(Self.ida, to: "\(folder)/2024/dock.ann")
    }
    try desk.folder.write("Only here.\n", to: "ana/only.txt")
    try desk.folder.write("T1\tTopic 0 4\tOnly\n", to: "ana/only.ann")
    let run = try merge(["ana", "ben", "-o", "gold"])
    #expect(run.status == 1)
    #expect(
      run.output == """
        pier.ann: 1 conflict (1 presence)
        merged 2 annotators on 2 articles: 2 agreed, 0 settled, 1 conflict (1 presence), 0 dropped

        """)
    #expect(run.errors.contains("[not-shared]") && run.errors.contains("only ana has it"))
    #expect(desk.folder.text("gold/2024/dock.ann")?.hasPrefix(Self.ida) == true)
    #expect(desk.folder.text("gold/pier.ann")?.contains("Conflict") == true)
    #expect(desk.folder.text("gold/only.ann") == nil)
    // What is there from an earlier merge is no annotator's.
    let again = try merge(["ana", "ben", "-o", "gold", "--policy", "union", "--report", "json"])
    #expect(again.output.split(separator: "\n").count == 2)
    #expect(again.output.hasPrefix(#"{"file":"2024/dock.ann","annotators":["ana","ben"],"#))
    #expect(try merge(["ana", "pier.ben.ann", "-o", "x"]).errors.contains("[is-a-folder]"))
    let gone = try merge(["ana", "nope", "-o", "x"]).errors
    #expect(gone.hasPrefix("nope: error: there is no file or folder nope ["), "\(gone)")
  }

  @Test func foldersAreMergedIntoAFolder() throws {
    for folder in ["ana", "ben"] {
      try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(folder)/pier.txt")
      try desk.folder.write(Self.ida, to: "\(folder)/pier.ann")
    }
    try desk.folder.write("", to: "gold")
    let before = try desk.folder.listing()
    let run = try merge(["ana", "ben", "-o", "gold"])
    #expect(
      run
        == ProcessRun(
          status: 2, output: "",
          errors:
            "gold: error: gold is a file, and the files that folders are merged into need a folder; name one with -o [wrong-output]\n"
        ))
    let inside = try merge(["ana/pier.ann", "ben/pier.ann", "-o", "gold/new/pier.ann"])
    #expect(
      inside.status == 2 && inside.errors.contains("because gold is a file and no folder"),
      "\(inside)")
    #expect(try desk.folder.listing() == before)
  }

  @Test func whereNothingWasMergedThereIsNoSum() throws {
    for folder in ["ana", "ben"] {
      try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(folder)/pier.txt")
      try desk.folder.write("T1 broken\n", to: "\(folder)/pier.ann")
    }
    let run = try merge(["ana", "ben", "-o", "gold"])
    #expect(run.status == 2 && run.output == "", "\(run)")
    #expect(run.errors.hasPrefix("ana/pier.ann:1:") && run.errors.contains("[unusable-lines]"))
  }

  @Test func whoIsThereTwiceIsToldWithBothFiles() throws {
    #expect(try merge(["pier.ana.ann", "pier.ben.ann", "-o", "gold.ann"]).status == 1)
    let run = try merge(["gold.ann", "pier.cleo.ann", "pier.ana.ann", "-o", "all.ann"])
    #expect(run.status == 2 && desk.folder.text("all.ann") == nil)
    #expect(
      run.errors.hasPrefix(
        "pier.ana.ann: error: gold.ann and pier.ana.ann both hold annotations of ana;"),
      "\(run)")
    #expect(try merge(["gold.ann", "pier.cleo.ann", "-o", "all.ann"]).status == 1)
  }

  @Test func aMergedFileThatStaysTheSameIsLeftAlone() throws {
    for (folder, text) in [("ana", Self.ida + Self.pier), ("ben", Self.ida)] {
      try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(folder)/pier.txt")
      try desk.folder.write(text, to: "\(folder)/pier.ann")
    }
    let path = desk.folder.path + "/gold/pier.ann"
    func inode() throws -> UInt64? {
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
    }
    #expect(try merge(["ana", "ben", "-o", "gold"]).status == 1)
    let first = try #require(try inode())
    let again = try merge(["ana", "ben", "-o", "gold"])
    #expect(again.status == 1 && again.errors.isEmpty, "\(again)")
    #expect(try inode() == first)
    #expect(try merge(["ana", "ben", "-o", "gold", "--policy", "union"]).status == 0)
    #expect(try inode() != first)
    #expect(desk.folder.text("gold/pier.ann")?.contains("Conflict") == false)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/gold")
    #expect(names == ["pier.ann"])
  }

  @Test func oneFolderOfAllAnnotatorsMergesToo() throws {
    for (annotator, text) in [("ana", Self.ida + Self.pier), ("ben", Self.ida)] {
      try desk.folder.write(text, to: "all/attributions/pier_\(annotator).ann")
    }
    try desk.folder.write("Ida Moss said the pier closes.\n", to: "all/text/pier.txt")
    let run = try merge(["all/attributions", "-o", "all/gold", "--policy", "intersection"])
    #expect(
      run.output
        == "merged 2 annotators on 1 article: 1 agreed, 0 settled by intersection, 0 conflicts, 1 dropped\n"
    )
    #expect(run.status == 0)
    let found = try desk.run(["validate", "all/gold/pier.ann"], on: nil)
    #expect(found == ProcessRun(status: 0, output: "", errors: ""))
  }

  /// What the guide's page on merging annotators makes.
  @Test func theGoldOfTheSamplesIsWhatTheyMergeTo() throws {
    let files = ["bridge.ines.ann", "bridge.oskar.ann", "bridge.rita.ann"]
    for name in files + ["bridge.txt", "galley.yaml"] {
      try desk.folder.copy("Annotations/bridge/" + name)
    }
    for order in [files, files.reversed()] {
      let run = try merge(order + ["-o", "gold.ann", "--policy", "majority"])
      #expect(run.status == 1 && run.errors.isEmpty)
      let gold = try Repository.text("Annotations/bridge/gold/bridge.ann")
      #expect(desk.folder.text("gold.ann") == gold)
    }
    let found = try desk.run(["validate", "gold.ann", "--text", "bridge.txt"], on: nil)
    let lines = found.output.split(separator: "\n").filter { $0.hasPrefix("gold.ann:") }
    #expect(lines.allSatisfy { $0.hasSuffix("[unresolved-conflict]") }, "\(found.output)")
  }

  @Test func theShellTakesInOthersFiles() throws {
    let run = try desk.run(
      commands: ["merge pier.ben.ann pier.cleo.ann policy=majority", "undo", "redo"],
      ["--annotator", "ana"])
    #expect(run.status == 1 && run.output.hasPrefix("merged 3 annotators: 1 agreed, 0 settled"))
    #expect(desk.folder.text("pier.ana.ann")?.contains("\tConflict ") == true)
    try desk.folder.write(Self.ida + Self.pier, to: "pier.ana.ann")
    let empty = try desk.run(
      commands: ["merge pier.ana.ann", "assert count topic = 1"], ["--into", "new.ann"])
    #expect(empty.status == 2 && empty.errors.contains("[too-few-annotators]"))
    let gold = try desk.run(
      commands: ["merge pier.ana.ann pier.ben.ann policy=union", "assert count speaker = 1"],
      ["--into", "new.ann"])
    #expect(gold.status == 1 && gold.output.hasPrefix("merged 2 annotators: 1 agreed"))
    let wrong = try desk.run(commands: ["merge pier.ben.ann policy=onion"], ["--annotator", "ana"])
    #expect(wrong.status == 2 && wrong.errors.contains("[unknown-policy]"))
    #expect(wrong.errors.contains("did you mean union?"))
  }

  @Test func onePageThatFailsStopsNoOther() throws {
    for folder in ["ana", "ben"] {
      for name in ["a", "b"] {
        try desk.folder.write("Ida Moss said the pier closes.\n", to: "\(folder)/\(name).txt")
        try desk.folder.write(Self.ida, to: "\(folder)/\(name).ann")
      }
    }
    try desk.folder.write("T1 broken\n", to: "ben/a.ann")
    let run = try merge(["ana", "ben", "-o", "gold"])
    #expect(run.status == 2 && run.errors.contains("[unusable-lines]"))
    #expect(desk.folder.text("gold/a.ann") == nil && desk.folder.text("gold/b.ann") != nil)
    #expect(run.output.hasPrefix("merged 2 annotators on 1 article: 1 agreed"))
  }
}
