/// What a schema says about one attribute: its name and the values it may have.
public struct AttributeRule: Hashable, Sendable {
  /// What kind of value an attribute takes.
  public enum Kind: Hashable, Sendable {
    /// No value: the attribute is there or it is not.
    case binary
    /// One of these, in the order a menu shows them; never empty.
    case oneOf([String])
    /// Any text, or any text that matches the pattern as a whole.
    case text(ValuePattern?)
  }

  /// The name as files spell it.
  public let name: String
  /// What kind of value it takes.
  public let kind: Kind
  /// Whether every annotation of the label must have it.
  public let isRequired: Bool
  /// The value an editor is offered first.
  public let defaultValue: String?
  /// What the attribute says, in a sentence.
  public let `is`: String?

  /// Creates a rule; an attribute takes any text unless `kind` says otherwise.
  public init(
    _ name: String, _ kind: Kind = .text(nil), isRequired: Bool = false,
    defaultValue: String? = nil, is definition: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.is = definition
  }

  /// Whether the attribute takes no value.
  public var isBinary: Bool { kind == .binary }

  /// The values to choose from; empty where it takes none or any text.
  public var values: [String] {
    if case .oneOf(let values) = kind { values } else { [] }
  }

  /// What a text value has to match as a whole.
  public var pattern: ValuePattern? {
    if case .text(let pattern) = kind { pattern } else { nil }
  }

  /// The spelling of the schema for a typed value: the exact one, else the only one that differs in
  /// case alone; `nil` where the value is not allowed.
  ///
  /// For a binary attribute no value is ever allowed; texts come back unchanged.
  public func value(for typed: String) -> String? {
    switch kind {
    case .binary: return nil
    case .text(let pattern): return pattern?.matches(typed) ?? true ? typed : nil
    case .oneOf(let values):
      if let exact = values.first(where: { $0.utf8.elementsEqual(typed.utf8) }) { return exact }
      let folded = caseFolded(typed)
      let alike = values.filter { caseFolded($0) == folded }
      return alike.count == 1 ? alike.first : nil
    }
  }

  /// Whether a file may hold this value, spelled just so; `nil` is the missing value of a binary
  /// attribute.
  public func allows(_ value: String?) -> Bool {
    guard let value else { return isBinary }
    switch kind {
    case .binary: return false
    case .text(let pattern): return pattern?.matches(value) ?? true
    case .oneOf(let values): return values.contains { $0.utf8.elementsEqual(value.utf8) }
    }
  }
}

extension AttributeRule {
  /// The attribute that marks an annotation of the whole article, which every schema allows.
  public static let scope = AttributeRule(
    Annotation.scopeName, .oneOf([Annotation.articleScope]))
}
