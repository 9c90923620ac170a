import Foundation
import TestSupport
import Testing

/// No byte of an article or a file makes a terminal do anything.
@Suite struct HostileArticleTests {
  private static let article = MarkedText(
    "Red \u{1B}[31malert\u{1B}[0m and \u{9B}32m bell \u{7} rang \u{8}\u{8}\u{8}.\n"
      + "\u{1B}]0;title\u{7} \u{202E}gnihtemos\u{202C} \u{2066}x\u{2069} nul\u{0}nul \u{85} end\u{2028}line.\n"
      + String(repeating: "long \u{1B}[2J", count: 1200) + "\n"
      + String(repeating: "x", count: 10_000)
      + "\n")

  private static let standoff =
    "T1\tSpeaker 0 3\tRed\nA1\tkind T1 \u{1B}[5mperson\n#1\tAnnotatorNotes T1\tnote \u{1B}[31m\u{7}\n"
    + "T2\t\u{1B}[31mLabel 0 3\tRed\nT3\tSpeaker 4 9\t\u{1B}[31m\n\u{1B}bad line\u{9B}\n"

  /// Controls but the line end, C1 controls, bidirectional controls.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static let commands = [
    "show", "show 1-2", "list", "info T1", "find /.+/", "find \"red\"i", "find 3",
    "find \"alert\"~",
    "validate", "stats", "status", "history", "speaker 1.1", "claim 2",
    "note $ \"\u{1B}[1mx\u{7}\"",
    "info $", "history", "undo", "redo", "history --script", "schema", "echo \u{1B}[31m",
    "claim \"\u{1B}[31malart\"", "claim \"\u{202E}gnihtemas\"", "\u{1B}[31m", "list \u{7}",
    "claim 1 stance=\u{1B}c", "claim 1 \u{9B}=x", "topic \"nulnul\"", "find /\u{1B}(/", "next",
    "back",
    "open \u{1B}[31m.txt", "source \u{7}.galley", "help \u{1B}", "option \u{1B} x", "speaker 4",
    "list where text ~ /\u{1B}/", "link T1 \u{1B} T1", "claim @0-5=\"\u{1B}\"",
  ]

  @Test(arguments: ["text", "json"]) func nothingHarmfulIsPrinted(_ format: String) throws {
    let desk = try Desk(Self.article)
    try desk.folder.write(Self.standoff, to: "pier.ann")
    for command in Self.commands {
      let run = try desk.run(["-c", "speaker 1", "-c", command, "--format", format, "--dry-run"])
      #expect([0, 1, 2].contains(run.status), "\(command)")
      let harmful = (run.output + run.errors).unicodeScalars.filter(Self.isHarmful)
      #expect(harmful.isEmpty, "\(command.debugDescription): \(harmful.map { $0.value })")
    }
    for arguments in [["validate", "pier.ann"], ["validate", "pier.ann", "--format", "json"]] {
      let run = try desk.run(arguments, on: nil)
      #expect(run.status == 1)
      #expect(!(run.output + run.errors).unicodeScalars.contains(where: Self.isHarmful))
    }
  }

  /// Sentences shown below an echo, and a second window.
  @Test func nothingHarmfulIsShownAgain() throws {
    let desk = try Desk(Self.article)
    try desk.folder.write(Self.standoff, to: "pier.ann")
    let window = try desk.prompt(
      ["pier.txt", "--follow"], environment: ["TERM": "xterm", "NO_COLOR": "1"], on: "show")
    try window.expect("pier.ann  3 annotations")
    let shell = try desk.prompt()
    try shell.expect("pier> ")
    for line in ["speaker 2", "claim 3", "topic 4", "untag s1", "undo", "note t1 \"\\u{9B}31m\""] {
      try shell.command(line)
    }
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
    try window.expect("pier.ann  6 annotations")
    try window.send("q")
    #expect(try window.wait() == .exited(0))
    var shown = window.output.replacing("\r\n", with: "\n")
    for control in ["?1049h", "?25l", "?7l", "H", "K", "J", "24;1H", "?7h", "?25h", "?1049l"] {
      shown = shown.replacing("\u{1B}[" + control, with: "")
    }
    for text in [shown, shell.output.replacing("\r\n", with: "\n")] {
      let harmful = text.unicodeScalars.filter { Self.isHarmful($0) && $0 != "\r" }
      #expect(harmful.isEmpty, "\(harmful.map { $0.value })")
    }
  }

  @Test func completionShowsEscapes() throws {
    let desk = try Desk(Self.article)
    let shell = try desk.prompt(environment: ["TERM": "dumb"])
    try shell.expect("pier> ")
    for keys in ["find \"Red \t\t", "find \"alert\t\t", "find \"bell \t\t", "speaker \"long\t\t"] {
      try shell.send(keys + "\"\r")
      try shell.expect("pier> ")
    }
    try shell.send("\u{4}")
    try shell.wait()
    let text = shell.output.replacing("\r\n", with: "\n").unicodeScalars
    #expect(!text.contains { Self.isHarmful($0) && $0 != "\t" && $0 != "\r" })
  }
}
