package import Standoff

/// A part of the article with its annotations marked, before it is laid out for a width.
package struct ArticlePage: Sendable {
  /// One paragraph, or the part of one, that is shown.
  package struct Paragraph: Sendable {
    /// Its number, from 1.
    package var number: Int
    /// What of it is shown.
    package var range: TextRange
    /// The words, one element a code point, line breaks included.
    package var scalars: [Unicode.Scalar]
    /// Where its sentences start, with their numbers; empty where it has only one.
    package var sentences: [(start: ScalarOffset, number: Int)]
    /// The pieces of spans that lie in it, in the order of standoff files.
    package var marks: [Mark]
  }

  /// One piece of a span, cut to the paragraph.
  package struct Mark: Sendable {
    /// The part of the paragraph that is marked.
    package var range: TextRange
    /// The annotation's label.
    package var label: String
    /// What it is called at the prompt, or its id.
    package var handle: String
    /// Whether a piece of the same span comes before this one.
    package var continues: Bool
    /// Whether a piece of the same span comes after this one.
    package var isContinued: Bool
  }

  /// The paragraphs in order.
  package var paragraphs: [Paragraph]
  /// The annotations of the whole article, a line each above it.
  package var articleLevel: [AnnotationReport]
  /// How often each label occurs in what is shown, in the schema's order.
  package var legend: [(label: String, count: Int)]
}

extension ArticlePage {
  /// What of the article lies in `scope`, paragraph by paragraph.
  ///
  /// - Parameter handle: what an annotation is called at the prompt.
  package init(
    of annotations: AnnotationSet, in scope: TextRange, schema: Schema,
    articleLevel: [AnnotationReport] = [], handle: (AnnotationID) -> String
  ) {
    let article = annotations.article
    let layout = article.layout
    var counts: [String: Int] = [:]
    var paragraphs: [Paragraph] = []
    for (index, paragraph) in layout.paragraphs.enumerated() {
      guard paragraph.range.overlaps(scope) else { continue }
      let range = TextRange(
        max(paragraph.range.lower, scope.lower), min(paragraph.range.upper, scope.upper))
      let sentences = layout.sentences(in: index + 1)
      var marks: [Mark] = []
      for annotation in annotations.annotations(overlapping: range)
      where !annotation.isArticleLevel {
        counts[annotation.label, default: 0] += 1
        for (piece, stretch) in annotation.ranges.enumerated() where stretch.overlaps(range) {
          marks.append(
            Mark(
              range: TextRange(max(stretch.lower, range.lower), min(stretch.upper, range.upper)),
              label: annotation.label, handle: handle(annotation.id),
              continues: piece > 0 || stretch.lower < range.lower,
              isContinued: piece < annotation.ranges.count - 1 || stretch.upper > range.upper))
        }
      }
      paragraphs.append(
        Paragraph(
          number: index + 1, range: range, scalars: Array(article.text(in: range).unicodeScalars),
          sentences: sentences.count < 2
            ? []
            : sentences.enumerated()
              .map { ($0.element.lower, $0.offset + 1) }
              .filter { range.lower <= $0.0 && $0.0 < range.upper },
          marks: marks))
    }
    let known = schema.labels.map(\.name)
    let order = known + counts.keys.filter { !known.contains($0) }.sorted()
    self.init(
      paragraphs: paragraphs, articleLevel: articleLevel,
      legend: order.compactMap { label in counts[label].map { (label, $0) } })
  }
}
