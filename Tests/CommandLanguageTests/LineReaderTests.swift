import Standoff
import Testing

@testable import CommandLanguage

@Suite struct LineReaderTests {
  /// What the words of all commands of an input are; commands stand in brackets.
  private func words(_ input: String) throws -> [[String]] {
    var reader = LineReader(input)
    var commands: [[String]] = []
    while !reader.atEndOfInput {
      var words: [String] = []
      while !reader.atEnd { words.append(try reader.word(expecting: .text).text) }
      try reader.endOfCommand()
      if !words.isEmpty { commands.append(words) }
    }
    return commands
  }

  @Test(arguments: [
    ("one two", [["one", "two"]]),
    ("  one\t\u{3000}two\u{a0}three  ", [["one", "two", "three"]]),
    ("one; two;three;; four", [["one"], ["two;three"], ["four"]]),
    ("one # two ; three\nfour", [["one"], ["four"]]),
    ("one#two c#", [["one#two", "c#"]]),
    (";;; # nothing\n\n;", []),
    ("\"a;b # c\" \"d\"; e", [["a;b # c", "d"], ["e"]]),
    ("\"a\";b", [["a"], ["b"]]),
    ("Seoul's 'x'", [["Seoul's", "'x'"]]),
    ("local:\"the envoy\"; ref=\"a b\"", [["local:the envoy"], ["ref=a b"]]),
    ("5\" 6\"", [["5\"", "6\""]]),
    ("\"\\\"\\\\\\n\\t\\u{48}\\u{1F44D}\"", [["\"\\\n\tH👍"]]),
    ("“a “b” \"c\"”", [["a “b” \"c\""]]),
    ("one \\\n two", [["one", "two"]]),
    ("one \\\r\n two\r\nthree", [["one", "two"], ["three"]]),
    ("one\\\\\ntwo", [["one\\\\"], ["two"]]),
    ("\"one\ntwo\"", [["one\ntwo"]]),
    ("\"one\\\ntwo\"", [["onetwo"]]),
    ("C:\\dir /tmp/a.ann", [["C:\\dir", "/tmp/a.ann"]]),
    ("\u{feff}one", [["one"]]),
  ])
  func readsWords(_ input: String, _ expected: [[String]]) throws {
    #expect(try words(input) == expected)
  }

  @Test(arguments: [
    ("\"abc", true), ("“abc “d”", true), ("one \\", true), ("one\\\r\n\\", true),
    ("\"abc\\", true), ("\"a\\q", false), ("\"abc\"d", false),
  ])
  func tellsAnInputThatGoesOnFromAnError(_ input: String, _ wantsMore: Bool) {
    var reader = LineReader(input)
    #expect(throws: DiagnosticError.self) {
      while !reader.atEnd { _ = try reader.word(expecting: .text) }
      try reader.endOfCommand()
    }
    #expect(reader.wantsMore == wantsMore)
  }

  @Test func anEarlierErrorWinsOverAnOpenQuote() {
    var reader = LineReader("\"a\\q\" \"open")
    #expect(throws: DiagnosticError.self) { _ = try reader.word(expecting: .text) }
    #expect(!reader.wantsMore)
  }

  @Test func placesCountCodePointsAndLines() throws {
    var reader = LineReader("e\u{301}👩‍👩‍👧 \\\r\n 서울 \"x\"y", source: "s.galley", line: 7)
    let first = try reader.word(expecting: .text).place
    #expect(
      first
        == Place(
          source: "s.galley", line: 7, column: 1, length: 7, excerpt: "e\u{301}👩‍👩‍👧 \\"))
    let second = try reader.word(expecting: .text).place
    #expect(
      second == Place(source: "s.galley", line: 8, column: 2, length: 2, excerpt: " 서울 \"x\"y"))
    let error = #expect(throws: DiagnosticError.self) { _ = try reader.word(expecting: .text) }
    #expect(error?.diagnostic.place.column == 8)
  }

  @Test func readsOptionsKeywordsAndFlags() throws {
    var reader = LineReader("stance=against ref=\"local:the envoy\" --inside as xing-two x=")
    #expect(reader.upcomingIsOption)
    var read: [String?] = [reader.optionName()?.text, try reader.value(of: "stance").text]
    read += [reader.optionName()?.text, try reader.value(of: "ref").text]
    #expect(read == ["stance", "against", "ref", "local:the envoy"])
    read = [reader.optionName()?.text, reader.keyword(among: ["--out", "--inside"])?.text]
    #expect(read == [nil, "--inside"])
    let keywords = [reader.keyword("in"), reader.keyword("as")]
    #expect(keywords == [false, true])
    read = [try reader.newName().text, reader.optionName()?.text]
    #expect(read == ["xing-two", "x"])
    let error = #expect(throws: DiagnosticError.self) { _ = try reader.value(of: "x") }
    #expect(error?.diagnostic.name == .missingArgument)
  }

  @Test func readsNumbersAndText() throws {
    var reader = LineReader("12 x 007 all that  is left # not this")
    let twelve = try reader.number()
    #expect(twelve == 12)
    let error = #expect(throws: DiagnosticError.self) { _ = try reader.number() }
    #expect(error?.diagnostic.name == .badNumber)
    #expect(error?.diagnostic.place.column == 4)
    let (seven, rest) = (try reader.number(), try reader.text().text)
    #expect(seven == 7)
    #expect(rest == "all that  is left")
    try reader.endOfCommand()
    #expect(reader.atEndOfInput)
    var quoted = LineReader("\"two  words\"; next")
    let text = try quoted.text().text
    #expect(text == "two  words")
    try quoted.endOfCommand()
    #expect(quoted.upcoming == "next")
    #expect(!quoted.atEndOfInput)
  }

  @Test(arguments: ["Xing", "1a", "a1", "é", "-a", "a b"])
  func refusesNamesThatAreNone(_ name: String) {
    var reader = LineReader(name.quoted)
    let error = #expect(throws: DiagnosticError.self) { _ = try reader.newName() }
    #expect(error?.diagnostic.name == .badName)
  }

  @Test(arguments: [
    ("/the tide; # now ", "the tide; # now"), ("/a\\/b", "a\\/b"), ("/tide/", nil), ("/", nil),
    ("tide", nil), ("/tide/i", nil),
  ])
  func wordsBehindASlashThatNothingClosesAreRead(_ input: String, _ words: String?) {
    var reader = LineReader(input)
    let read = reader.unclosedPattern()?.text
    #expect(read == words)
  }

  @Test func whatIsLeftIsNamed() {
    var reader = LineReader("a surplus; b")
    #expect(throws: Never.self) { _ = try reader.verb() }
    let error = #expect(throws: DiagnosticError.self) { try reader.endOfCommand() }
    #expect(error?.diagnostic.name == .unexpectedArgument)
    #expect(error?.diagnostic.message == "`surplus` is not expected here")
    #expect(error?.diagnostic.place.column == 3)
  }
}
