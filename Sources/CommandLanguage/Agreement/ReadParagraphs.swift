import Standoff

/// Which paragraphs an annotator has read: `ana=1-4,7`, or `ana=ferry:1-4` of one article among
/// several.
struct ReadParagraphs: Sendable {
  /// Who.
  let annotator: String
  /// The article's name, where it is one among several.
  let document: String?
  /// Where it was typed.
  let place: Place
  private let numbers: [ClosedRange<Int>]
  /// The paragraphs as they were typed.
  private let typed: String

  /// Reads it.
  ///
  /// - Throws: `unknown-value` where it is something else.
  init(_ value: Word, called name: String) throws(DiagnosticError) {
    place = value.place
    let sides = value.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = sides.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let numbers = rest.last.map(Self.numbers) ?? []
    guard sides.count == 2, let first = sides.first, !first.isEmpty, !numbers.isEmpty else {
      throw DiagnosticError(
        .unknownValue,
        "`\(name)` cannot be `\(value.text)`: it takes an annotator and paragraphs, as in `ana=1-4,7`",
        at: value.place)
    }
    annotator = String(first)
    document = rest.count > 1 ? rest.dropLast().joined(separator: ":") : nil
    self.numbers = numbers
    typed = rest.last.map(String.init) ?? ""
  }

  /// How it is typed of another annotator, or of another article.
  func spelled(annotator: String, document: String?) -> String {
    "\(annotator)=" + (document.map { $0 + ":" } ?? "") + typed
  }

  /// Numbers and ranges between commas; none where one of them is something else.
  private static func numbers(_ text: Substring) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count < 3,
        1 <= first, first <= last
      else { return [] }
      found.append(first...last)
    }
    return found
  }

  /// The stretches: from the first paragraph to the one after the last.
  ///
  /// - Parameter name: What the article is called, for messages.
  /// - Throws: `no-such-paragraph`.
  func ranges(
    in article: Article, called name: String
  ) throws(DiagnosticError) -> [TextRange] {
    let starts = article.layout.paragraphs.map(\.range.lower)
    if let beyond = numbers.first(where: { $0.upperBound > starts.count }) {
      throw DiagnosticError(
        .noSuchParagraph,
        "\(annotator) cannot have read paragraph \(beyond.upperBound) of \(name), which has \(counted(starts.count, "paragraph"))",
        at: place)
    }
    return numbers.map { range in
      let lower = range.lowerBound == 1 ? ScalarOffset(0) : starts[range.lowerBound - 1]
      let upper =
        range.upperBound < starts.count
        ? starts[range.upperBound] : ScalarOffset(article.scalarCount)
      return TextRange(lower, upper)
    }
  }
}
