import Standoff
import TestSupport

/// An article made from a text that carries its spans as marks.
struct MarkedArticle {
  let article: Article
  private let spans: [(label: String, lower: Int, upper: Int)]

  init(_ marked: String) throws {
    let text = MarkedText(marked)
    article = try Article(bytes: Array(text.text.utf8))
    spans = text.spans
  }

  /// The spans with this label.
  subscript(label: String) -> [TextRange] {
    spans.filter { $0.label == label }.map { TextRange($0.lower, $0.upper) }
  }

  /// All of the article.
  var all: TextRange { TextRange(0, article.scalarCount) }
}
