import Foundation
import Glibc
import TestSupport
import Testing

/// What a person at the prompt can rely on, in a terminal of its own.
@Suite struct PromptTests {
  private static let tags = [
    "speaker \"Ida Moss\"", "claim 2 by=s1", "topic \"night ferry\"", "quote marks in 3",
    "note c1 \"seen\"", "undo", "cue \"said\"[1]",
  ]

  /// However many commands were answered, the next start has them.
  @Test(arguments: [1, 2, 4, 6, 7]) func aKilledShellLosesNothing(_ count: Int) throws {
    let desk = try Desk()
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    for line in Self.tags.prefix(count) { try shell.command(line) }
    shell.kill(SIGKILL)
    #expect(try shell.wait() == .killed(signal: SIGKILL))
    #expect(desk.folder.text("pier.ann") == nil)
    let wanted = try Desk()
    _ = try wanted.run(commands: Array(Self.tags.prefix(count)))

    let again = try desk.prompt()
    let greeting = try again.expect("pier> ")
    #expect(greeting.contains("restored"), "\(greeting)")
    try again.send("quit\r")
    #expect(try again.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann") == wanted.folder.text("pier.ann"))
  }

  /// A script that has nothing to do but to save writes what was found in the journal.
  @Test func aScriptSavesWhatAKilledShellLeft() throws {
    let desk = try Desk()
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"")
    shell.kill(SIGKILL)
    #expect(try shell.wait() == .killed(signal: SIGKILL))
    let looked = try desk.run(commands: ["list"])
    #expect(looked.status == 0 && desk.folder.text("pier.ann") == nil)
    let saved = try desk.run(commands: ["save"])
    #expect(saved.status == 0, "\(saved)")
    #expect(desk.folder.text("pier.ann")?.contains("Ida Moss") == true)
    #expect(try desk.run(commands: ["undo"]).status == 0)
    #expect(desk.folder.text("pier.ann") == "")
  }

  /// What an open shell has not saved is its own to save or to discard.
  @Test func aScriptSavesNothingOfAnOpenShell() throws {
    let desk = try Desk()
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"")
    let save = try desk.run(commands: ["list", "save"])
    #expect(save.status == 2 && save.errors.contains("[locked]"), "\(save)")
    #expect(desk.folder.text("pier.ann") == nil)
    try shell.send("quit --discard\r")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann") == nil)
  }

  @Test func aKilledScriptChangesNothing() throws {
    let desk = try Desk()
    _ = try desk.run(commands: Desk.script)
    try desk.folder.write(
      "echo begun\n"
        + String(repeating: "claim 2 stance=favor\nclaim 2 stance=against\n", count: 20_000)
        + "echo done\n", to: "long.galley")
    // What is left of the lock holds nobody up: the system lets it go with the process.
    func listing() throws -> [String] {
      try desk.folder.listing().filter { !$0.contains(".lock: ") }
    }
    let before = try listing()
    for signal in [SIGKILL, SIGINT] {
      let shell = try desk.prompt(["-f", "long.galley"])
      try shell.expect("stance=favor")
      shell.kill(signal)
      #expect(try shell.wait() == .killed(signal: signal))
      #expect(try listing() == before)
    }
    #expect(try desk.run(commands: ["claim 2"]).status == 0)
  }

  @Test func aSecondShellIsRefused() throws {
    let desk = try Desk()
    let first = try desk.prompt()
    try first.expect("pier> ")
    try first.command("speaker \"Ida Moss\"")
    let second = try desk.prompt()
    #expect(try second.wait() == .exited(2))
    #expect(second.output.contains("process \(first.processID)"), "\(second.output)")
    let script = try desk.run(commands: ["topic \"pier\""])
    #expect(script.status == 2 && script.errors.contains("process \(first.processID)"))
    // Reading always works, and sees what was done.
    #expect(try desk.run(commands: ["list"]).output == "s1  speaker  2.1  “Ida Moss”\n")
    try first.send("quit\r")
    #expect(try first.wait() == .exited(0))
    #expect(try desk.run(commands: ["topic \"pier\""]).status == 0)
  }

  @Test func discardingLeavesTheFileAsSaved() throws {
    let desk = try Desk()
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"")
    #expect(try shell.command("save").contains("saved pier.ann"))
    let saved = desk.folder.text("pier.ann")
    try shell.command("claim 2")
    try shell.send("quit --discard\r")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann") == saved)
    #expect(try desk.run(commands: ["assert count = 1"]).status == 0)
  }

  @Test(arguments: ["dumb", "xterm-256color"]) func controlKeysDoWhatHandsExpect(
    _ terminal: String
  ) throws {
    let desk = try Desk()
    let shell = try desk.prompt(environment: ["TERM": terminal, "NO_COLOR": "1"])
    let prompt = terminal == "dumb" ? "\npier> " : Desk.editedPrompt
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"", prompt: prompt)
    try shell.send("claim 2")
    try shell.send("\u{3}")
    try shell.expect(prompt)
    try shell.command("topic \"pier\"[1]", prompt: prompt)
    try shell.send("\u{4}")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann")?.contains("Claim") == false)
    #expect(desk.folder.text("pier.ann")?.split(separator: "\n").count == 2)
  }

  @Test func bulkActsAskAndPlacesArePicked() throws {
    let desk = try Desk()
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"")
    try shell.send("speaker \"Moss\"[all]\r")
    let preview = try shell.expect("numbers as 1-4,6] ")
    #expect(preview.contains("1- 2.1") && preview.contains("(inside another speaker)"))
    #expect(try shell.command("y").contains("s2  speaker  3.1"))
    try shell.send("topic \"of\"\r")
    try shell.expect("Enter for none] ")
    #expect(try shell.command("1").contains("t1  topic"))
    try shell.send("\u{4}")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann")?.split(separator: "\n").count == 3)
  }

  @Test func commandsThenThePrompt() throws {
    let desk = try Desk()
    let shell = try desk.prompt(["-c", "speaker \"Ida Moss\" as ida", "-i"])
    try shell.expect("pier> ")
    #expect(try shell.command("claim 2 by=ida").contains("c1  claim"))
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann")?.split(separator: "\n").count == 3)
  }

  @Test func narrowTerminalsAreFilledAndNoMore() throws {
    let desk = try Desk()
    let shell = try desk.prompt(
      environment: ["NO_COLOR": "1"], size: .init(columns: 40, rows: 50))
    try shell.expect("pier> ")
    let shown = try shell.command("show 2-4") + shell.command("find \"us\"") + shell.command("list")
    for line in shown.split(separator: "\r\n") where !line.contains("pier> ") {
      #expect(line.unicodeScalars.count <= 48, "\(line)")  // Joiners and accents take no column.
    }
    try shell.send("q\r")
    #expect(try shell.wait() == .exited(0))
  }

  @Test(arguments: [
    ["LANG": "C", "LC_ALL": "C"], ["TERM": "", "LANG": ""],
    ["LANG": "de_DE.UTF-8", "COLUMNS": "x"],
  ])
  func theLocaleChangesNothing(_ environment: [String: String]) throws {
    let desk = try Desk()
    let shell = try desk.prompt(environment: environment)
    try shell.expect("pier> ")
    #expect(try shell.command("speaker \"서울\"").contains("“서울”"))
    #expect(
      try shell.command("topic \"cafe\u{301} owners\"").contains("“café cafe\u{301} owners”")
        == false)
    #expect(try shell.command("list").contains("“서울”"))
    try shell.send("q\r")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann")?.contains("서울\n") == true)
    let piped = try Desk()
    let run = try piped.run([], input: "speaker \"서울\"\nlist\n", environment: environment)
    #expect(run.status == 0 && run.output.contains("“서울”"))
  }

  @Test func colourIsAskedForOrNotThere() throws {
    let desk = try Desk()
    let plain = try desk.run(commands: ["speaker \"Ida Moss\"", "list"])
    #expect(!plain.output.contains("\u{1B}"))
    let forced = try desk.run(commands: ["list"], ["--color", "always"])
    #expect(forced.output.contains("\u{1B}["))
    let shell = try desk.prompt(
      ["-c", "list"], environment: ["TERM": "xterm-256color", "NO_COLOR": "1"])
    try shell.wait()
    #expect(!shell.output.contains("\u{1B}"))
    let colored = try desk.prompt(["-c", "list"], environment: ["TERM": "xterm-256color"])
    try colored.wait()
    #expect(colored.output.contains("\u{1B}["))
  }

  @Test func settingsOfOnesOwnAreForThePromptAlone() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      at: desk.folder.url.appending(path: "home/.config/galley"), withIntermediateDirectories: true)
    try desk.folder.write("option columns 44\n", to: "home/.config/galley/rc")
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    #expect(try shell.command("option columns").contains("44"))
    try shell.send("q\r")
    try shell.wait()
    let plain = try desk.prompt(["--no-rc"])
    try plain.expect("pier> ")
    #expect(try plain.command("option columns").contains("auto"))
    let run = try desk.run(
      ["-c", "option columns"], environment: ["HOME": desk.folder.path + "/home"])
    #expect(run.output.contains("auto"))
  }

  /// Each key of a review is on the disk before the next question.
  @Test(arguments: ["dumb", "xterm-256color"]) func aKilledReviewLosesNoKey(
    _ terminal: String
  ) throws {
    let desk = try Desk()
    let shell = try desk.prompt(environment: ["TERM": terminal, "NO_COLOR": "1"])
    let question = "mark it as topic? [y,n,e,a,s,u,q,?] "
    func press(_ key: String) throws -> String {
      try shell.send(terminal == "dumb" ? key + "\r" : key)
      return try shell.expect(question)
    }
    try shell.expect("pier> ")
    try shell.send("review \"the\" as topic ref=local:the\r")
    #expect(try shell.expect(question).contains("|The| harbour board"))
    #expect(try press("y").contains("t1  topic  2.1"))
    #expect(try press("u").contains("taken back"))
    #expect(try press("y").contains("2 of 5  2.1"))
    #expect(try press("?").contains("take the last key back"))
    _ = try press("n")
    #expect(try press("y").contains("t2  topic  3.1"))
    shell.kill(SIGKILL)
    #expect(try shell.wait() == .killed(signal: SIGKILL))
    let again = try desk.prompt()
    try again.expect("restored 2 acts")
    try again.expect("pier> ")
    try again.command("assert count topic = 2")
    #expect(try again.command("undo 2").contains("taken back"))
    #expect(try again.command("list").contains("no annotations"))
  }

  @Test func aReviewIsLeftByControlKeys() throws {
    let desk = try Desk()
    let shell = try desk.prompt(
      environment: ["TERM": "xterm-256color", "NO_COLOR": "1"], size: .init(columns: 40, rows: 20))
    try shell.expect("pier> ")
    for key in ["\u{3}", "\u{4}", "q"] {
      try shell.send("review \"the\" as topic\r")
      try shell.expect("[y,n,e,a,s,u,q,?] ")
      try shell.send(key)
      #expect(try shell.expect(Desk.editedPrompt).contains("5 left"))
    }
    try shell.send("\u{4}")
    #expect(try shell.wait() == .exited(0))
  }

  /// What another program wrote to the file is merged with what was done here.
  @Test func aFileChangedByOthersIsMerged() throws {
    let desk = try Desk()
    let shell = try desk.prompt(size: .init(columns: 200, rows: 24))
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"")
    try shell.command("save")
    let saved = try #require(desk.folder.text("pier.ann"))
    try desk.folder.write(saved + "T7\tTopic 22 29\tharbour\n", to: "pier.ann")
    try shell.command("topic \"sea\"")
    let merged = try shell.command("save")
    #expect(merged.contains("nothing is in conflict") && merged.contains("[merged-on-saving]"))
    let both = try #require(desk.folder.text("pier.ann"))
    #expect(both.contains("\tharbour\n") && both.contains("\tsea\n"))
    // Both call the speaker something else.
    try desk.folder.write(both.replacing("\tSpeaker ", with: "\tTopic "), to: "pier.ann")
    try shell.command("relabel s1 Quote")
    #expect(try shell.command("save").contains("1 conflict is left"))
    #expect(try shell.command("conflicts").contains("  ours    quote  “Ida Moss”"))
    #expect(try shell.command("undo").contains("# merged with pier.ann as another program"))
    #expect(try shell.command("conflicts").contains("nothing is in conflict"))
    try shell.command("redo")
    try shell.command("resolve 1 ours")
    #expect(try shell.command("history --script").contains("2 acts are what another program did"))
    try shell.send("\u{4}")
    #expect(try shell.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann")?.contains("Conflict") == false)
    #expect(desk.folder.text("pier.decisions")?.contains("=> ours # 20") == true)
    // Who leaves is told too.
    let next = try desk.prompt(size: .init(columns: 200, rows: 24))
    try next.expect("pier> ")
    try next.command("untag q1")
    let now = try #require(desk.folder.text("pier.ann"))
    try desk.folder.write(now.replacing("\tQuote ", with: "\tClaim "), to: "pier.ann")
    try next.send("\u{4}")
    try next.expect("1 conflict is left")
    #expect(try next.wait() == .exited(0))
  }

  /// A file that now is on something else is left alone, and so is what was done here.
  @Test func aFileThatCannotBeMergedLosesNeitherSide() throws {
    let desk = try Desk()
    let shell = try desk.prompt(size: .init(columns: 200, rows: 24))
    try shell.expect("pier> ")
    try shell.command("speaker \"Ida Moss\"")
    try shell.command("save")
    let theirs = try #require(desk.folder.text("pier.ann")).replacing("Ida Moss", with: "Ada Mill")
    try desk.folder.write(theirs, to: "pier.ann")
    try shell.command("topic \"pier\"[1]")
    let refused = try shell.command("save")
    #expect(refused.contains("pier.ann.unsaved") && refused.contains("[changed-on-disk]"))
    #expect(refused.contains("`help changed-on-disk`"))
    #expect(try shell.command("quit").contains("[changed-on-disk]"))
    #expect(desk.folder.text("pier.ann") == theirs)
    let ours = try #require(desk.folder.text("pier.ann.unsaved"))
    #expect(ours.contains("\tTopic ") && ours.contains("Ida Moss"))
    // Moved over the other it is what is saved.
    try desk.folder.write(ours, to: "pier.ann")
    #expect(try shell.command("save").contains("saved pier.ann"))
    try desk.folder.write(theirs, to: "pier.ann")
    try shell.command("topic \"sea\"")
    try shell.send("\u{4}")
    #expect(try shell.wait() == .exited(2))
    #expect(desk.folder.text("pier.ann") == theirs)
    // The next shell goes on from what was not saved.
    let next = try desk.prompt(size: .init(columns: 200, rows: 24))
    #expect(try next.expect("pier> ").contains("[foreign-change]"))
    #expect(try next.command("info t2").contains("sea"))
    try next.send("quit --discard\r")
    #expect(try next.wait() == .exited(0))
    #expect(desk.folder.text("pier.ann") == theirs)
  }

  @Test func theFirstStartSaysMoreThanTheNext() throws {
    let desk = try Desk()
    func greeting() throws -> String {
      let shell = try desk.prompt(environment: ["TERM": "xterm-256color", "NO_COLOR": "1"])
      let greeting = try shell.expect(Desk.editedPrompt)
      try shell.send("help claim\r")
      try shell.expect(Desk.editedPrompt)
      try shell.send("\u{4}")
      try shell.wait()
      return greeting
    }
    let first = try greeting()
    #expect(first.contains("`undo` takes anything back") && first.contains("Tab offers the words"))
    let second = try greeting()
    #expect(!second.contains("`undo`") && second.contains("s speaker"))
    #expect(second.count < first.count)
  }
}
