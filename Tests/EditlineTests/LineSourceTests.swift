import Testing

@testable import Editline

/// Lines that are there already, and what was asked for them.
private final class Lines: LineSource {
  var results: [ReadResult]
  private(set) var asked: [String] = []
  private(set) var remembered: [String] = []

  init(_ results: [ReadResult]) { self.results = results }

  let isInteractive = true

  func readLine(_ prompt: Prompt, continuing block: String) -> ReadResult {
    asked.append("\(prompt.text)[\(block)]")
    return results.isEmpty ? .endOfInput : results.removeFirst()
  }

  func ask(_ prompt: Prompt) -> ReadResult { readLine(prompt, continuing: "") }

  func remember(_ entry: String) { remembered.append(entry) }
}

@MainActor
@Suite struct LineSourceTests {
  private func readBlock(_ lines: Lines) -> ReadResult {
    lines.readBlock("> ", continuation: "… ") { !$0.hasSuffix("\\") }
  }

  @Test func aCompleteLineIsABlock() {
    let lines = Lines([.line("one"), .line("two")])
    #expect(readBlock(lines) == .line("one"))
    #expect(lines.asked == ["> []"])
    #expect(lines.remembered == ["one"])
  }

  @Test func linesAreReadUntilTheBlockIsComplete() {
    let lines = Lines([.line("one\\"), .line("\\"), .line("two")])
    #expect(readBlock(lines) == .line("one\\\n\\\ntwo"))
    #expect(lines.asked == ["> []", "… [one\\\n]", "… [one\\\n\\\n]"])
    #expect(lines.remembered == ["one\\\n\\\ntwo"])
  }

  @Test func aBlockThatTheInputEndsInComesBackAsItIs() {
    let lines = Lines([.line("one\\")])
    #expect(readBlock(lines) == .line("one\\"))
    #expect(readBlock(lines) == .endOfInput)
  }

  @Test func aBlockThatIsDroppedIsNotRemembered() {
    let lines = Lines([.line("one\\"), .interrupted])
    #expect(readBlock(lines) == .interrupted)
    #expect(lines.remembered.isEmpty)
  }

  @Test func whereKeysCannotBeReadALineIsTheAnswer() {
    let lines = Lines([.line("yes"), .line(""), .interrupted])
    #expect(!lines.readsKeys)
    #expect(lines.askKey("?") == .line("yes"))
    #expect(lines.askKey("?") == .line(""))
    #expect(lines.askKey("?") == .interrupted)
  }
}
