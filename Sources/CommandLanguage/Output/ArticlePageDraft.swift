import Standoff

/// The making of an ``ArticlePage``, some paragraphs after the other.
struct ArticlePageDraft: Sendable {
  private let annotations: AnnotationSet
  /// The part whose paragraphs are left, and those after it.
  private var scopes: ArraySlice<TextRange>
  private let schema: Schema
  private let aliases: [String: String]
  /// The paragraphs that are left of the part, by their places in the article's list.
  private var rest: Range<Int> = 0..<0
  /// The annotations that were on a page.
  private var seen: Set<AnnotationID> = []
  private var counts: [String: Int] = [:]

  /// Begins with what of the article lies in `scopes`, which are in text order.
  init(of annotations: AnnotationSet, in scopes: [TextRange], schema: Schema) {
    self.annotations = annotations
    self.scopes = scopes[...]
    self.schema = schema
    aliases = schema.relationAliases
    begin()
  }

  /// Whether no paragraph is left.
  var isDone: Bool { rest.isEmpty }

  /// Goes on to the first part, from here, that has a paragraph.
  private mutating func begin() {
    while let scope = scopes.first {
      rest = annotations.article.layout.paragraphs(touching: scope)
      if !rest.isEmpty { return }
      scopes.removeFirst()
    }
  }

  /// A page of the next `count` paragraphs of a part at most; the last one has the legend of all.
  ///
  /// - Parameter handle: what an annotation is called at the prompt.
  mutating func page(
    ofNext count: Int, articleLevel: [AnnotationReport], handle: (AnnotationID) -> String
  ) -> ArticlePage {
    let next = rest.prefix(count)
    rest = next.endIndex..<rest.endIndex
    let scope = scopes.first ?? TextRange(0, 0)
    let paragraphs = next.map { paragraph($0, in: scope, handle: handle) }
    if rest.isEmpty {
      scopes = scopes.dropFirst()
      begin()
    }
    return ArticlePage(
      paragraphs: paragraphs,
      paragraphCount: annotations.article.layout.paragraphs.count, articleLevel: articleLevel,
      legend: isDone ? legend : [])
  }

  private mutating func paragraph(
    _ index: Int, in scope: TextRange, handle: (AnnotationID) -> String
  ) -> ArticlePage.Paragraph {
    let layout = annotations.article.layout
    let paragraph = layout.paragraphs[index]
    let range = TextRange(
      max(paragraph.range.lower, scope.lower), min(paragraph.range.upper, scope.upper))
    let sentences = layout.sentences(in: index + 1)
    var shown = ArticlePage.Paragraph(
      number: index + 1, range: range,
      scalars: Array(annotations.article.text(in: range).unicodeScalars),
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
      shown.notes += MarginNote.notes(
        on: annotation, at: first, in: paragraph.range, of: annotations, aliases: aliases,
        named: &named, handle: handle)
    }
    return shown
  }

  private var legend: [(letters: String, label: String, count: Int)] {
    let known = schema.labels.map(\.name)
    let order = known + counts.keys.filter { !known.contains($0) }.sorted()
    return order.compactMap { label in
      counts[label].map { (schema.handlePrefix(of: label), label, $0) }
    }
  }

  /// The pieces of an annotation that lie in `range`, cut to it.
  private static func marks(
    of annotation: Annotation, in range: TextRange, handle: String
  ) -> [ArticlePage.Mark] {
    let pieces = annotation.ranges
    return pieces.enumerated().compactMap { index, piece in
      let isInside = piece.overlaps(range) || piece.isEmpty && range.contains(piece)
      guard isInside else { return nil }
      return ArticlePage.Mark(
        range: TextRange(max(piece.lower, range.lower), min(piece.upper, range.upper)),
        label: annotation.label, handle: handle,
        before: piece.lower < range.lower ? .stretch : index > 0 ? .piece : .none,
        after: piece.upper > range.upper
          ? .stretch : index < pieces.count - 1 ? .piece : .none)
    }
  }
}
