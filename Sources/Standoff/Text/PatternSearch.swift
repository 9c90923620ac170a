/// An expression ready to be looked for in one article, any number of times.
///
/// Getting ready costs as much as matching a page, so whoever looks in many places keeps the search.
/// Where every match holds some known letters, the expression is tried on the lines that have them.
package struct PatternSearch {
  private let article: Article
  private let regex: Regex<AnyRegexOutput>?
  private let scan: LiteralScan?
  private let startsWithLiteral: Bool

  /// Prepares to look for `pattern`.
  package init(_ pattern: Pattern, in article: Article) {
    self.article = article
    regex = pattern.makeRegex()
    let outline = PatternOutline(pattern)
    startsWithLiteral = outline.isAtStart
    scan =
      outline.literal.isEmpty
      ? nil
      : LiteralScan(outline.literal, frequencies: article.byteFrequencies, ignoresCase: false)
  }

  /// The places where the expression matches, as ``Article/occurrences(matching:in:)`` has them.
  package func occurrences(in scope: TextRange? = nil) -> [Article.Occurrence] {
    let bounds = scope.map { article.byteRange(of: $0) } ?? 0..<article.byteCount
    var found: [Article.Occurrence] = []
    var last = bounds.lowerBound
    let windows = windows(in: bounds)
    for matched in startsWithLiteral ? matches(fromLiteralsIn: windows) : windows.flatMap(matches) {
      let wide = article.widened(matched)
      guard wide.lowerBound >= last else { continue }
      last = wide.upperBound
      found.append(
        Article.Occurrence(
          range: article.textRange(of: wide), isExact: true, isWidened: wide != matched))
    }
    return found
  }

  /// Where matches can lie: the lines with the letters that each has, or else everywhere.
  private func windows(in bounds: Range<Int>) -> [Range<Int>] {
    guard let scan else { return [bounds] }
    let bytes = article.bytes
    var windows: [Range<Int>] = []
    var place = bounds.lowerBound
    while let hit = scan.next(in: bytes, from: place, to: bounds.upperBound) {
      let start = bytes[place..<hit].lastIndex(of: .lineFeed).map { $0 + 1 } ?? place
      let feed = ByteSearch.first(of: .lineFeed, in: bytes, from: hit) ?? bounds.upperBound
      place = min(feed, bounds.upperBound)
      windows.append(start..<place)
    }
    return windows
  }

  /// The matches in some lines, each of which begins where the letters stand.
  private func matches(fromLiteralsIn windows: [Range<Int>]) -> [Range<Int>] {
    guard let regex, let scan else { return [] }
    var found: [Range<Int>] = []
    for window in windows {
      var place = window.lowerBound
      while let start = scan.next(in: article.bytes, from: place, to: window.upperBound) {
        let text = String(decoding: article.bytes[start..<window.upperBound], as: UTF8.self)
        if let match = text.prefixMatch(of: regex) {
          let end = start + text.utf8.distance(from: text.startIndex, to: match.range.upperBound)
          found.append(start..<end)
          place = end
        } else {
          place = start + 1
        }
      }
    }
    return found
  }

  /// The matches that are not empty in some bytes, of which alone the expression sees.
  private func matches(in window: Range<Int>) -> [Range<Int>] {
    guard let regex else { return [] }
    let text = String(decoding: article.bytes[window], as: UTF8.self)
    return text.ranges(of: regex).lazy.filter { !$0.isEmpty }.map { range in
      // Both are offsets in native UTF-8, which take no time to find.
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let count = text.utf8.distance(from: range.lowerBound, to: range.upperBound)
      return window.lowerBound + start..<window.lowerBound + start + count
    }
  }
}

extension Article {
  /// The places where an expression matches, from left to right and without overlap.
  ///
  /// A match that cuts a character is made wider; blanks at its edges stay, see ``trimmed(_:)``.
  /// Matches of nothing are left out. Within `scope` the expression sees the scope alone, so that `^`
  /// stands at its start.
  public func occurrences(matching pattern: Pattern, in scope: TextRange? = nil) -> [Occurrence] {
    PatternSearch(pattern, in: self).occurrences(in: scope)
  }
}
