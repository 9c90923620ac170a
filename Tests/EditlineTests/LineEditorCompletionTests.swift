import TestSupport
import Testing

/// The Tab key at a real terminal.
@Suite struct LineEditorCompletionTests {
  @Test func theCommonStartIsInsertedAndTheRestIsListed() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("x sp\t")
    try terminal.poll("the line, the list, the line") {
      $0.screen().lines.prefix(3) == ["probe> x spe", "speaker  special", "probe> x spe"]
    }
    try terminal.enter("c\t", reads: "x special ")
  }

  @Test func aListBelowAWrappedLineCoversNothing() throws {
    let terminal = try probe(size: .init(columns: 30, rows: 12))
    try terminal.expectPrompt()
    let text = "one two three four five six seven eight nine ten eleven twelve"
    try terminal.send(text + Keys.control("A") + "spe " + Keys.left + "\t")
    try terminal.expectRow("speaker  special", columns: 30, rows: 12)
    let rows = [
      "probe> spe one two three four", "five six seven eight nine ten", "eleven twelve",
    ]
    try terminal.poll("the line below the list") {
      $0.screen(columns: 30, rows: 12).lines.prefix(7)
        == (rows + ["speaker  special"] + rows)[...]
    }
    try terminal.send("a\t")
    try terminal.enter("", reads: "speaker " + text)
  }

  @Test func candidatesOfAnyScriptAreListedByWidthAndCannotAct() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("\t")
    try terminal.expectRow("claim           what somebody says")
    try terminal.expectRow("“quoted”")
    try terminal.expectRow("evil\\u{1B}[31m")
    #expect(!terminal.output.contains("\u{1B}[31m"))
    try terminal.enter("“q\t", reads: "“quoted” ")
    try terminal.enter("한\tx", reads: "한국어 x")
  }

  @Test func nothingRingsTheBell() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("zzz\t")
    try terminal.expect("\u{7}")
    try terminal.enter("", reads: "zzz")
  }
}
