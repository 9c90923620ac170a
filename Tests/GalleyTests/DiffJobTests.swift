import Foundation
import TestSupport
import Testing

/// `galley diff`, as a person runs it.
@Suite struct DiffJobTests {
  private let desk: Desk
  private let ida = "T1000001\tSpeaker 0 8\tIda Moss\n"

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    try desk.folder.write(
      ida + "A1000001\tkind T1000001 person\nT1000002\tTopic 18 22\tpier\n", to: "pier.ida.ann")
    try desk.folder.write(
      ida
        + "A1000001\tkind T1000001 group\nT1000002\tTopic 14 22\tthe pier\nT1000003\tTopic 23 29\tcloses\n",
      to: "pier.tom.ann")
  }

  private func diff(_ arguments: String...) throws -> ProcessRun {
    try desk.run(["diff"] + arguments, on: nil)
  }

  @Test func changesAreToldInWords() throws {
    let lines = """
      ~ speaker  1.1  “Ida Moss”  kind person → group
      ~ topic  1.1  “the pier”  words “pier” → “the pier”
      + topic  1.1  “closes”

      """
    #expect(
      try diff("pier.ida.ann", "pier.tom.ann") == ProcessRun(status: 1, output: lines, errors: ""))
    #expect(
      try diff("pier.ida.ann", "pier.ida.ann") == ProcessRun(status: 0, output: "", errors: ""))
  }

  /// As in `galley diff <(git show main:pier.ann) pier.ann`.
  @Test func aPipeIsRead() throws {
    let run = try ProcessRun(
      shell: "cat pier.ida.ann | '\(builtProduct("galley"))' diff /dev/stdin pier.tom.ann",
      in: desk.folder)
    #expect(run.status == 1 && run.output.contains("kind person → group"), "\(run)")
  }

  @Test func programsGetAnObjectADifference() throws {
    let lines = #"""
      {"change":"changed","label":"Speaker","id":"T1000001","ranges":[[0,8]],"text":"Ida Moss","fields":{"kind":["person","group"]}}
      {"change":"changed","label":"Topic","id":"T1000002","ranges":[[14,22]],"text":"the pier","fields":{"ranges":[[[18,22]],[[14,22]]]}}
      {"change":"added","label":"Topic","id":"T1000003","ranges":[[23,29]],"text":"closes"}

      """#
    #expect(
      try diff("pier.ida.ann", "pier.tom.ann", "--format", "json")
        == ProcessRun(status: 1, output: lines, errors: ""))
  }

  @Test func theShellComparesWithWhatIsOpen() throws {
    let run = try desk.run(
      commands: ["untag where topic", "diff pier.tom.ann"], ["--annotator", "ida", "--dry-run"])
    #expect(
      run.output == """
        ~ speaker  1.1  “Ida Moss”  kind person → group
        + topic  1.1  “the pier”
        + topic  1.1  “closes”

        """)
    #expect(run.status == 1)
    let json = try desk.run(
      commands: ["diff pier.tom.ann"], ["--annotator", "ida", "--format", "json"])
    #expect(json.output.contains(#"{"change":"added","label":"Topic","id":"T1000003""#))
    #expect(json.output.hasSuffix("{\"command\":\"diff\",\"ok\":true,\"differences\":3}\n"))
    let none = try desk.run(commands: ["diff pier.ida.ann"], ["--annotator", "ida"])
    #expect(none == ProcessRun(status: 0, output: "", errors: ""))
    #expect(try desk.run(commands: ["diff gone.ann"]).errors.contains("[no-such-file]"))
  }

  @Test func foldersAreComparedFileByFile() throws {
    for name in ["a/x", "b"] {
      try FileManager.default.createDirectory(
        at: desk.folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    try desk.folder.write(ida, to: "a/pier.ann")
    try desk.folder.write(ida, to: "a/x/pier.ann")
    try desk.folder.write("", to: "b/pier.ann")
    try desk.folder.write("Ida Moss\n", to: "b/pier.txt")
    try desk.folder.write("Ida Moss\n", to: "a/pier.txt")
    let run = try diff("a", "b")
    #expect(
      run
        == ProcessRun(
          status: 1,
          output:
            "b/pier.ann\n- speaker  1.1  “Ida Moss”\na/x/pier.ann\n- speaker  1.1  “Ida Moss”\n",
          errors: ""))
  }

  @Test func foldersWithoutStandoffFilesAreSaid() throws {
    try FileManager.default.createDirectory(
      at: desk.folder.url.appending(path: "empty"), withIntermediateDirectories: true)
    for arguments in [
      ["diff", "empty", "empty"], ["stats", "empty"], ["format", "empty"], ["agree", "empty"],
      ["reanchor", "empty"], ["merge", "empty", "-o", "gold"],
    ] {
      let run = try desk.run(arguments, on: nil)
      #expect(run.status == 2 && run.errors.contains("[no-standoff-file]"), "\(arguments) \(run)")
    }
    let found = try desk.run(["validate", "empty"], on: nil)
    #expect(found.status == 1 && found.output.contains("[no-standoff-file]"), "\(found)")
  }

  @Test func somethingElseThanAnnotationsIsRefused() throws {
    let run = try diff("pier.ida.ann", "pier.txt")
    #expect(run.status == 2 && run.output.isEmpty, "\(run)")
    #expect(run.errors.contains("pier.txt is no standoff file"), "\(run)")
    for command in ["diff pier.txt", "agree pier.txt"] {
      let shell = try desk.run(commands: [command])
      #expect(shell.status == 2 && shell.errors.contains("[not-a-standoff-file]"), "\(shell)")
    }
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    try desk.folder.write("Another text.\n", to: "other.txt")
    try desk.folder.write(ida, to: "other.ann")
    try desk.folder.write(ida, to: "lone.ann")
    #expect(try diff("pier.ida.ann", "other.ann").errors.contains("[different-articles]"))
    #expect(try diff("lone.ann", "lone.ann").errors.contains("[missing-article]"))
    #expect(
      try diff("lone.ann", "gone.ann", "--text", "pier.txt").errors.contains("[no-such-file]"))
    #expect(try diff("pier.ida.ann", ".").errors.contains("[is-a-folder]"))
    let gone = try diff(".", "nope").errors
    #expect(gone.hasPrefix("nope: error: there is no file or folder nope ["), "\(gone)")
    #expect(try diff("lone.ann", "pier.ida.ann", "--text", "pier.txt").status == 1)
  }
}
