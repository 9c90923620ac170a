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
    /// What is said of the annotations that begin here.
    package var notes: [MarginNote] = []
  }

  /// One piece of a span, cut to the paragraph.
  package struct Mark: Sendable {
    /// How the span goes on beyond a piece.
    package enum Link: Sendable, Hashable {
      /// Not at all.
      case none
      /// By another piece, after words that do not belong to it.
      case piece
      /// Without a gap, outside what is shown of the paragraph.
      case stretch
    }

    /// The part of the paragraph that is marked.
    package var range: TextRange
    /// The annotation's label.
    package var label: String
    /// What it is called at the prompt, or its id.
    package var handle: String
    /// What of the same span comes before.
    package var before: Link
    /// What of the same span comes after.
    package var after: Link
  }

  /// The paragraphs in order.
  package var paragraphs: [Paragraph]
  /// How many paragraphs the article has; the margin is as wide as their numbers.
  package var paragraphCount: Int
  /// The annotations of the whole article, a line each above it.
  package var articleLevel: [AnnotationReport]
  /// How often each label occurs in what is shown, in the schema's order, with the letters that its
  /// handles begin with.
  package var legend: [(letters: String, label: String, count: Int)]
}

extension ArticlePage {
  /// What of the article lies in `scope`, paragraph by paragraph.
  ///
  /// Costs what lies there, and a look at each paragraph's place.
  ///
  /// - Parameter handle: what an annotation is called at the prompt.
  package init(
    of annotations: AnnotationSet, in scope: TextRange, schema: Schema,
    articleLevel: [AnnotationReport] = [], handle: (AnnotationID) -> String
  ) {
    let article = annotations.article
    let layout = article.layout
    let aliases = Dictionary(
      schema.relationRules.compactMap { rule in rule.alias.map { (rule.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<AnnotationID> = []
    var counts: [String: Int] = [:]
    var paragraphs: [Paragraph] = []
    for (index, paragraph) in layout.paragraphs.enumerated() {
      guard paragraph.range.overlaps(scope) else { continue }
      let range = TextRange(
        max(paragraph.range.lower, scope.lower), min(paragraph.range.upper, scope.upper))
      let sentences = layout.sentences(in: index + 1)
      var shown = Paragraph(
        number: index + 1, range: range, scalars: Array(article.text(in: range).unicodeScalars),
        sentences: sentences.count < 2
          ? []
          : sentences.enumerated()
            .map { ($0.element.lower, $0.offset + 1) }
            .filter { range.lower <= $0.0 && $0.0 < range.upper },
        marks: [])
      var named: Set<AnnotationID> = []
      for annotation in annotations.annotations(overlapping: range)
      where !annotation.isArticleLevel {
        let marks = Self.marks(of: annotation, in: range, handle: handle(annotation.id))
        shown.marks += marks
        guard let first = marks.map(\.range.lower).min(), seen.insert(annotation.id).inserted
        else { continue }
        counts[annotation.label, default: 0] += 1
        let note = MarginNote(
          on: annotation, at: first, in: paragraph.range, of: annotations, aliases: aliases,
          named: &named, handle: handle)
        if !note.isEmpty { shown.notes.append(note) }
      }
      paragraphs.append(shown)
    }
    let known = schema.labels.map(\.name)
    let order = known + counts.keys.filter { !known.contains($0) }.sorted()
    self.init(
      paragraphs: paragraphs, paragraphCount: layout.paragraphs.count, articleLevel: articleLevel,
      legend: order.compactMap { label in
        counts[label].map { (schema.handlePrefix(of: label), label, $0) }
      })
  }

  /// The pieces of an annotation that lie in `range`, cut to it.
  private static func marks(
    of annotation: Annotation, in range: TextRange, handle: String
  ) -> [Mark] {
    let pieces = annotation.ranges
    return pieces.enumerated().compactMap { index, piece in
      let isInside = piece.overlaps(range) || piece.isEmpty && range.contains(piece)
      guard isInside else { return nil }
      return Mark(
        range: TextRange(max(piece.lower, range.lower), min(piece.upper, range.upper)),
        label: annotation.label, handle: handle,
        before: piece.lower < range.lower ? .stretch : index > 0 ? .piece : .none,
        after: piece.upper > range.upper
          ? .stretch : index < pieces.count - 1 ? .piece : .none)
    }
  }
}
