import Foundation
import Testing

@testable import CommandLanguage

/// Every conversation of `Tests/Transcripts`, to the letter.
///
/// With `GALLEY_REWRITE` set, as `.ci/reference` does, what is said now is written into the files; read
/// the difference before it is kept.
@Suite struct TranscriptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Transcripts")
  private static let rewrites = ProcessInfo.processInfo.environment["GALLEY_REWRITE"] != nil

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  private static func text(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  @Test(arguments: names) func saysWhatTheTranscriptSays(_ name: String) throws {
    let text = try Self.text(name)
    let said = try TranscriptDesk().play(Transcript(text))
    if Self.rewrites {
      try Data((said.joined(separator: "\n") + "\n").utf8)
        .write(to: Self.folder.appending(path: name))
      return
    }
    let written = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).dropLast()
    for (index, pair) in zip(written, said).enumerated() {
      let isSame = pair.0.utf8.elementsEqual(pair.1.utf8)
      try #require(
        isSame,
        "\(name):\(index + 1) says\n  \(pair.1)\nnot\n  \(pair.0)")
    }
    #expect(said.count == written.count, "\(name) has another length")
  }

  @Test func everyVerbIsSpokenAtBothDoors() throws {
    for door in ["prompt", "script"] {
      var spoken: Set<String> = []
      for name in Self.names {
        let text = try Self.text(name)
        guard text.contains("% door script") == (door == "script") || text.contains("% door prompt")
        else { continue }
        spoken.formUnion(
          Transcript(text).commands.flatMap { $0.split(separator: "; ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) })
      }
      for verb in CommandCatalogue.verbs {
        #expect(spoken.contains(verb), "no transcript says \(verb) at the \(door)")
      }
    }
  }

  /// Every name of an error that this module declares is met in some transcript.
  @Test func everyErrorIsMet() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CommandLanguage")
    let transcripts = try Self.names.map(Self.text).joined()
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var names: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
      for match in text.matches(of: /DiagnosticName\("([a-z0-9-]+)"\)/) {
        names.insert(String(match.1))
      }
    }
    #expect(names.count > 20)
    for name in names.sorted() {
      #expect(
        transcripts.contains("[\(name)]") || transcripts.contains("\"name\":\"\(name)\""),
        "no transcript meets \(name)")
    }
  }
}
