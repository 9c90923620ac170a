import Foundation
import TestSupport
import Testing

/// Which files a shell reads and writes, and what it says of those it cannot use.
@Suite struct FileChoiceTests {
  @Test func theAnnotatorNamesTheFile() throws {
    let desk = try Desk()
    _ = try desk.run(["-c", "speaker \"Ida Moss\"", "--annotator", "ines"])
    _ = try desk.run(
      ["-c", "topic \"pier\""], environment: ["GALLEY_ANNOTATOR": "jo_2"])
    _ = try desk.run(
      ["-c", "topic 1", "--annotator", "ines"], environment: ["GALLEY_ANNOTATOR": "jo_2"])
    #expect(desk.folder.text("pier.ines.ann")?.split(separator: "\n").count == 2)
    #expect(desk.folder.text("pier.jo_2.ann")?.contains("Topic") == true)
    #expect(desk.folder.text("pier.ann") == nil)
    let run = try desk.run(["-c", "status"], environment: ["GALLEY_ANNOTATOR": "../x"])
    #expect(run.status != 0)
    #expect(run.errors.contains("../x"), "\(run.errors)")
    let json = try desk.run(
      ["-c", "list", "--annotator", "ines", "--format", "json"])
    #expect(json.output.contains("\"annotators\":[\"ines\"]"))
  }

  @Test func intoNamesTheFile() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      at: desk.folder.url.appending(path: "out"), withIntermediateDirectories: true)
    let run = try desk.run(["-c", "speaker \"Ida Moss\"", "--into", "out/gold.ann"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(desk.folder.text("out/gold.ann")?.contains("Speaker") == true)
    #expect(desk.folder.text("pier.ann") == nil)
    let missing = try desk.run(["-c", "speaker \"Ida Moss\"", "--into", "nowhere/gold.ann"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("nowhere"), "\(missing.errors)")
  }

  /// Under no name are annotations written to the article, or to what is no standoff file.
  @Test func intoNamesNoOtherFile() throws {
    let desk = try Desk()
    let folder = desk.folder
    let text = folder.text("pier.txt")
    try folder.write("labels: []\n", to: "own.yaml")
    for (link, name) in [("soft.ann", "symbolic"), ("hard.ann", "hard")] {
      let (from, to) = (folder.path + "/pier.txt", folder.path + "/" + link)
      if name == "hard" {
        try FileManager.default.linkItem(atPath: from, toPath: to)
      } else {
        try FileManager.default.createSymbolicLink(atPath: to, withDestinationPath: from)
      }
      let run = try desk.run(["-c", "topic 1", "--into", link])
      #expect(run.status == 2 && run.errors.contains("[not-an-article]"), "\(name): \(run)")
    }
    for into in ["own.yaml", "other.txt", "gold"] {
      let run = try desk.run(["-c", "topic 1", "--into", into])
      #expect(run.status == 2 && run.errors.contains("[misnamed-standoff]"), "\(into): \(run)")
    }
    #expect(folder.text("pier.txt") == text && folder.text("own.yaml") == "labels: []\n")
    #expect(folder.text("other.txt") == nil && folder.text("gold") == nil)
  }

  @Test func theSchemaIsFoundOrNamed() throws {
    let desk = try Desk()
    let schema = "schema: own\nlabels:\n  Harm:\n    key: h\n"
    try desk.folder.write(schema, to: "own.yaml")
    #expect(try desk.run(["-c", "harm \"storms\"", "--schema", "own.yaml"]).status == 0)
    #expect(try desk.run(["-c", "harm \"storms\""]).status == 2)
    try desk.folder.write(schema, to: "galley.yaml")
    #expect(try desk.run(["-c", "harm \"winters\""]).status == 0)
    #expect(try desk.run(["-c", "speaker \"Ida Moss\""]).status == 2)
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: "galley.yaml"))
    try desk.folder.write(
      "[entities]\nPerson\nOrg\n[relations]\n[events]\n[attributes]\nNegated\tArg:Person\n",
      to: "annotation.conf")
    let brat = try desk.run(["-c", "person \"Ida Moss\" negated=yes", "-c", "list $"])
    #expect(brat.status == 0, "\(brat.errors)")
    #expect(brat.output.contains("Negated=yes"), "\(brat.output)")
    let named = try desk.run(["-c", "org \"Ida Moss\"", "--schema", "annotation.conf"])
    #expect(named.status == 0, "\(named.errors)")
  }

  @Test func aBrokenSchemaIsNamedWithItsPlace() throws {
    let desk = try Desk()
    try desk.folder.write(
      "schema: own\nlabels:\n  Harm:\n    kay: h\n", to: "galley.yaml")
    let before = try desk.folder.listing()
    let run = try desk.run(["-c", "speaker \"Ida Moss\""])
    #expect(run.status == 2)
    #expect(run.errors.contains("galley.yaml:4:5: error: "), "\(run.errors)")
    #expect(run.errors.contains("key"), "\(run.errors)")
    try desk.folder.write("schema: [", to: "bad.yaml")
    let bad = try desk.run(["-c", "status", "--schema", "bad.yaml"])
    #expect(bad.status == 2 && bad.errors.contains("bad.yaml:"), "\(bad.errors)")
    let missing = try desk.run(["-c", "status", "--schema", "none.yaml"])
    #expect(missing.status == 2 && missing.errors.contains("none.yaml"), "\(missing.errors)")
    try FileManager.default.removeItem(at: desk.folder.url.appending(path: "bad.yaml"))
    #expect(try desk.folder.listing() == before)
  }

  @Test(arguments: [
    ("missing.txt", "no-such-file"), ("pierr.txt", "pier.txt"), ("folder", "is-a-folder"),
    ("pipe", "not-a-regular-file"), ("/dev/null", "not-a-regular-file"),
    ("latin.txt", "invalid-utf-8"),
    ("latin.txt", "latin.txt:2"), ("huge.txt", "large"), ("no/such/folder.txt", "no-such-file"),
  ])
  func anArticleThatCannotBeRead(_ path: String, _ hint: String) throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      at: desk.folder.url.appending(path: "folder"), withIntermediateDirectories: true)
    mkfifo(desk.folder.path + "/pipe", 0o644)
    try Data("one\ntw\u{FC}".unicodeScalars.map { UInt8($0.value) })
      .write(to: desk.folder.url.appending(path: "latin.txt"))
    let huge = desk.folder.path + "/huge.txt"
    try Data().write(to: URL(filePath: huge))
    #expect(truncate(huge, (2 << 30) + 1) == 0)
    let run = try desk.run(["-c", "status"], on: path)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error: ") && run.errors.contains(hint), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count <= 4, "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path + "/.galley"))
  }

  @Test(.enabled(if: getuid() != 0)) func anArticleWithoutPermission() throws {
    let desk = try Desk()
    chmod(desk.folder.path + "/pier.txt", 0)
    let run = try desk.run(["-c", "status"])
    #expect(run.status == 2 && run.errors.contains("[no-permission]"), "\(run.errors)")
  }

  @Test func anEmptyArticleIsOne() throws {
    for text in ["", "\u{FEFF}", "\n\n", " \r\n"] {
      let desk = try Desk(MarkedText(text))
      let run = try desk.run(commands: ["status", "show", "list", "next", "stats", "validate"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(try desk.run(commands: ["claim 1"]).status == 2)
      #expect(try desk.run(commands: ["claim article"]).status != 139)
      #expect(try desk.run(commands: ["find \"a\""]).status == 2)
      #expect(desk.folder.text("pier.txt") == text)
    }
  }

  @Test func theGoodLinesOfABadFileServe() throws {
    let desk = try Desk()
    let ida = try #require(desk.article["ida"])
    let bad =
      "nonsense\nT2\tSpeaker 99999999999999999999 4\tx\nR1\tby Arg1:T1\n\nT3 Speaker 0 1 x\n"
    try desk.folder.write(
      "T1\tSpeaker \(ida.lower) \(ida.upper)\tIda Moss\n" + bad, to: "pier.ann")
    let list = try desk.run(commands: ["list"])
    #expect(list.status == 0 && list.output == "s1  speaker  2.1  “Ida Moss”\n", "\(list)")
    let run = try desk.run(commands: ["claim 3.1 by=T1"])
    #expect(run.status == 0, "\(run.errors)")
    let text = try #require(desk.folder.text("pier.ann"))
    #expect(text.contains("attributedTo Arg1:") && text.contains("Arg2:T1\n"))
    for line in bad.split(separator: "\n") { #expect(text.contains(line + "\n")) }
    let checked = try desk.run(["validate", "pier.ann"], on: nil)
    #expect(checked.status == 1)
    for line in 1...9
    where text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(line - 1).first?.hasPrefix("nonsense") == true
    {
      #expect(checked.output.contains("pier.ann:\(line):1: error: "), "\(checked.output)")
    }
    let json = try desk.run(["validate", "pier.ann", "--format", "json"], on: nil)
    #expect(json.status == 1 && json.errors.isEmpty)
    #expect(json.output.split(separator: "\n").count >= 4)
    for line in json.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["file"] as? String == "pier.ann")
      #expect(object?["line"] is Int && object?["name"] is String, "\(line)")
    }
  }

  @Test func aStandoffFileThatIsNoFile() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      at: desk.folder.url.appending(path: "pier.ann"), withIntermediateDirectories: true)
    let run = try desk.run(commands: ["list"])
    #expect(run.status == 2 && run.errors.contains("[is-a-folder]"), "\(run.errors)")
    let missing = try desk.run(["validate", "nowhere.ann"], on: nil)
    #expect(missing.status == 2)
  }
}
