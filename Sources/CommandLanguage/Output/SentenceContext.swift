package import Standoff

/// A span within the sentences it stands in, its pieces between bars, as a review shows it.
///
/// ```
/// “There is no money left,” |Moss| told the Courier.
/// ```
package struct SentenceContext {
  /// How many characters are shown of what is long: on either side, between pieces, of a piece.
  private static let longest = 240

  /// The line, still to be wrapped.
  package let text: StyledText

  /// Looks up the sentences of `ranges`, which are in text order.
  package init(_ ranges: [TextRange], of label: String, in article: Article) {
    var line = StyledText()
    if let hull = ranges.hull {
      let scope = article.layout.sentences(around: hull)
      line.append(Self.end(of: article.text(in: TextRange(scope.lower, hull.lower))))
      var place = hull.lower
      for range in ranges {
        line.append(Self.middle(of: article.text(in: TextRange(place, max(place, range.lower)))))
        line.append("|", .faint)
        line.append(Self.middle(of: article.text(in: range)), .span(label))
        line.append("|", .faint)
        place = max(place, range.upper)
      }
      line.append(Self.beginning(of: article.text(in: TextRange(place, scope.upper))))
    }
    text = line
  }

  private static func end(of text: String) -> String {
    let tail = text.suffix(longest)
    return (tail.startIndex == text.startIndex ? "" : "…") + String(tail).oneLine
  }

  private static func beginning(of text: String) -> String {
    let head = text.prefix(longest)
    return String(head).oneLine + (head.endIndex == text.endIndex ? "" : "…")
  }

  private static func middle(of text: String) -> String {
    let (head, tail) = (text.prefix(longest), text.suffix(longest))
    guard head.endIndex < tail.startIndex else { return text.oneLine }
    return String(head).oneLine + " … " + String(tail).oneLine
  }
}

extension ArticleLayout {
  /// From the start of the sentence in which a range begins to the end of the one in which it ends.
  fileprivate func sentences(around range: TextRange) -> TextRange {
    func sentence(at offset: ScalarOffset) -> TextRange? {
      paragraphNumber(at: offset).flatMap { number in
        sentences(in: number).last { $0.lower <= offset }
      }
    }
    let last = ScalarOffset(max(range.lower.value, range.upper.value - 1))
    let lower = sentence(at: range.lower)?.lower ?? range.lower
    let upper = sentence(at: last)?.upper ?? range.upper
    return TextRange(min(lower, range.lower), max(upper, range.upper))
  }
}
