package import Standoff

/// A cursor over one input, from which a command's parser pulls what it expects, in order.
///
/// There is no separate pass that cuts a line into tokens: `/tmp/a.ann` is a path where a file is
/// expected and an expression where a span is. The input is one line, or several where a quote or a
/// trailing `\` goes on; places count lines from the reader's first and columns in code points.
package struct LineReader: Sendable {
  /// Where the input comes from, as places name it; `nil` at the prompt.
  package let source: String?
  /// The names the schema and the shell know.
  package var vocabulary: Vocabulary
  /// Whether the input ended where more was called for: inside a quote or after a trailing `\`.
  ///
  /// Judge it once a pull or ``endOfCommand()`` has thrown: the next line, appended after a line
  /// feed and read anew, may complete the input.
  package internal(set) var wantsMore = false
  /// What was expected where the cursor lies.
  package private(set) var expected: [Expected] = []

  let scalars: [Unicode.Scalar]
  /// How many code points have been read.
  var offset = 0
  /// Where the last token ended; what lies between there and `offset` is blank.
  var tokenEnd = 0
  let cursor: Int?
  private let lines: [Line]
  private let firstLine: Int

  private struct Line: Sendable {
    var range: Range<Int>
    var text: String
  }

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - input: One or more lines, parted by line feeds.
  ///   - source: The file's name, `stdin` or `-c 1`.
  ///   - line: The number of the input's first line, from 1.
  ///   - vocabulary: The names that labels, relations and attributes are recognised by.
  ///   - cursor: For completion: how many code points of the input stand before the cursor.
  package init(
    _ input: String, source: String? = nil, line: Int = 1, vocabulary: Vocabulary = Vocabulary(),
    cursor: Int? = nil
  ) {
    self.source = source
    self.vocabulary = vocabulary
    self.cursor = cursor
    firstLine = line
    scalars = Array(input.unicodeScalars)
    var lines: [Line] = []
    var start = 0
    for piece in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = piece.last == "\r" ? piece.dropLast() : piece
      lines.append(Line(range: start..<start + text.count, text: String(scalars: text)))
      start += piece.count + 1
    }
    self.lines = lines
  }

  /// The place of some code points of the input, on the line where they begin.
  package func place(of range: Range<Int>) -> Place {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= range.lowerBound { low = middle } else { high = middle }
    }
    guard low < lines.count else { return Place(source: source, line: firstLine, column: 1) }
    let line = lines[low]
    let start = min(range.lowerBound, line.range.upperBound)
    let end = min(range.upperBound, line.range.upperBound)
    return Place(
      source: source, line: firstLine + low, column: start - line.range.lowerBound + 1,
      length: max(1, end - start), excerpt: line.text)
  }

  /// The place of what is read next.
  package var nextPlace: Place {
    var ahead = self
    ahead.skipBlanks()
    return ahead.place(of: ahead.offset..<ahead.wordEnd(from: ahead.offset))
  }

  /// Whether nothing is left of the command: the input ends here, or its line, a `;` or a comment.
  ///
  /// Where the cursor of a completion stands in the blanks before the end, something is about to be
  /// typed: the parser is told that there is more, pulls, and so leaves its expectation.
  package var atEnd: Bool {
    var ahead = self
    ahead.skipBlanks()
    return ahead.isEnd && !ahead.cursorIsAhead
  }

  /// Whether nothing at all is left of the input but blanks and comments.
  package var atEndOfInput: Bool {
    var ahead = self
    while ahead.skipSeparator() {}
    return ahead.offset >= ahead.scalars.count && !ahead.cursorIsAhead
  }

  /// Reads the end of the command with its `;`, line end or comment.
  ///
  /// - Throws: `unexpected-argument` if something is left, `syntax` if the line is to go on.
  package mutating func endOfCommand() throws(DiagnosticError) {
    skipBlanks()
    guard isEnd else { throw surplus() }
    guard !wantsMore else {
      throw DiagnosticError(
        .syntax, "the line ends with `\\` and nothing follows it",
        at: place(of: offset..<offset + 1))
    }
    _ = skipSeparator()
  }

  /// The error for something that the command does not take here.
  package func surplus() -> DiagnosticError {
    var ahead = self
    ahead.skipBlanks()
    let range = ahead.offset..<ahead.wordEnd(from: ahead.offset)
    let typed = String(scalars: scalars[range])
    return DiagnosticError(
      .unexpectedArgument, "`\(typed)` is not expected here", at: place(of: range))
  }

  /// The error for something that is not there.
  package func missing(_ what: String) -> DiagnosticError {
    DiagnosticError(
      .missingArgument, "\(what) is missing here", at: place(of: offset..<offset + 1))
  }
}

// MARK: Code points

extension LineReader {
  /// The code point at `index`, `nil` outside the input.
  func scalar(_ index: Int) -> Unicode.Scalar? {
    index >= 0 && index < scalars.count ? scalars[index] : nil
  }

  /// The next code point.
  var next: Unicode.Scalar? { scalar(offset) }

  /// Whether the next code point ends a token of whatever kind.
  func isBreak(_ index: Int) -> Bool {
    guard let scalar = scalar(index) else { return true }
    return scalar.isBlank || scalar == "\n" || isJoin(index)
  }

  /// Whether a `\` at the end of a line stands at `index`; two of them are not one.
  func isJoin(_ index: Int) -> Bool {
    guard scalar(index) == "\\" else { return false }
    var after = index + 1
    if scalar(after) == "\r" { after += 1 }
    guard after >= scalars.count || scalars[after] == "\n" else { return false }
    var before = index
    while scalar(before - 1) == "\\" { before -= 1 }
    return (index - before).isMultiple(of: 2)
  }

  /// Passes blanks and joined line ends, and notes a `\` that wants a line after it.
  mutating func skipBlanks() {
    while let scalar = next {
      if scalar.isBlank {
        offset += 1
      } else if isJoin(offset) {
        while let joined = next, joined != "\n" { offset += 1 }
        if next == nil { wantsMore = true } else { offset += 1 }
      } else {
        return
      }
    }
  }

  /// Whether what stands here ends a command.
  var isEnd: Bool {
    switch next {
    case nil, "\n", ";": true
    case "#": offset == 0 || isBreak(offset - 1) || scalar(offset - 1) == ";"
    default: false
    }
  }

  /// Passes blanks and one end of a command; whether there was one.
  mutating func skipSeparator() -> Bool {
    skipBlanks()
    guard isEnd, next != nil else { return false }
    if next == "#" {
      while let scalar = next, scalar != "\n" { offset += 1 }
    }
    if next != nil { offset += 1 }
    tokenEnd = offset
    return true
  }

  /// Where the bare word that begins at `start` ends: at a blank, without the `;` at its end.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while !isBreak(end) { end += 1 }
    while end > start, scalars[end - 1] == ";" { end -= 1 }
    return end == start && start < scalars.count && scalars[start] != "\n" ? start + 1 : end
  }
}

// MARK: Completion

extension LineReader {
  /// Whether the cursor stands between the last token and the next, where something new may begin.
  var cursorIsAhead: Bool {
    guard let cursor else { return false }
    return
      (cursor > tokenEnd || tokenEnd == 0 || scalar(tokenEnd - 1) == "\n"
      || scalar(tokenEnd - 1) == ";") && cursor >= tokenEnd && cursor <= offset
  }

  /// Leaves an expectation if the cursor lies in the blanks before `range` or inside it.
  ///
  /// A token is `touching` where it belongs right after the last one, like a value after its `=`;
  /// `typed` is what the code points up to the cursor mean, if it differs from what they are.
  mutating func expect(
    _ expectation: Expectation, over range: Range<Int>, touching: Bool = false,
    quote: Unicode.Scalar? = nil, typed: String? = nil
  ) {
    guard let cursor, cursor <= range.upperBound else { return }
    if cursor > range.lowerBound || (cursor == range.lowerBound && (touching || cursorIsAhead)) {
      let before = String(scalars: scalars[range.lowerBound..<cursor])
      expected.append(
        Expected(expectation: expectation, range: range, typed: typed ?? before, quote: quote))
    } else if cursor < range.lowerBound, cursorIsAhead {
      expected.append(
        Expected(expectation: expectation, range: cursor..<cursor, typed: "", quote: nil))
    }
  }

  /// Leaves an expectation of what might stand here, whatever does.
  mutating func expectHere(_ expectation: Expectation) {
    guard cursor != nil else { return }
    skipBlanks()
    var end = offset
    let limit = isEnd ? offset : wordEnd(from: offset)
    while end < limit, !scalars[end].endsName { end += 1 }
    expect(expectation, over: offset..<end)
  }
}

extension String {
  /// Creates a string of code points.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Unicode.Scalar {
  /// Whether the code point parts words; a line feed does not, it ends the line.
  var isBlank: Bool { self != "\n" && properties.isWhitespace }
}

extension DiagnosticName {
  /// Something the command needs is not there.
  package static let missingArgument = DiagnosticName("missing-argument")
  /// Something is there that the command does not take.
  package static let unexpectedArgument = DiagnosticName("unexpected-argument")
}
