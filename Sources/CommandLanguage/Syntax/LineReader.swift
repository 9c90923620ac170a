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
  package internal(set) var expected: [Expected] = []
  /// The spans that begin before the cursor, as far as they were read; what holds others comes after
  /// them.
  package internal(set) var begun: [BegunSpan] = []

  /// The names of attributes that were read in this command, in lower case.
  var given: Set<String> = []

  /// The last quote that opens on one line and closes on another.
  var quoteOverLines: Range<Int>?

  let scalars: [Unicode.Scalar]
  /// How many code points have been read.
  var offset = 0
  /// Where the last token ended; what lies between there and `offset` is blank.
  var tokenEnd = 0
  let cursor: Int?
  /// How many parentheses are open.
  var depth = 0
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

  /// What to say of the last quote over several lines, which may have been meant to close on its first.
  package var remarkOnQuoteOverLines: String? {
    guard let quote = quoteOverLines else { return nil }
    let start = place(of: quote)
    let end = place(of: quote.upperBound - 1..<quote.upperBound)
    guard let line = start.line, let column = start.column, let last = end.line else { return nil }
    return "the quote that opens at \(line):\(column) goes on to line \(last)"
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

  /// The error for something that does not go on after a span; bare words behind a bare word were meant
  /// to be words of the article.
  package func surplus(after span: SpanExpression) -> DiagnosticError {
    var error = surplus().diagnostic
    guard case .reference(let name) = span.form, var next = upcoming else { return surplus() }
    var words = [name]
    var ahead = self
    while !ahead.upcomingIsOption, next.unicodeScalars.first?.properties.isAlphabetic == true {
      words.append(next)
      guard ahead.keyword(next), let following = ahead.upcoming else { break }
      next = following
    }
    guard words.count > 1 else { return surplus() }
    let meant = words.joined(separator: " ").quoted
    error.message += "; words of the article stand in quotes: \(meant)"
    return DiagnosticError(error)
  }

  /// The error for something that is not there.
  package func missing(_ what: String) -> DiagnosticError {
    DiagnosticError(
      .missingArgument, "\(what) is missing here", at: place(of: offset..<offset + 1))
  }
}

extension DiagnosticName {
  /// Something the command needs is not there.
  package static let missingArgument = DiagnosticName("missing-argument")
  /// Something is there that the command does not take.
  package static let unexpectedArgument = DiagnosticName("unexpected-argument")
}
