/// What a value is about: all that was compared, or a part of it.
public enum AgreementGroup: Hashable, Sendable {
  /// All annotators, labels and articles.
  case all
  /// The spans of one label.
  case label(String)
  /// Two of the annotators.
  case pair(String, String)
  /// The values of an attribute on spans that two annotators both marked.
  case attribute(String)
  /// The relations of one name between such spans.
  case relation(String)
  /// One article.
  case document(String)

  /// The parts that may be asked for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The labels: a value for the spans of each.
    case label
    /// The attributes: a value for the values of each.
    case attribute
    /// The relations: a value for those of each name.
    case relation
    /// The articles: a value for each.
    case document
    /// The pairs of annotators: a value for every two.
    case pair
  }
}

extension AgreementGroup: CustomStringConvertible {
  /// The part as programs read it: `all`, a label, `pair:ana,ben`, `document:ferry`.
  public var description: String {
    switch self {
    case .all: "all"
    case .label(let name): name
    case .pair(let one, let other): "pair:\(one),\(other)"
    case .attribute(let name): "attribute:\(name)"
    case .relation(let name): "relation:\(name)"
    case .document(let name): "document:\(name)"
    }
  }
}
