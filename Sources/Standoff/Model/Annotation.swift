/// A label on one or more stretches of the article: a `T` line, or an `E` line on its trigger.
public struct Annotation: Hashable, Sendable {
  /// The id as it is written in the file.
  public let id: AnnotationID
  /// The schema's name for what is marked.
  public let label: String
  /// What is marked, in order; pieces that only a line break with blanks around it parts are one.
  ///
  /// Offsets may lie beyond the article's end, for a file may say so; ``Article/text(in:)`` clamps.
  public let ranges: [TextRange]
  /// The pieces as they stand in the file, in its order.
  public let fragments: [TextRange]
  /// Whether the annotation is on the whole article: a `T` with the attribute `Scope` = `article`.
  public let isArticleLevel: Bool

  /// The attribute that marks an annotation of the whole article, which every schema allows.
  package static let scopeName = "Scope"
  /// The value of that attribute.
  package static let articleScope = "article"
  /// What is shown where an annotation of the whole article has no place and no words.
  package static let articlePlace = "(article)"

  /// From the first start to the last end.
  public var extent: TextRange {
    guard let first = ranges.first else { return TextRange(0, 0) }
    return TextRange(first.lower, ranges.reduce(first.upper) { max($0, $1.upper) })
  }
}

extension AnnotationSet {
  /// The annotation with this id, of a `T` or `E` line; `nil` where there is none.
  public subscript(id: AnnotationID) -> Annotation? {
    guard let row = store.row(of: id) else { return nil }
    switch store.kind(of: row) {
    case .textBound, .discontinuous: return annotation(row)
    case .event: return event(row)
    default: return nil
    }
  }

  /// The label of the annotation with this id, of a `T` or `E` line, without the rest of it; `nil`
  /// where there is none.
  package func label(of id: AnnotationID) -> String? {
    guard let row = store.row(of: id) else { return nil }
    switch store.kind(of: row) {
    case .textBound, .discontinuous, .event: return store.label(of: row)
    default: return nil
    }
  }

  /// The `T` line in a row.
  func annotation(_ row: UInt32) -> Annotation { annotation(row, scope: scopeName) }

  /// The index of the attribute's name that makes annotations those of the whole article; `nil` where
  /// the file has none, and then no annotation need be asked.
  var scopeName: UInt32? { store.scopeName }

  /// The same, where ``scopeName`` was looked up for many.
  func annotation(_ row: UInt32, scope: UInt32?) -> Annotation {
    let fragments = store.ranges(of: row)
    return Annotation(
      id: store.id(of: row), label: store.label(of: row), ranges: article.joining(fragments),
      fragments: fragments, isArticleLevel: isArticleLevel(row, scope: scope))
  }

  /// The `E` line in a row, standing on its trigger.
  private func event(_ row: UInt32) -> Annotation {
    let trigger = store.row(ofID: store.links[store.firstLink(of: row)].target).map {
      annotation($0)
    }
    return Annotation(
      id: store.id(of: row), label: store.label(of: row), ranges: trigger?.ranges ?? [],
      fragments: trigger?.fragments ?? [], isArticleLevel: false)
  }

  /// Whether the `T` line in a row is on the whole article; `scope` is ``scopeName``.
  func isArticleLevel(_ row: UInt32, scope: UInt32?) -> Bool {
    guard let name = scope else { return false }
    let id = store.idIndex(of: row)
    guard store.idTable.head(of: id) != .none else { return false }
    return store.links(to: id).contains { link in
      store.kind(of: link.owner) == .attribute && store.labelIndex(of: link.owner) == name
        && attribute(link.owner).value == Annotation.articleScope
    }
  }
}
