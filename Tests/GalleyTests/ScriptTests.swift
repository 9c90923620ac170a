import Foundation
import TestSupport
import Testing

/// Scripts are all or nothing, and the exit status tells.
@Suite struct ScriptTests {
  @Test func aFailingThirdCommandLeavesNothing() throws {
    let desk = try Desk()
    let before = try desk.folder.listing()
    let run = try desk.run(
      [], input: "speaker \"Ida Moss\"\nclaim 2\nclaim \"not in the article\"\ntopic \"pier\"\n")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.contains(
        "stdin:3:7: error: \"not in the article\" is not in the article; the nearest words are "),
      "\(run.errors)")
    #expect(
      run.errors.hasSuffix(
        """
         [not-found]
          claim "not in the article"
                ^~~~~~~~~~~~~~~~~~~~

        """), "\(run.errors)")
    #expect(try desk.folder.listing() == before)
  }

  @Test func aFailingScriptLeavesAnEarlierFileAlone() throws {
    let desk = try Desk()
    _ = try desk.run(commands: Desk.script)
    let before = try desk.folder.listing()
    for command in [
      "untag where claim; frobnicate", "undo 2; speaker \"Mos\"", "revert; assert valid; x",
    ] {
      #expect(try desk.run(commands: [command]).status == 2)
      #expect(try desk.folder.listing() == before, "\(command)")
    }
  }

  @Test func aScriptMayComeOutOfAPipe() throws {
    let desk = try Desk()
    let run = try ProcessRun(
      shell: """
        mkfifo pipe; printf 'speaker "Ida Moss"\\nlist\\n' > pipe &
        \(builtProduct("galley")) pier.txt -f pipe
        """, in: desk.folder)
    #expect(run.status == 0 && run.output.contains("s1  speaker"), "\(run)")
    #expect(desk.folder.text("pier.ann")?.contains("Ida Moss") == true)
  }

  @Test func readingMakesNoFile() throws {
    let desk = try Desk()
    let before = try desk.folder.listing()
    let run = try desk.run(
      commands: ["list", "show", "find \"Moss\"", "status", "stats", "validate", "help", "history"])
    #expect(run.status == 0)
    #expect(try desk.folder.listing() == before)
    #expect(try desk.run(commands: ["speaker \"Ida Moss\"", "undo"]).status == 0)
    #expect(desk.folder.text("pier.ann") == nil)
  }

  @Test func anAmbiguousSpanListsItsPlaces() throws {
    let run = try Desk().run(commands: ["speaker \"Moss\""])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("-c 1:1:9: error: \"Moss\" stands 2 times in the article"))
    #expect(run.errors.contains("note: 1  2.1  …") && run.errors.contains("note: 2  3.1  …"))
    #expect(run.errors.contains("[ambiguous]"))
  }

  @Test(arguments: [
    ("clam 2", "unknown-command", "fix: claim"),
    ("claim 2 stanse=favor", "unknown-attribute", "fix: stance\n"),
    ("claim 2 stance=favour", "unknown-value", "fix: favor\n"),
    ("speaker \"Ida Moss\"; claim 2; link c1 by c1", "relation-end", "it ends at: Speaker"),
    ("speaker \"Ida Mess\"", "not-found", "\"Ida Moss\", in 2.1"),
    ("list s1", "unknown-reference", ""),
    ("tag Speeker \"Ida Moss\"", "unknown-label", "fix: Speaker"),
    ("speaker \"Ida Moss\" ref=wikidta:Q1", "unknown-database", "fix: wikidata:Q1"),
  ])
  func whatTheSchemaDoesNotAllowIsRefused(_ command: String, _ name: String, _ hint: String) throws
  {
    let desk = try Desk()
    let before = try desk.folder.listing()
    let run = try desk.run(commands: [command])
    #expect(run.status == 2)
    #expect(run.errors.contains("[\(name)]"), "\(run.errors)")
    #expect(hint.isEmpty || run.errors.contains(hint), "\(run.errors)")
    #expect(run.errors.contains("-c 1:1:"), "\(run.errors)")
    #expect(try desk.folder.listing() == before)
  }

  /// A file beyond the user's limit is as one on a full disk.
  @Test func aLimitOfTheUserIsAnError() throws {
    let desk = try Desk()
    let before = try desk.folder.listing()
    let run = try ProcessRun(
      shell: "ulimit -f 0; '\(builtProduct("galley"))' pier.txt --no-rc -c 'topic 1' 2>&1 | cat",
      in: desk.folder)
    #expect(run.output.contains("too large"), "\(run)")
    #expect(try desk.folder.listing() == before)
  }

  @Test func keepGoingKeepsWhatSucceeded() throws {
    let desk = try Desk()
    let run = try desk.run(
      ["--keep-going"],
      input: "speaker \"Ida Moss\"\nspeaker \"no such words\"\ntopic 1\nclaim \"open quote\nlist\n")
    #expect(run.status == 2)
    #expect(run.errors.contains("stdin:2:9: error:"), "\(run.errors)")
    #expect(run.output == "t1  topic  1.1  “Pier to close”\ns1  speaker  2.1  “Ida Moss”\n")
    #expect(desk.folder.text("pier.ann")?.split(separator: "\n").count == 2)
  }

  /// A quote that nobody closed takes the lines up to the next one, and says so.
  @Test func aQuoteOverLinesIsNamedWhereItOpens() throws {
    let desk = try Desk()
    let read = try desk.run([], input: "topic 1\nclaim \"open quote\nlist\nclaim \"we\"\n")
    #expect(read.errors.contains("stdin:4:8: error:"), "\(read.errors)")
    #expect(read.errors.contains("note: the quote that opens at 2:7 goes on to line 4"))
    let carriedOut = try desk.run([], input: "claim \"no such\nwords\"\n")
    #expect(carriedOut.errors.contains("note: the quote that opens at 1:7 goes on to line 2"))
    let other = try desk.run([], input: "claim \"no such words\"\n")
    #expect(!other.errors.contains("note: the quote"))
  }

  /// What comes before the first command and after the last is on the one stream too.
  @Test func programsAreToldOfOpeningAndSaving() throws {
    let desk = try Desk()
    let missing = try desk.run(["--format", "json", "-c", "list"], on: "nowhere.txt")
    #expect(missing.status == 2)
    #expect(
      missing.output.hasPrefix(#"{"command":"open","ok":false,"error":{"file":"nowhere.txt""#))
    let script = try desk.run(["--format", "json", "-f", "nowhere"])
    #expect(script.output.hasPrefix(#"{"command":"source","ok":false,"error":{"file":"nowhere""#))
  }

  @Test func aDryRunDoesAllButWriting() throws {
    let desk = try Desk()
    let before = try desk.folder.listing()
    let dry = try desk.run(commands: Desk.script + ["list", "save"], ["--dry-run"])
    #expect(try desk.folder.listing() == before)
    let wet = try desk.run(commands: Desk.script + ["list", "save"])
    #expect(dry.status == wet.status && dry.output == wet.output)
    #expect(dry.errors.hasSuffix("pier.ann stays as it is: this is a dry run\n"))
    #expect(desk.folder.text("pier.ann") != nil)
  }

  @Test func aScriptRunTwiceWritesTheSameBytes() throws {
    let desk = try Desk()
    _ = try desk.run(commands: Desk.script)
    let first = desk.folder.text("pier.ann")
    let again = try desk.run(commands: Desk.script)
    #expect(again.status == 0, "\(again.errors)")
    #expect(desk.folder.text("pier.ann") == first)
  }

  @Test func findingsAreTheStatus() throws {
    let desk = try Desk()
    try desk.folder.write("T1\tSpeaker 0 4\tnope\n", to: "pier.ann")
    let found = try desk.run(commands: ["validate", "echo after"])
    #expect(found.status == 1)
    #expect(found.output.hasSuffix("after\n"))
    #expect(try desk.run(commands: ["assert valid", "echo after"]).status == 2)
    #expect(try desk.run(commands: ["assert count speaker = 1"]).status == 0)
    #expect(try desk.run(commands: ["assert count speaker = 2"]).status == 2)
  }

  @Test(arguments: [
    ["--nonsense"], ["--format", "xml"], ["--annotator", "a b"], ["--annotator"], ["second.txt"],
    ["--color", "red"],
  ])
  func wrongUsageIs64(_ arguments: [String]) throws {
    let desk = try Desk()
    let run = try desk.run(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func helpAndVersionAreData() throws {
    let desk = try Desk()
    let help = try desk.run(["--help"], on: nil)
    #expect(help.status == 0 && help.output.contains("galley [ARTICLE]") && help.errors.isEmpty)
    let version = try desk.run(["--version"], on: nil)
    #expect(version.status == 0 && version.errors.isEmpty && version.output.count < 20)
  }

  @Test func quitLeavesAScriptEarly() throws {
    let desk = try Desk()
    #expect(
      try desk.run(commands: ["speaker \"Ida Moss\"", "quit", "nonsense"]).status == 0)
    #expect(desk.folder.text("pier.ann") != nil)
    let before = try desk.folder.listing()
    #expect(try desk.run(commands: ["topic \"pier\"", "quit --discard"]).status == 0)
    #expect(try desk.folder.listing() == before)
  }

  @Test func theHistoryMakesTheFileAgain() throws {
    let desk = try Desk()
    _ = try desk.run(
      commands: Desk.script + ["untag where topic", "undo", "relabel where (quote) Evidence"])
    let history = try desk.run(commands: ["history --script"])
    let fresh = try Desk()
    let run = try fresh.run([], input: history.output)
    #expect(run.status == 0, "\(run.errors)")
    #expect(fresh.folder.text("pier.ann") == desk.folder.text("pier.ann"))
  }

  @Test func undoReachesOverScripts() throws {
    let desk = try Desk()
    _ = try desk.run(commands: ["speaker \"Ida Moss\""])
    let first = desk.folder.text("pier.ann")
    _ = try desk.run(commands: ["topic \"pier\""])
    #expect(try desk.run(commands: ["undo"]).status == 0)
    #expect(desk.folder.text("pier.ann") == first)
    #expect(try desk.run(commands: ["undo"]).status == 0)
    #expect(desk.folder.text("pier.ann")?.isEmpty != false)
    #expect(try desk.run(commands: ["undo"]).status == 2)
    #expect(try desk.run(commands: ["redo 2", "assert count = 2"]).status == 0)
  }
}
