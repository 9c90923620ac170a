import Foundation
import TestSupport
import Testing

/// The same commands make the same bytes, whichever door they come through.
@Suite struct DoorTests {
  @Test func everyDoorMakesTheSameFile() throws {
    let desk = try Desk()
    let lines = Desk.script.map { $0 + "\n" }.joined()
    let commands = try desk.run(commands: Desk.script + ["list"])
    #expect(commands.status == 0, "\(commands.errors)")
    let made = try #require(desk.folder.text("pier.ann"))
    #expect(commands.output.split(separator: "\n").count == 4)
    for (label, words) in [
      ("Speaker", desk.article["ida"]), ("Claim", desk.article["claim"]),
      ("Quote", desk.article["only"]), ("Topic", desk.article["ferry"]),
    ] {
      let range = try #require(words)
      let text = String(
        String.UnicodeScalarView(
          Array(desk.article.text.unicodeScalars)[range.lower..<range.upper]))
      #expect(made.contains("\t\(label) \(range.lower) \(range.upper)\t\(text)\n"))
    }

    let piped = try Desk()
    #expect(try piped.run([], input: lines + "list\n").output == commands.output)
    #expect(piped.folder.text("pier.ann") == made)

    let turned = try Desk()
    #expect(try turned.run(["-f", "-", "-c", "list"], input: lines).output == commands.output)
    #expect(turned.folder.text("pier.ann") == made)

    let filed = try Desk()
    try filed.folder.write("# a script\n" + lines + "list\n", to: "acts.galley")
    #expect(try filed.run(["-f", "acts.galley"]).output == commands.output)
    #expect(filed.folder.text("pier.ann") == made)

    for terminal in ["dumb", "xterm-256color"] {
      let typed = try Desk()
      let shell = try typed.prompt(environment: ["TERM": terminal, "NO_COLOR": "1"])
      try shell.expect("pier> ")
      for line in Desk.script {
        try shell.command(line, prompt: terminal == "dumb" ? "\npier> " : Desk.editedPrompt)
      }
      try shell.send("quit\r")
      #expect(try shell.wait() == .exited(0))
      #expect(typed.folder.text("pier.ann") == made, "\(terminal)")
      #expect(typed.folder.text("pier.txt") == desk.folder.text("pier.txt"))
    }
    #expect(desk.folder.text("pier.txt") == desk.article.text)
    let checked = try desk.run(["validate", "pier.ann"], on: nil)
    #expect(checked == ProcessRun(status: 0, output: "", errors: ""))
  }

  @Test func instructionsRunInTheOrderGiven() throws {
    let desk = try Desk()
    try desk.folder.write("echo two\n", to: "two.galley")
    let run = try desk.run(["-c", "echo one", "-f", "two.galley", "-c", "echo three; echo four"])
    #expect(run == ProcessRun(status: 0, output: "one\ntwo\nthree\nfour\n", errors: ""))
  }

  @Test func nothingButDataIsOnStandardOutput() throws {
    let desk = try Desk()
    let run = try desk.run(commands: ["speaker \"Ida Moss\"", "undo", "save", "option pager"])
    #expect(run.output == "pager     on\n")
    #expect(run.errors.contains("s1  speaker  2.1  “Ida Moss”\n"))
    let json = try desk.run(
      ["--format", "json", "-c", "speaker \"Ida Moss\"", "-c", "find \"Moss\"", "-c", "nonsense"])
    #expect(json.status == 2)
    for line in json.output.split(separator: "\n") {
      #expect(throws: Never.self, "\(line)") {
        try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
    #expect(json.output.split(separator: "\n").count == 5)
    #expect(json.output.hasSuffix("\"fix\":null}}\n") == false)
    #expect(
      json.output.contains("\"command\":\"nonsense\",\"ok\":false,\"error\":{\"file\":\"-c 3\""))
  }

  @Test func aScriptMayBeAnythingThatPeopleSave() throws {
    let desk = try Desk()
    try desk.folder.write(
      "\u{FEFF}speaker \"Ida Moss\" \\\r\n  kind=person\r\n\r\n# a comment\r\nlist",
      to: "dos.galley")
    let run = try desk.run(["-f", "dos.galley"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "s1  speaker  2.1  “Ida Moss”  kind=person\n")
    try desk.folder.write("", to: "empty.galley")
    #expect(try desk.run(["-f", "empty.galley"]) == ProcessRun(status: 0, output: "", errors: ""))
    #expect(try desk.run([]) == ProcessRun(status: 0, output: "", errors: ""))
  }

  @Test func aScriptThatCannotBeReadIsNamed() throws {
    let desk = try Desk()
    let before = try desk.folder.listing()
    for (name, error) in [("missing.galley", "no-such-file"), (".", "is-a-folder")] {
      let run = try desk.run(["-c", "speaker \"Ida Moss\"", "-f", name])
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("[\(error)]"), "\(run.errors)")
    }
    try Data([0x65, 0xFF, 0x0A]).write(to: desk.folder.url.appending(path: "latin.galley"))
    let run = try desk.run(["-f", "latin.galley"])
    #expect(run.status == 2)
    #expect(run.errors.contains("latin.galley") && run.errors.contains("[invalid-utf-8]"))
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: "latin.galley"))
    #expect(try desk.folder.listing() == before)
  }

  @Test func aShellWithNothingOpenOpensArticles() throws {
    let desk = try Desk()
    let run = try desk.run(
      [], input: "status\nopen pier.txt\nspeaker \"Ida Moss\"\nlist\n", on: nil)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("s1  speaker  2.1  “Ida Moss”\n"))
    #expect(desk.folder.text("pier.ann")?.contains("\tSpeaker ") == true)
  }
}
