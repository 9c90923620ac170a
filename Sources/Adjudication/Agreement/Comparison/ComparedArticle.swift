public import Standoff

/// An article with what several annotators marked in it, ready to be measured.
///
/// A span counts where it covers a code point of the article and where another annotator has read the
/// place; everything else is in ``leftOut``. Articles are cut where what has been read changes, so
/// that a place that one has read and left empty is told from one not read.
public struct ComparedArticle: Sendable {
  /// The name by which the article is told from others.
  public let name: String
  /// The text.
  public let article: Article
  /// What is not compared.
  public let leftOut: [LeftOut]
  /// The lines of each annotator; `nil` for one without any.
  let lines: [StandoffLines?]
  let passages: [Passage]

  /// Creates it from one set of each annotator.
  ///
  /// - Parameters:
  ///   - name: The name by which the article is told from others.
  ///   - article: The text that all sets are on.
  ///   - sets: What each annotator marked, in the order of `annotators`; `nil` for who has not read it.
  ///   - annotators: Their names.
  ///   - read: By annotator, what was read; all of it where `nil`, or where the list is shorter.
  public init(
    _ name: String, _ article: Article, sets: [AnnotationSet?], annotators: [String],
    read: [[TextRange]?] = []
  ) {
    self.init(
      name, article, lines: sets.map { $0.map(StandoffLines.init) }, annotators: annotators,
      read: read)
  }

  /// The same of so many annotators: those beyond are left out, and who is missing has read nothing.
  func resized(to count: Int) -> ComparedArticle {
    guard lines.count != count else { return self }
    return ComparedArticle(
      name: name, article: article, leftOut: leftOut,
      lines: lines.prefix(count) + Array(repeating: nil, count: max(0, count - lines.count)),
      passages: passages.compactMap { $0.resized(to: count) })
  }

  private init(
    name: String, article: Article, leftOut: [LeftOut], lines: [StandoffLines?],
    passages: [Passage]
  ) {
    self.name = name
    self.article = article
    self.leftOut = leftOut
    self.lines = lines
    self.passages = passages
  }

  /// The same from the lines of each annotator.
  package init(
    _ name: String, _ article: Article, lines: [StandoffLines?], annotators: [String],
    read: [[TextRange]?] = []
  ) {
    self.name = name
    self.article = article
    self.lines = lines
    let whole = TextRange(0, article.scalarCount)
    let scopes = lines.indices.map { index in
      lines[index] == nil ? [] : (index < read.count ? read[index] : nil) ?? [whole]
    }
    var gathering = SpanGathering(article, count: lines.count)
    for (annotator, lines) in lines.enumerated() {
      if let lines { gathering.take(lines, of: annotator) }
    }
    passages = gathering.passages(read: scopes)
    leftOut = gathering.leftOut(annotators)
  }
}

extension Article {
  /// The words, in order.
  var words: [TextRange] {
    layout.paragraphs.indices.flatMap { paragraph in
      layout.sentences(in: paragraph + 1).indices.flatMap { sentence in
        layout.words(in: paragraph + 1, sentence: sentence + 1)
      }
    }
  }
}
