import Foundation
import TestSupport

/// A folder with an article and the built shell to annotate it with.
struct Desk {
  /// The folder.
  let folder: WorkingFolder
  /// The article with its spans.
  let article: MarkedText

  /// A byte order mark, CR LF, curly quotes, Hangul, an emoji with joiners, a decomposed accent.
  static let pier = MarkedText(
    "\u{FEFF}Pier to close\r\n\r\n"
      + "The harbour board will close the old pier in June, its chair [ida|Ida Moss] said on Monday, "
      + "after three winters of storms that no repair could keep up with.\r\n\r\n"
      + "“[claim|There is no money left, and the sea does not wait],” [moss|Moss] told the café cafe\u{301} "
      + "owners 👩‍👩‍👧 of 서울 Street. “[more|We asked everyone].”\r\n\r\n"
      + "“[only|Nobody asked us],” said [tom|Tom Reyes], a pilot of the [ferry|night ferry].\r\n")

  /// Puts the article into a folder as `pier.txt`.
  init(_ article: MarkedText = pier) throws {
    folder = try WorkingFolder()
    self.article = article
    try folder.write(article.text, to: "pier.txt")
  }

  /// The script of these commands, and the file it makes.
  static let script = [
    "speaker \"Ida Moss\" as ida",
    "claim \"There is no money\" .. \"not wait\" by=ida stance=against",
    "quote marks[1] in 4", "topic \"night ferry\" ref=local:ferry",
  ]

  /// The prompt where a line can be edited: pasting in brackets is turned on before it.
  static let editedPrompt = "\u{1B}[?2004hpier> "

  /// Runs the shell on the article.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    on article: String? = "pier.txt"
  ) throws -> ProcessRun {
    try ProcessRun(
      "galley", (article.map { [$0] } ?? []) + arguments, in: folder, input: input,
      environment: environment)
  }

  /// Runs commands with `-c`, one each.
  func run(commands: [String], _ arguments: [String] = []) throws -> ProcessRun {
    try run(commands.flatMap { ["-c", $0] } + arguments)
  }

  /// A shell at its prompt in a terminal of its own.
  func prompt(
    _ arguments: [String] = [], environment: [String: String] = [:],
    size: PseudoTerminal.Size = .init(columns: 80, rows: 24), on article: String = "pier.txt"
  ) throws -> PseudoTerminal {
    let words = ([article] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try PseudoTerminal(
      spawning: "/bin/sh",
      arguments: ["-c", "cd '\(folder.path)' && exec '\(builtProduct("galley"))' \(words)"],
      environment: [
        "TERM": "dumb", "HOME": folder.path + "/home", "SWIFT_BACKTRACE": "enable=no",
      ].merging(environment) { $1 }, size: size)
  }
}

extension PseudoTerminal {
  /// Types a command at `pier> ` and returns what is printed up to the next prompt.
  @discardableResult
  func command(_ line: String, prompt: String = "\npier> ") throws -> String {
    try send(line + "\r")
    return try expect(prompt)
  }
}
