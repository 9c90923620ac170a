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
    let set = lines.annotations
    let all = set.said(of: lines.id(of: passage.rows[annotator][place])) { set.attributes(of: $0) }
    return Dictionary(all.map { ($0.name, $0.shownValue) }) { first, _ in first }
  }

  /// The relations of an annotator between spans of the passage, and who takes part in events on them.
  func edges(of annotator: Int) -> [RelationTally.Edge] {
    guard let lines = article.lines[annotator] else { return [] }
    let places = Dictionary(
      passage.rows[annotator].enumerated().map { (lines.id(of: $1), $0) },
      uniquingKeysWith: { a, _ in a })
    return lines.annotations.ties.compactMap { tie in
      guard let source = places[tie.source], let target = places[tie.target] else { return nil }
      return RelationTally.Edge(name: tie.name, source: source, target: target)
    }
  }
}

extension AnnotationSet {
  /// What leads from one annotation to another: relations, and the arguments of events by their roles,
  /// from trigger to trigger where events have them.
  var ties: [(name: String, source: AnnotationID, target: AnnotationID)] {
    relations.map { ($0.name, standing($0.source), standing($0.target)) }
      + events.flatMap { event in
        event.arguments.map { ($0.roleName, event.trigger, standing($0.id)) }
      }
  }
}
