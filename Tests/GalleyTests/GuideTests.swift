import Foundation
import TestSupport
import Testing

/// What the pages say a session prints, it prints.
@Suite("Sessions in the documentation") struct GuideTests {
  /// The pages with sessions, each typed into a terminal of its own, in a folder of the samples.
  static let pages =
    (["README.md"] + Repository.files(below: "Docs", ending: ".md"))
    .filter { ((try? Repository.text($0)) ?? "").contains("```galley\n") }

  /// With `GALLEY_REWRITE` set, as `.ci/reference` does, the page gets what is printed.
  @Test(arguments: pages) func printsWhatThePageSays(_ page: String) throws {
    let text = try Repository.text(page)
    var session = GuideSession(page: text)
    try #require(!session.steps.isEmpty)
    let folder = try Self.folder(for: page)
    let terminal = try Self.terminal(in: folder)
    var prompt = try #require(session.steps.first?.prompt)
    try terminal.expect(prompt)
    for index in session.steps.indices {
      let step = session.steps[index]
      let place = "\(page):\(step.line)"
      try #require(step.prompt == prompt, "\(place): the shell waits at `\(prompt)`")
      prompt = session.prompt(afterStep: index)
      try terminal.send(step.typed == "^\\" ? "\u{1C}" : step.typed + "\n")
      let lines = try Self.lines(printedUntil: prompt, terminal, at: place)
      guard !step.allows(lines) else { continue }
      if Self.rewrites {
        session.steps[index].update(to: lines)
      } else {
        let printed = lines.joined(separator: "\n")
        Issue.record("\(place): after `\(step.typed)` the shell prints:\n\(printed)")
      }
    }
    if Self.rewrites {
      let rewritten = session.rewritten(page: text)
      try Data(rewritten.utf8).write(to: Repository.root.appending(path: page))
    }
  }

  private static let rewrites = ProcessInfo.processInfo.environment["GALLEY_REWRITE"] != nil

  /// A folder with the articles of the samples, and for the page on merging the annotators' files.
  private static func folder(for page: String) throws -> WorkingFolder {
    let folder = try WorkingFolder()
    try folder.copy("Annotations/ferry/ferry.txt")
    try folder.copy("Annotations/ferry/ferry-2.txt", to: "second/ferry.txt")
    try folder.copy("Annotations/lanterns/lanterns.txt", to: "lanterns/lanterns.txt")
    for name in ["bridge.txt", "galley.yaml"] {
      try folder.copy("Annotations/bridge/" + name, to: "bridge/" + name)
    }
    switch page.split(separator: "/").last {
    case "Annotators.md":
      let annotators = ["ines", "oskar", "rita"].map { "bridge.\($0).ann" }
      for name in ["bridge.txt", "galley.yaml"] + annotators {
        try folder.copy("Annotations/bridge/" + name, to: "hearing/" + name)
      }
    case "Agreement.md", "Programs.md":
      for name in ["bridge.txt", "bridge.ines.ann", "bridge.oskar.ann"] {
        try folder.copy("Annotations/bridge/" + name, to: "minutes/" + name)
      }
    default: break
    }
    return folder
  }

  /// The system's shell in a terminal that can do nothing but print.
  private static func terminal(in folder: WorkingFolder) throws -> PseudoTerminal {
    let home = folder.url.path()
    let built = URL(filePath: builtProduct("galley")).deletingLastPathComponent().path()
    return try PseudoTerminal(
      spawning: "/bin/sh", arguments: ["-c", "cd '\(home)' && exec /bin/sh -i"],
      environment: [
        "TERM": "dumb", "PS1": "$ ", "HOME": home, "SWIFT_BACKTRACE": "enable=no",
        "PATH": built + ":/usr/local/bin:/usr/bin:/bin",
      ])
  }

  /// What is printed between the line that was typed and the next prompt.
  private static func lines(
    printedUntil prompt: String, _ terminal: PseudoTerminal, at place: String
  ) throws -> [String] {
    let read: String
    do {
      read = try terminal.expect("\n" + prompt, timeout: .seconds(20))
    } catch {
      Issue.record("\(place): `\(prompt)` does not come: \(terminal.unread)")
      throw error
    }
    let text = read.dropLast(prompt.count).replacing("\r\n", with: "\n").replacing("\r", with: "")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Readers have a terminal that can do more, and the pages show theirs.
    return lines.dropFirst().dropLast().filter { $0 != "keys need Enter on this terminal" }
  }
}
