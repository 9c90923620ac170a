import Glibc
import TestSupport
import Testing

/// Typing at a real terminal: one test for each way in which libedit alone goes wrong.
@Suite struct LineEditorTypingTests {
  @Test func textOfAnyScriptComesBackAsTyped() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.enter("a “q” é 한국어 漢字 👍 — e\u{301}")
  }

  @Test(arguments: [["LANG": "C"], ["LANG": "", "LC_ALL": "POSIX"], ["LC_ALL": "no_SUCH.locale"]])
  func theLocaleDoesNotMatter(_ environment: [String: String]) throws {
    let terminal = try probe(["--prompt", "“é” 한> "], environment: environment)
    try terminal.expectPrompt("“é” 한> ")
    try terminal.send("a “q” 한\r")
    try terminal.expect("line: a “q” 한\r\n")
  }

  @Test func bytesThatAreNotUTF8AreReplacedAndTheRestIsKept() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send(bytes: [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x62, 0x0D])
    try terminal.expect("line: a\u{FFFD}\u{FFFD}(\u{FFFD}\u{FFFD}\u{FFFD}b\r\n")
  }

  @Test func backspaceTakesAWholeCharacter() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("ae\u{301}" + Keys.backspace)
    try terminal.enter("b", reads: "ab")
    try terminal.send("x한👨‍👩‍👧" + Keys.backspace + Keys.backspace)
    try terminal.expectRow("probe> x")
    try terminal.enter("y", reads: "xy")
    try terminal.send("🇰🇷👍🏽" + Keys.control("H"))
    try terminal.enter("z", reads: "🇰🇷z")
  }

  @Test func whatTerminalsJoinIsDrawnApart() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("a👨‍👩‍👧❤️")
    try terminal.expectRow("probe> a👨👩👧❤")
    let isApart = !terminal.output.unicodeScalars.contains {
      ["\u{200D}", "\u{FE0F}"].contains($0)
    }
    #expect(isApart, "\(terminal.output.debugDescription)")
    try terminal.enter("b", reads: "a👨‍👩‍👧❤️b")
  }

  @Test func theCursorMovesByWholeCharacters() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("ae\u{301}👨‍👩‍👧b" + Keys.left + Keys.left + Keys.left)
    try terminal.enter("|", reads: "a|e\u{301}👨‍👩‍👧b")
    try terminal.send("e\u{301}x" + Keys.control("A") + Keys.control("F"))
    try terminal.enter("|", reads: "e\u{301}|x")
    try terminal.send("👨‍👩‍👧x" + Keys.home + Keys.delete)
    try terminal.enter("", reads: "x")
    try terminal.send("e\u{301}x" + Keys.control("A") + Keys.control("D") + Keys.right)
    try terminal.enter("y", reads: "xy")
  }

  @Test func keysBetweenWordsAndLineEndsWork() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("one two three" + Keys.control("W") + "\u{1B}[1;5D" + "X" + Keys.home)
    try terminal.enter("Y\u{1B}[F!", reads: "Yone Xtwo !")
  }

  @Test func functionKeysLeaveNothingInTheLine() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.enter("a\u{1B}[15~b\u{1B}[5~c\u{1B}OPd", reads: "abcd")
    try terminal.enter(
      "a\u{1B}[1;2Db\u{1B}[3;5~c\u{1B}[[Ad\u{1B}O2Pe\u{1B}[5^f", reads: "abcdef")
  }

  @Test func functionKeysDoNothingWithTheKeysOfViEither() throws {
    let folder = try TemporaryFolder()
    try folder.write("bind -v\n".utf8, to: "editrc")
    let terminal = try probe(environment: ["EDITRC": folder.file("editrc")])
    try terminal.expectPrompt()
    try terminal.enter("abcdef\u{1B}[1;2D\u{1B}[5~g", reads: "abcdefg")
    try terminal.send("abcdef" + Keys.escape)
    try terminal.poll("the cursor on the f") { $0.screen().column == 12 }
    try terminal.enter("0\u{1B}[5~\u{1B}[1;2Dx", reads: "bcdef")
  }

  @Test func aFunctionKeyDoesWhatEditrcBindsItTo() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bind \"\\e[15~\" ed-move-to-beg\nbind -s \"\\e[1;2D\" xy\n".utf8, to: "editrc")
    let terminal = try probe(environment: ["EDITRC": folder.file("editrc")])
    try terminal.expectPrompt()
    try terminal.enter("b\u{1B}[15~a\u{1B}[1;2D\u{1B}[1;2C", reads: "axyb")
  }

  @Test func aLineMayBeVeryLong() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    let long = String(repeating: "a“é한 ", count: 1000)
    try terminal.send(long + "\r")
    try terminal.expect("line: \(long)\r\n")
    try terminal.expectPrompt()
    try terminal.enter("next")
  }

  @Test func aPastedBlockIsInsertedOnceAndRunsNothing() throws {
    let terminal = try probe()
    try terminal.expect("\u{1B}[?2004h")
    try terminal.expectPrompt()
    try terminal.send("a " + Keys.paste("one\r\n\tsp\ttwo\r\n“three”\n") + " b")
    try terminal.expectRow("“three” b")
    try terminal.enter("", reads: "a one\\n sp two\\n“three” b")
    #expect(!terminal.output.contains("speaker"), "a pasted TAB completes nothing")
  }

  @Test func markersOfAPasteAreOnlyAskedForWhileALineIsRead() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("x\r")
    let answer = try terminal.expect("line: x")
    #expect(answer.contains("\u{1B}[?2004l"))
    try terminal.expect("\u{1B}[?2004h")
  }

  @Test func aPastedBlockCanBeEditedRowByRow() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send(
      Keys.paste("one\ntwo\nthree") + Keys.up + "|" + Keys.up + "|" + Keys.down + "|")
    try terminal.enter("", reads: "one|\\ntwo||\\nthree")
  }

  @Test func aPastedBlockOfManyThousandCharactersArrivesWhole() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    let rows = (1...300).map { "row “\($0)” 한국어" }
    try terminal.send(Keys.paste(rows.joined(separator: "\r")) + "\r")
    try terminal.expect("line: \(rows.joined(separator: "\\n"))\r\n")
  }

  @Test func aBlockIsContinuedUntilItIsComplete() throws {
    let terminal = try probe(["--blocks"])
    try terminal.expectPrompt()
    try terminal.send("one\\\r")
    try terminal.expectPrompt("  ...> ")
    try terminal.enter("two", reads: "one\\\\ntwo")
    try terminal.send("three\\\r")
    try terminal.expectPrompt("  ...> ")
    try terminal.send(Keys.control("C"))
    try terminal.expect("interrupted")
    try terminal.expectPrompt()
    try terminal.enter("four")
  }

  @Test func coloursDoNotShiftTheCursor() throws {
    let terminal = try probe(["--color", "--right", "right"], size: .init(columns: 40, rows: 10))
    try terminal.expect("\u{1B}[0;1;32m")
    try terminal.send("abc" + Keys.home + "X")
    try terminal.expectRow("probe> Xabc                      right", columns: 40, rows: 10)
    try terminal.send("\r")
    try terminal.expect("line: Xabc")
  }

  @Test func aHintTakesThePlaceOfTheRightPrompt() throws {
    let terminal = try probe(["--hint"], size: .init(columns: 40, rows: 10))
    try terminal.expectPrompt()
    try terminal.send("abc")
    try terminal.expectRow("probe> abc                      3 typed", columns: 40, rows: 10)
    try terminal.enter("d", reads: "abcd")
  }

  @Test func viKeysKeepOurKeysAndAPromptEscape() throws {
    let folder = try TemporaryFolder()
    try folder.write("bind -v\n".utf8, to: "editrc")
    let terminal = try probe(environment: ["EDITRC": folder.file("editrc")])
    try terminal.expectPrompt()
    try terminal.enter("ac" + Keys.left + "b", reads: "abc")
    try terminal.enter("cl\t", reads: "claim ")
    try terminal.send("xyz" + Keys.escape)
    try terminal.enter("x0ix", reads: "xxy")
    try terminal.send("half" + Keys.escape + Keys.control("C"))
    try terminal.expect("interrupted")
    try terminal.expectPrompt()
    try terminal.send("zz" + Keys.escape + Keys.control("R") + "cla")
    try terminal.enter("", reads: "claim ")
    try terminal.send("e\u{301}👍🏽" + Keys.backspace)
    try terminal.enter("", reads: "e\u{301}")
    try terminal.send("edit me" + Keys.escape + "v")
    try terminal.expectRow("probe> edit me edited")
    try terminal.enter("", reads: "edit me edited")
  }

  @Test func escapeInViWaitsForNoKey() throws {
    let folder = try TemporaryFolder()
    try folder.write("bind -v\n".utf8, to: "editrc")
    let terminal = try probe(environment: ["EDITRC": folder.file("editrc")])
    try terminal.expectPrompt()
    try terminal.send("xyz")
    try terminal.poll("the line") { $0.screen().column == 10 }
    try terminal.send(Keys.escape)
    // In command mode the cursor stands on the last character, before another key comes.
    try terminal.poll("the cursor on the z") { $0.screen().column == 9 }
    try terminal.enter("", reads: "xyz")
  }

  @Test func aHintForAnotherLineIsNotLeftBehind() throws {
    let terminal = try probe(["--hint"], size: .init(columns: 40, rows: 10))
    try terminal.expectPrompt()
    try terminal.send("abc")
    try terminal.expectRow("probe> abc                      3 typed", columns: 40, rows: 10)
    try terminal.enter("d", reads: "abcd")
    #expect(terminal.screen(columns: 40, rows: 10).lines.contains("probe> abcd"))
  }

  @Test func editrcMayBindKeysButNotTakeOursAway() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bind\nbind ^T editline-complete\nbind ^I ed-insert\nbind no-such nothing\nedit off\n".utf8,
      to: "editrc")
    let rc = ["EDITRC": folder.file("editrc")]
    let terminal = try probe(environment: rc)
    try terminal.expectPrompt()
    try terminal.enter("cl" + Keys.control("T"), reads: "claim ")
    try terminal.enter("cl\t", reads: "claim ")
    #expect(!terminal.output.contains("ed-unassigned"), "no table of keys")
    let without = try probe(["--no-editrc"], environment: rc)
    try without.expectPrompt()
    try without.enter("cl" + Keys.control("T"), reads: "lc")
  }

  @Test func anotherProgramMayEditTheLine() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("one" + Keys.control("X") + Keys.control("E"))
    try terminal.enter("!", reads: "one edited!")
  }

  @Test func questionsAreAnsweredWithoutHistoryAndCompletion() throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("ask\r")
    try terminal.expectPrompt("sure? ")
    try terminal.send("1" + Keys.up + "\t" + Keys.control("R") + Keys.control("P") + "-4\r")
    try terminal.expect("answer: line(\"1-4\")")
    try terminal.expectPrompt()
    try terminal.send("ask\r")
    try terminal.expectPrompt("sure? ")
    try terminal.send(Keys.paste("yes\nno") + "\r")
    try terminal.expect("answer: line(\"yes\")")
    try terminal.expectPrompt()
    try terminal.send("key\r")
    try terminal.expectPrompt("[y/n] ")
    try terminal.send("한")
    try terminal.expect("key: line(\"한\")")
    try terminal.expectPrompt()
    try terminal.send("key\r")
    try terminal.expectPrompt("[y/n] ")
    try terminal.send(Keys.up + Keys.control("C"))
    try terminal.expect("key: interrupted")
    try terminal.expectPrompt()
    try terminal.send(Keys.up + "\r")
    try terminal.expectPrompt("[y/n] ")
  }

  @Test(arguments: ["\u{1B}[5~", "\u{1B}[15~", "\u{1B}[1;2D", "\u{1B}OP", "\u{1B}y", Keys.escape])
  func aKeyThatIsNoCharacterAnswersNothing(_ sequence: String) throws {
    let terminal = try probe()
    try terminal.expectPrompt()
    try terminal.send("key\r")
    try terminal.expectPrompt("[y/n] ")
    try terminal.send(sequence)
    // Behind an escape a key that comes at once belongs to it.
    usleep(100_000)
    try terminal.send("n")
    try terminal.expect("key: line(\"n\")")
    try terminal.expectPrompt()
    try terminal.enter("next")
  }
}
