public import Standoff

/// How one annotation differs between two sets.
public struct AnnotationChange: Hashable, Sendable {
  /// What happened to an annotation.
  public enum Kind: String, Hashable, Sendable {
    /// It is in the new set alone.
    case added
    /// It is in the old set alone.
    case removed
    /// It is in both, and something about it differs.
    case changed
  }

  /// Something that is said of an annotation, as each set has it.
  public struct Field: Hashable, Sendable {
    /// What a field is about.
    public enum Name: Hashable, Sendable {
      /// The label.
      case label
      /// The stretches, as `10-20`.
      case ranges
      /// An attribute of this name; a binary one has the value `yes`.
      case attribute(String)
      /// The relations of this name that go out from the annotation, by the ids they lead to.
      case relation(String)
      /// Who takes part in the event in this role, by their ids.
      case role(String)
      /// The others in the equivalence groups of this name, by their ids.
      case group(String)
      /// The references, as `wikidata:Q42`.
      case references
      /// The notes.
      case notes
      /// What a merge could not settle, as the file keeps it.
      case conflicts
    }

    /// What the field is about.
    public let name: Name
    /// What the old set says; nothing where it is empty.
    public let old: [String]
    /// What the new set says.
    public let new: [String]
  }

  /// What happened.
  public let kind: Kind
  /// The annotation as the new set has it; as the old one has it where it was removed.
  public let annotation: Annotation
  /// A changed annotation as the old set has it; `nil` for what was added or removed.
  public let former: Annotation?
  /// What differs about a changed annotation; none for what was added or removed.
  public let fields: [Field]
}
