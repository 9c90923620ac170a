import Standoff

/// Addresses, offsets and the article itself.
extension SpanSearch {
  /// The stretch that an address names.
  func passage(_ address: SpanAddress, at place: Place) throws(UnresolvedSpan) -> TextRange {
    let layout = article.layout
    let last = address.last
    let path = address.path
    let paragraph = path.first ?? 0
    guard path.count > 1 else {
      guard let first = layout.paragraph(paragraph), let end = layout.paragraph(last ?? paragraph)
      else {
        throw beyond(address, "the article", layout.paragraphs.count, "paragraph", at: place)
      }
      return TextRange(first.lower, end.upper)
    }
    guard layout.paragraph(paragraph) != nil else {
      throw beyond(address, "the article", layout.paragraphs.count, "paragraph", at: place)
    }
    let sentences = layout.sentences(in: paragraph)
    guard path.count > 2 else {
      guard let range = sentences.through(path[1], last ?? path[1]) else {
        throw beyond(address, "paragraph \(paragraph)", sentences.count, "sentence", at: place)
      }
      return range
    }
    guard sentences.through(path[1], path[1]) != nil else {
      throw beyond(address, "paragraph \(paragraph)", sentences.count, "sentence", at: place)
    }
    let words = layout.words(in: paragraph, sentence: path[1])
    guard let range = words.through(path[2], last ?? path[2]) else {
      throw beyond(address, "sentence \(paragraph).\(path[1])", words.count, "word", at: place)
    }
    return range
  }

  private func beyond(
    _ address: SpanAddress, _ whole: String, _ count: Int, _ unit: String, at place: Place
  ) -> UnresolvedSpan {
    UnresolvedSpan(
      .outOfRange, "there is no \(address): \(whole) has \(count) \(unit)\(count == 1 ? "" : "s")",
      at: place)
  }

  /// The stretch between two offsets, widened to whole characters and trimmed.
  mutating func offsets(
    _ range: TextRange, words: String?, in scope: Scope, at place: Place
  ) throws(UnresolvedSpan) -> [Candidate] {
    guard range.upper.value <= article.scalarCount else {
      throw UnresolvedSpan(
        .outOfRange, "there is no @\(range): the article ends at \(article.scalarCount)", at: place)
    }
    guard !range.isEmpty else {
      throw UnresolvedSpan(.empty, "@\(range) has no words", at: place)
    }
    let wide = article.widenedToGraphemes(range)
    guard let trimmed = article.trimmed(wide) else {
      throw UnresolvedSpan(.empty, "@\(range) holds blanks alone", at: place)
    }
    if let words, !agree(words, trimmed) {
      let found = article.text(in: trimmed).onOneLine
      throw UnresolvedSpan(
        .mismatch, "@\(range) is \(found.excerpt.quoted), not \(words.excerpt.quoted)", at: place)
    }
    if wide != range { note("@\(range) was widened to whole characters: @\(wide)") }
    if trimmed != wide { note("@\(wide) was trimmed: @\(trimmed)") }
    return scope.holds([trimmed]) ? [Candidate([trimmed])] : []
  }

  /// Whether words are those of a stretch, as people read.
  private func agree(_ words: String, _ range: TextRange) -> Bool {
    let options = Article.SearchOptions(ignoresCase: false, ignoresWordEdges: true)
    return article.occurrences(of: words, options, in: range).first?.range == range
  }

  /// From the first word of the article to the last.
  func wholeArticle(at place: Place) throws(UnresolvedSpan) -> [TextRange] {
    guard let range = article.trimmed(TextRange(0, article.scalarCount)) else {
      throw UnresolvedSpan(.empty, "the article has no words", at: place)
    }
    return [range]
  }
}

extension [TextRange] {
  /// From the start of the `first` to the end of the `last`, counted from 1.
  fileprivate func through(_ first: Int, _ last: Int) -> TextRange? {
    guard first >= 1, first <= last, last <= count else { return nil }
    return TextRange(self[first - 1].lower, self[last - 1].upper)
  }
}
