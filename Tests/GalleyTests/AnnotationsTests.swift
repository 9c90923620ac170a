import Foundation
import TestSupport
import Testing

/// `Annotations/` is a project like any other: what its scripts make is what stands beside them.
@Suite("The sample project") struct AnnotationsTests {
  /// A script of the project: `ferry/ferry.ines.galley`.
  struct Script: Sendable, CustomTestStringConvertible {
    /// Its path below `Annotations/`, without `.galley`.
    var path: String

    /// The folder it stands in.
    var folder: String { String(path.split(separator: "/")[0]) }
    /// Article and annotator: `ferry.ines`.
    var name: String { String(path.split(separator: "/")[1]) }
    /// The article's name.
    var article: String { String(name.split(separator: ".")[0]) + ".txt" }
    /// The annotator.
    var annotator: String { String(name.split(separator: ".")[1]) }
    var testDescription: String { path }
  }

  static let scripts = Repository.files(below: "Annotations", ending: ".galley")
    .map { Script(path: String($0.dropFirst("Annotations/".count).dropLast(".galley".count))) }

  @Test func everyArticleHasTwoAnnotators() {
    let articles = Dictionary(grouping: Self.scripts, by: \.article)
    #expect(articles.count >= 3)
    #expect(articles.values.allSatisfy { $0.count >= 2 })
  }

  @Test(arguments: scripts) func aScriptMakesTheFileBesideIt(_ script: Script) throws {
    let folder = try Self.folder(for: script)
    let committed = try Data(
      contentsOf: Repository.root.appending(path: "Annotations/\(script.path).ann"))
    let article = try folder.bytes(script.article)
    for _ in 1...2 {
      let run = try Self.run(script, with: ["-f", script.name + ".galley"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try folder.bytes(script.name + ".ann") == committed)
      #expect(try folder.bytes(script.article) == article)
      try FileManager.default.removeItem(at: folder.url.appending(path: script.name + ".ann"))
      try FileManager.default.removeItem(at: folder.url.appending(path: ".galley"))
    }
  }

  @Test(arguments: scripts) func theHistoryMakesItAgain(_ script: Script) throws {
    let folder = try Self.folder(for: script)
    _ = try Self.run(script, with: ["-f", script.name + ".galley"], in: folder)
    let history = try Self.run(script, with: ["-c", "history --script"], in: folder)
    #expect(history.status == 0, "\(history.errors)")
    let fresh = try Self.folder(for: script)
    try fresh.write(history.output, to: "acts.galley")
    let run = try Self.run(script, with: ["-f", "acts.galley"], in: fresh)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try fresh.bytes(script.name + ".ann") == folder.bytes(script.name + ".ann"))
  }

  @Test(arguments: scripts) func theFileIsSound(_ script: Script) throws {
    let folder = try Self.folder(for: script)
    try folder.copy("Annotations/\(script.path).ann")
    let run = try ProcessRun("galley", ["validate", script.name + ".ann"], in: folder)
    #expect(run == ProcessRun(status: 0, output: "", errors: ""))
  }

  @Test func nothingHiddenIsCommitted() throws {
    #expect(Repository.files(below: "Annotations", ending: ".journal").isEmpty)
  }

  private static func folder(for script: Script) throws -> WorkingFolder {
    let folder = try WorkingFolder()
    try folder.copy("Annotations/\(script.folder)/\(script.article)")
    try folder.copy("Annotations/\(script.path).galley")
    let schema = "Annotations/\(script.folder)/galley.yaml"
    if FileManager.default.fileExists(atPath: Repository.root.appending(path: schema).path()) {
      try folder.copy(schema)
    }
    return folder
  }

  private static func run(
    _ script: Script, with arguments: [String], in folder: WorkingFolder
  ) throws -> ProcessRun {
    try ProcessRun(
      "galley", [script.article, "--annotator", script.annotator] + arguments, in: folder)
  }
}
