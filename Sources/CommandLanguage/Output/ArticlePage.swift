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
  /// Costs what lies there.
  ///
  /// - Parameter handle: what an annotation is called at the prompt.
  package init(
    of annotations: AnnotationSet, in scope: TextRange, schema: Schema,
    articleLevel: [AnnotationReport] = [], handle: (AnnotationID) -> String
  ) {
    var draft = ArticlePageDraft(of: annotations, in: [scope], schema: schema)
    self = draft.page(ofNext: .max, articleLevel: articleLevel, handle: handle)
  }
}
