package import Standoff

/// Writes expressions that lead back to the very span they were made from.
///
/// `“There is no problem … target China”` is short enough to read and can be typed back. Where the
/// ends do not settle which place is meant they are lengthened; where no words do, `in 6` or `[2]`
/// is added; offsets are the last resort.
package struct SpanEcho: Sendable {
  /// The article the spans lie in.
  package let article: Article
  private let resolver: SpanResolver
  /// The most code points that are printed; a stretch without blanks may be longer than any line.
  private static let longest = 400

  /// Creates the echo of an article.
  package init(_ article: Article) {
    self.article = article
    resolver = SpanResolver(article)
  }

  /// An expression for a span; it costs a few searches of the article.
  ///
  /// The pieces are as tagging leaves them: of whole characters, without blank edges.
  package func expression(for ranges: [TextRange]) -> String {
    guard !ranges.isEmpty else { return "" }
    for attempt in [inArticle, inParagraph, numbered, byOffsets] {
      if let text = attempt(ranges), leadsBack(text, to: ranges) { return text }
    }
    return ranges.map { "@\($0)" }.joined(separator: " + ")
  }

  /// The words of a span as an echo shows them, whether or not they lead back: for long lists.
  package func excerpt(of ranges: [TextRange]) -> String {
    ranges.map { range in
      let words = EchoedWords(article.text(in: range)).spelled(0)
      guard words.utf8.count > Self.longest, words.unicodeScalars.count > Self.longest else {
        return words.curlyQuoted
      }
      return (words.prefix(60) + "…" + words.suffix(60)).curlyQuoted
    }.joined(separator: " + ")
  }

  /// The place of an annotation and its words, whether or not they lead back: `6.1 “he said”`.
  package func placed(_ annotation: Annotation) -> String {
    if annotation.isArticleLevel { return Annotation.articlePlace }
    let address = article.layout.address(of: annotation.extent.lower)
    return (address.map { "\($0) " } ?? "") + excerpt(of: annotation.ranges)
  }

  /// By words that are unique in the article.
  private func inArticle(_ ranges: [TextRange]) -> String? {
    words(for: ranges, in: nil)?.joined(separator: " + ")
  }

  /// By words that are unique in the one paragraph all pieces lie in.
  private func inParagraph(_ ranges: [TextRange]) -> String? {
    guard let first = ranges.first, let last = ranges.last,
      let number = article.layout.address(of: first.lower)?.paragraph,
      let paragraph = article.layout.paragraph(number),
      paragraph.contains(TextRange(first.lower, last.upper)),
      let words = words(for: ranges, in: paragraph)
    else { return nil }
    return words.joined(separator: " + ") + " in \(number)"
  }

  /// By the number of each piece among the places of its words.
  private func numbered(_ ranges: [TextRange]) -> String? {
    var pieces: [String] = []
    for range in ranges {
      guard let piece = words(for: range, in: nil) ?? numbered(range) else { return nil }
      pieces.append(piece)
    }
    return pieces.joined(separator: " + ")
  }

  /// By offsets, with the words to check them.
  private func byOffsets(_ ranges: [TextRange]) -> String? {
    ranges.map { range in
      range.count > Self.longest
        ? "@\(range)" : "@\(range)=\(article.text(in: range).quoted)"
    }.joined(separator: " + ")
  }

  private func words(for ranges: [TextRange], in scope: TextRange?) -> [String]? {
    var pieces: [String] = []
    for range in ranges {
      guard let piece = words(for: range, in: scope) else { return nil }
      pieces.append(piece)
    }
    return pieces
  }

  /// The shortest spelling of a stretch that is unique in a scope.
  private func words(for range: TextRange, in scope: TextRange?) -> String? {
    let words = EchoedWords(article.text(in: range))
    var tried: String?
    for length in 0..<EchoedWords.lengths {
      let spelling = words.spelled(length)
      guard spelling != tried, spelling.unicodeScalars.count <= Self.longest else { continue }
      tried = spelling
      let form = SpanExpression(.words(spelling))
      let expression = scope.map {
        SpanExpression(.inside(form, SpanExpression(.offsets($0))))
      }
      if resolves(expression ?? form, to: [range]) { return spelling.curlyQuoted }
    }
    return nil
  }

  private func numbered(_ range: TextRange) -> String? {
    let words = EchoedWords(article.text(in: range))
    for suffix in ["", "~"] {
      for length in [0, EchoedWords.lengths - 1] {
        let spelling = words.spelled(length)
        guard spelling.unicodeScalars.count <= Self.longest else { continue }
        let form = SpanExpression(.words(spelling, ignoresWordEdges: suffix == "~"))
        guard let hits = try? resolver.find(form).hits,
          let hit = hits.first(where: { $0.ranges == [range] })
        else { continue }
        let isUnique = resolves(form, to: [range])
        return spelling.curlyQuoted + suffix + (isUnique ? "" : "[\(hit.number)]")
      }
    }
    return nil
  }

  private func leadsBack(_ text: String, to ranges: [TextRange]) -> Bool {
    var reader = LineReader(text)
    guard let expression = try? reader.span(), reader.atEnd else { return false }
    return resolves(expression, to: ranges)
  }

  private func resolves(_ expression: SpanExpression, to ranges: [TextRange]) -> Bool {
    (try? resolver.resolve(expression))?.spans == [ranges]
  }
}

/// The text of a stretch, ready to be shortened to its ends.
private struct EchoedWords {
  /// How many ways of shortening there are; the last leaves the text whole.
  static let lengths = 4

  private let text: String
  private let length: Int
  /// Where the text may be cut, in bytes: before and after its blanks, and within long runs of
  /// letters every few characters.
  private var ends: [Int] = []
  private var starts: [Int] = []
  /// How far the text was looked at, and how many characters since the last blank.
  private var place = 0
  private var run = 0

  init(_ text: String) {
    self.text = text.onOneLine
    length = self.text.utf8.count
    let scalars = self.text.unicodeScalars
    // Where no code point clings to another each is a character, and found at a tenth of the cost.
    if scalars.allSatisfy(\.isSelfContained) {
      for scalar in scalars {
        add(isBlank: scalar == " ", isASCII: scalar.isASCII, bytes: UTF8.width(scalar))
      }
    } else {
      for character in self.text {
        add(
          isBlank: character == " ", isASCII: character.isASCII, bytes: character.utf8.count)
      }
    }
  }

  /// Looks at the next character.
  private mutating func add(isBlank: Bool, isASCII: Bool, bytes: Int) {
    let after = place + bytes
    if isBlank {
      if run > 0 { ends.append(place) }
      starts.append(after)
      run = 0
    } else {
      run += 1
      if run.isMultiple(of: 6), after < length, !isASCII {
        ends.append(after)
        starts.append(after)
      }
    }
    place = after
  }

  /// The text shortened the `length`th way, each longer than the one before.
  func spelled(_ length: Int) -> String {
    let (head, tail) = (
      [4, 7, 12].dropFirst(length).first ?? Int.max, [2, 4, 8].dropFirst(length).first ?? Int.max
    )
    guard head < ends.count, tail < starts.count, ends.count > head + tail else { return text }
    let (end, start) = (ends[head - 1], starts[starts.count - tail])
    guard end < start else { return text }
    let bytes = text.utf8
    return String(decoding: bytes.prefix(end), as: UTF8.self) + " … "
      + String(decoding: bytes.dropFirst(start), as: UTF8.self)
  }
}
