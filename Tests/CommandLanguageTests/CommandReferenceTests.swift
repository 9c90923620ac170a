import CommandLanguage
import Foundation
import Testing

@Suite struct CommandReferenceTests {
  /// The page is written by `.ci/reference`, which runs this test with `GALLEY_REWRITE` set.
  @Test func thePageIsWhatTheManualsSay() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "Docs/Reference/Commands.md")
    if ProcessInfo.processInfo.environment["GALLEY_REWRITE"] != nil {
      try Data(CommandReference.markdown.utf8).write(to: page)
    }
    let committed = try String(contentsOf: page, encoding: .utf8)
    #expect(committed == CommandReference.markdown, "run .ci/reference")
  }

  @Test func everyCommandHasItsSection() {
    let lines = Set(CommandReference.markdown.split(separator: "\n").map(String.init))
    for verb in CommandCatalogue.verbs { #expect(lines.contains("### " + verb)) }
  }

  @Test func whatAPageRefersToIsThere() {
    for manual in CommandCatalogue.manuals {
      for verb in manual.related {
        #expect(CommandCatalogue.command(verb) != nil, "\(manual.verb)")
      }
      #expect(manual.examples.count >= 2, "\(manual.verb)")
      #expect(!manual.summary.hasSuffix("."), "\(manual.verb)")
    }
  }
}
