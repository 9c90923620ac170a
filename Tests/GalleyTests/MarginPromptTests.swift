import TestSupport
import Testing

@testable import CommandLanguage

/// The right end of the prompt's line: what is not saved, and what a span would hit.
@Suite struct MarginPromptTests {
  private func shell(columns: Int = 80, _ article: MarkedText = Desk.pier) throws -> Screened {
    try Screened(Desk(article), size: .init(columns: columns, rows: 40))
  }

  @Test func whatIsNotSavedIsCounted() throws {
    let shell = try shell()
    try shell.enter("speaker \"Ida Moss\"")
    try shell.expectRow { $0.hasPrefix("pier> ") && $0.hasSuffix(" 1 unsaved") }
    try shell.enter("claim 2; topic \"old pier\"")
    try shell.expectRow { $0.hasPrefix("pier> ") && $0.hasSuffix(" 3 unsaved") }
    try shell.enter("undo 2")
    try shell.expectRow { $0.hasPrefix("pier> ") && $0.hasSuffix(" 1 unsaved") }
    try shell.enter("save")
    try shell.expectLastRow("pier>")
  }

  @Test func aSpanIsToldWhileItIsTyped() throws {
    let shell = try shell()
    try shell.type("speaker \"Mo")
    try shell.expectRow { $0.hasPrefix("pier> speaker \"Mo ") && $0.hasSuffix(" 3 hits") }
    try shell.type("ss\" in 3")
    try shell.expectRow { $0.hasSuffix(" unique 3.1") }
    try shell.type(" ")
    try shell.type("as moss")
    try shell.expectLastRow("pier> speaker \"Moss\" in 3 as moss")
    try shell.type("\u{15}topic \"norhing")
    try shell.expectRow { $0.hasSuffix(" not found") }
    try shell.type("\u{15}")
    try shell.enter("option aim off")
    try shell.enter("topic \"ferry\"")
    try shell.expectRow { $0 == "pier> option aim off" }
    try shell.expectRow { $0.hasPrefix("t1  topic  4.1") }
  }

  /// Where the line needs the room, the margin gives way.
  @Test func aNarrowTerminalKeepsItsLine() throws {
    let shell = try shell(columns: 40, MarkedText("Pier to close\n[ida|Ida Moss] said so.\n"))
    try shell.type("speaker \"Ida")
    try shell.expectRow { $0.hasPrefix("pier> speaker \"Ida ") && $0.hasSuffix(" unique 1.1") }
    try shell.type(" Moss\" kind=person as chair")
    try shell.expectLastRow("chair")
    try shell.enter("")
    try shell.expectRow { $0.hasPrefix("s1  speaker  1.1  “Ida Moss”") }
  }

  /// An expression that would go on until the sun goes out holds nobody up.
  @Test func anExpressionThatRunsAwayHoldsUpNoKey() throws {
    let shell = try shell(
      MarkedText("Pier\n" + String(repeating: "a", count: 4000) + "\nThe [ida|Ida Moss] case.\n"))
    try shell.type("find /a*a*a*a*[0-9]/")
    try shell.expectLastRow("pier> find /a*a*a*a*[0-9]/")
    try shell.type("\u{3}speaker \"Ida Moss\"\r")
    try shell.expectRow { $0.hasPrefix("s1  speaker  3.1  “Ida Moss”") }
  }
}
