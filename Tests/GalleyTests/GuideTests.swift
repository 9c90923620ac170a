import Foundation
import TestSupport
import Testing

/// What the pages say a session prints, it prints.
@Suite("Sessions in the documentation") struct GuideTests {
  /// The pages with sessions, each typed into a terminal of its own, in a folder of the samples.
  static let pages =
    (["README.md", "Sources/Standoff/Standoff.docc/Standoff.md"]
    + Repository.files(below: "Docs", ending: ".md"))
    .filter { ((try? Repository.text($0)) ?? "").contains("```galley\n") }

  @Test(arguments: pages) func printsWhatThePageSays(_ page: String) throws {
    let session = GuideSession(page: try Repository.text(page))
    try #require(!session.steps.isEmpty)
    let folder = try WorkingFolder()
    try folder.copy("Annotations/ferry/ferry.txt")
    try folder.copy("Annotations/lanterns/lanterns.txt", to: "lanterns/lanterns.txt")
    for name in ["bridge.txt", "galley.yaml"] {
      try folder.copy("Annotations/bridge/" + name, to: "bridge/" + name)
    }
    let built = builtProduct("galley")
    let terminal = try PseudoTerminal(
      spawning: "/bin/sh", arguments: ["-c", "cd '\(folder.url.path())' && exec /bin/sh -i"],
      environment: [
        "TERM": "dumb", "PS1": "$ ", "HOME": folder.url.path(), "SWIFT_BACKTRACE": "enable=no",
        "PATH": (built as NSString).deletingLastPathComponent + ":/usr/local/bin:/usr/bin:/bin",
      ])
    try terminal.expect("$ ")
    var prompt = "$ "
    for (index, step) in session.steps.enumerated() {
      try #require(step.prompt == prompt, "\(page):\(step.line): the shell waits at `\(prompt)`")
      prompt = Self.prompt(after: step, before: session.steps[(index + 1)...].first)
      try terminal.send(step.typed == "^\\" ? "\u{1C}" : step.typed + "\n")
      let lines = try Self.lines(printedFor: step, until: prompt, terminal, in: page)
      #expect(
        step.allows(lines),
        "\(page):\(step.line): after `\(step.typed)` the shell prints:\n\(lines.joined(separator: "\n"))"
      )
    }
  }

  /// The prompt that a step leads to: that of the next one, or at the end what must come.
  private static func prompt(after step: GuideSession.Step, before next: GuideSession.Step?)
    -> String
  {
    if let next { return next.prompt }
    return ["quit", "quit --discard", "q"].contains(step.typed) ? "$ " : step.prompt
  }

  /// What is printed between the line that is typed and the next prompt.
  private static func lines(
    printedFor step: GuideSession.Step, until prompt: String, _ terminal: PseudoTerminal,
    in page: String
  ) throws -> [String] {
    let read: String
    do {
      read = try terminal.expect("\n" + prompt, timeout: .seconds(20))
    } catch {
      Issue.record("\(page):\(step.line): `\(prompt)` does not come: \(terminal.unread)")
      throw error
    }
    let text = read.dropLast(prompt.count).replacing("\r\n", with: "\n").replacing("\r", with: "")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Array(lines.dropFirst().dropLast())
  }
}
