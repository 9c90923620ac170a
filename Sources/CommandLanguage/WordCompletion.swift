package import Standoff

/// How words of the article that were begun go on in it.
package struct WordCompletion {
  /// One way the words go on.
  package struct Continuation: Hashable, Sendable {
    /// The words begun, to the end of the word that follows.
    package var text: String
    /// Where that is, as `6.1`, or how often it occurs.
    package var place: String
  }

  /// The most places that are looked at.
  private static let limit = 2000
  /// How far beyond what was typed a way on is followed, in code points.
  private static let reach = 80

  /// The ways on, in text order; where all go on alike, the one that is common to them.
  package let continuations: [Continuation]

  /// Looks for `typed` in a part of the article.
  package init(of typed: String, in article: Article, scope: TextRange) {
    let words = typed.trimmingBlanks
    guard !words.isEmpty else {
      continuations = []
      return
    }
    var options = Article.SearchOptions()
    options.ignoresWordEdges = true
    let places = article.occurrences(of: words, options, in: scope).lazy
      .filter { article.startsWord(at: $0.range.lower) }.prefix(Self.limit)
    var order: [String] = []
    var found: [String: [ScalarOffset]] = [:]
    for place in places {
      let ahead = TextRange(place.range.upper.value, place.range.upper.value + Self.reach)
      let rest = article.text(in: ahead).onOneLine
      guard let next = rest.nextWord(afterBlank: typed.last?.isWhitespace == true) else { continue }
      let text = words + next
      if found[text] == nil { order.append(text) }
      found[text, default: []].append(place.range.lower)
    }
    continuations = order.map { text in
      let starts = found[text] ?? []
      let place = starts.first.flatMap { article.layout.address(of: $0)?.description } ?? ""
      return Continuation(
        text: text, place: starts.count > 1 ? "\(starts.count) times" : place)
    }
  }
}

extension Article {
  /// Whether no letter or digit stands right before a place.
  fileprivate func startsWord(at place: ScalarOffset) -> Bool {
    guard place > 0 else { return true }
    let before = text(in: TextRange(place.value - 1, place.value)).unicodeScalars.first
    return before.map { !$0.properties.isAlphabetic && $0.properties.numericType == nil } ?? true
  }
}

extension String {
  /// The rest of the word that the text begins in, or, after a blank or where that word is whole,
  /// the blank and the next word.
  fileprivate func nextWord(afterBlank: Bool) -> String? {
    var end = startIndex
    if self[end...].first?.isWhitespace == true { end = index(after: end) }
    guard end < endIndex else { return nil }
    while end < endIndex, !self[end].isWhitespace { end = index(after: end) }
    let word = self[..<end]
    let stem = word.trimmingSuffix { $0.isPunctuation }
    let kept = stem.isEmpty || stem.allSatisfy(\.isWhitespace) ? word : stem
    return kept.isEmpty ? nil : String(kept)
  }
}

extension Substring {
  /// The text without the characters at its end that meet a condition.
  fileprivate func trimmingSuffix(_ condition: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
