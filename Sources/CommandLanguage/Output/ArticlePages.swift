import Standoff

/// Parts of the article as pages of some paragraphs each, made as they are printed; laid out one
/// after the other they are the page of all.
struct ArticlePages: Sequence, Sendable {
  /// How many paragraphs a page has.
  private static let length = 16

  private let draft: ArticlePageDraft
  private let handles: HandleTable
  private let articleLevel: [AnnotationReport]

  /// Pages of what lies in `scopes`, which are in text order.
  init(
    of annotations: AnnotationSet, in scopes: [TextRange], schema: Schema,
    articleLevel: [AnnotationReport], handles: HandleTable
  ) {
    draft = ArticlePageDraft(of: annotations, in: scopes, schema: schema)
    self.handles = handles
    self.articleLevel = articleLevel
  }

  func makeIterator() -> some IteratorProtocol<Report.Item> {
    var draft = draft
    var articleLevel = articleLevel
    return AnyIterator { [handles] in
      guard !draft.isDone || !articleLevel.isEmpty else { return nil }
      let page = draft.page(ofNext: Self.length, articleLevel: articleLevel) { id in
        handles.handle(of: id) ?? id.description
      }
      articleLevel = []
      return .page(page)
    }
  }
}
