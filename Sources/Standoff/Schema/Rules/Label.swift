/// What a schema says about one label: its name, what it means, and what may hang on it.
public struct Label: Hashable, Sendable {
  /// Whether a label marks a span or an event.
  public enum Kind: Hashable, Sendable {
    /// The label of a span.
    case span
    /// The label of an event, whose trigger is a span and whose roles are filled by others.
    case event([RoleRule])
  }

  /// The name as files spell it.
  public let name: String
  /// Whether it marks a span or an event, and the event's roles.
  public let kind: Kind
  /// The one lower-case letter that stands for it at the prompt and begins its handles.
  public let key: Character?
  /// The colour it is shown in.
  public let color: LabelColor?
  /// Other words for it, which serve as verbs.
  public let aliases: [String]
  /// What happens to quotation marks at the edges of its spans.
  public let edges: SpanEdges
  /// What it is for, in a sentence.
  public let `is`: String?
  /// What it is not for, in a sentence.
  public let not: String?
  /// The attributes an annotation may carry, in the order they are shown.
  public let attributes: [AttributeRule]
  /// The relations that may start at it.
  public let relations: [RelationRule]
  /// The databases its references may come from; empty allows any.
  public let references: [String]
  /// The label above it in the schema's tree.
  public let parent: String?
  /// Whether it only groups the labels below it and cannot be tagged itself.
  public let isAbstract: Bool
  /// Whether it is meant to stand for the whole article as well.
  public let marksArticles: Bool

  /// Creates a label; what is left out is empty, and it marks spans.
  public init(
    _ name: String, _ kind: Kind = .span, key: Character? = nil, color: LabelColor? = nil,
    aliases: [String] = [], edges: SpanEdges = .asTagged, is definition: String? = nil,
    not: String? = nil, attributes: [AttributeRule] = [], relations: [RelationRule] = [],
    references: [String] = [], parent: String? = nil, isAbstract: Bool = false,
    marksArticles: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.key = key
    self.color = color
    self.aliases = aliases
    self.edges = edges
    self.is = definition
    self.not = not
    self.attributes = attributes
    self.relations = relations
    self.references = references
    self.parent = parent
    self.isAbstract = isAbstract
    self.marksArticles = marksArticles
  }

  /// Whether it marks an event.
  public var isEvent: Bool { kind != .span }

  /// The roles of an event, in the order they are shown; empty for a span.
  public var roles: [RoleRule] {
    if case .event(let roles) = kind { roles } else { [] }
  }

  /// The attributes that every annotation of the label must have.
  public var required: [String] { attributes.filter(\.isRequired).map(\.name) }
}
