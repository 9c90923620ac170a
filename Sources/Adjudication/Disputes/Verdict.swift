public import Standoff

/// What is to become of a disputed group.
public struct Verdict: Hashable, Sendable {
  /// Which reading stands.
  public enum Choice: Hashable, Sendable {
    /// That of an annotator, or of `ours` or `theirs`.
    case annotator(String)
    /// Every one, side by side.
    case both
    /// No one: what is disputed goes.
    case none
    /// The one on most characters.
    case longest
    /// The one on fewest characters.
    case shortest
    /// One of the adjudicator's own; without a label or ranges as the readings have it, where they
    /// agree on that.
    case own(label: String?, ranges: [TextRange]?)
  }

  /// What an attribute is set to besides, or `ref` with the entry `database:key` of a reference that is
  /// added.
  public struct Attribute: Hashable, Sendable {
    /// The attribute.
    public let name: String
    /// Its value; `nil` for a binary one.
    public let value: String?
    /// Whether it is there.
    public let isThere: Bool

    /// Creates an attribute that is there, or is to go.
    public init(_ name: String, value: String?, isThere: Bool = true) {
      self.name = name
      self.value = value
      self.isThere = isThere
    }
  }

  /// Which reading stands.
  public var choice: Choice
  /// The attributes that what stands is given; what else is open about these is settled with it.
  public var attributes: [Attribute]

  /// Creates a verdict.
  public init(_ choice: Choice, attributes: [Attribute] = []) {
    self.choice = choice
    self.attributes = attributes
  }
}

extension Verdict.Choice {
  /// The choices that a word stands for in every conflict.
  private static let worded: [Self] = [.both, .none, .longest, .shortest]

  /// The choice that a word stands for in every conflict; `nil` where it stands for none.
  package init?(word: String) {
    guard let choice = Self.worded.first(where: { $0.word == word }) else { return nil }
    self = choice
  }

  /// The word that is typed for the choice in every conflict; `nil` where it is somebody's.
  package var word: String? {
    switch self {
    case .both: "both"
    case .none: "none"
    case .longest: "longest"
    case .shortest: "shortest"
    case .annotator, .own: nil
    }
  }
}
