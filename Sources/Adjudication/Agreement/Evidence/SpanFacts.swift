import Standoff

/// What hangs on the spans of a passage: attributes and relations.
struct SpanFacts {
  private let article: ComparedArticle
  private let passage: Passage

  init(_ article: ComparedArticle, _ passage: Passage) {
    self.article = article
    self.passage = passage
  }

  /// The attributes of the span of an annotator in a place, by name; one that is there or not has the
  /// value `yes`.
  func attributes(of annotator: Int, _ place: Int) -> [String: String] {
    guard let lines = article.lines[annotator] else { return [:] }
    let all = lines.annotations.attributes(of: lines.id(of: passage.rows[annotator][place]))
    return Dictionary(all.map { ($0.name, $0.value ?? "yes") }) { first, _ in first }
  }

  /// The relations of an annotator between spans of the passage.
  func edges(of annotator: Int) -> [RelationTally.Edge] {
    guard let lines = article.lines[annotator] else { return [] }
    let places = Dictionary(
      passage.rows[annotator].enumerated().map { (lines.id(of: $1), $0) },
      uniquingKeysWith: { a, _ in a })
    return lines.annotations.relations.compactMap { relation in
      guard let source = places[relation.source], let target = places[relation.target] else {
        return nil
      }
      return RelationTally.Edge(name: relation.name, source: source, target: target)
    }
  }
}
