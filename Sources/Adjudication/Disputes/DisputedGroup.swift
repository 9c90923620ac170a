public import Standoff

/// One question that a merge left open, as the lines of the merged file tell it.
///
/// Whatever merged the file, two sides or any number of annotators: what is needed to settle the
/// question stands in its `Conflict` lines, so that a file that git or another machine merged can be
/// worked through as well.
public struct DisputedGroup: Hashable, Sendable {
  /// What is disputed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Whether an annotation that some have and others do not is there.
    case presence
    /// Whether an annotation that one side changed, and the other took away, is there.
    case deleted
    /// The label of an annotation or event.
    case label
    /// The name or the ends of a relation, what an event is made of, or who belongs to a group.
    case relation
    /// The words that an annotation is on.
    case boundary
    /// The value of an attribute, or whether it is there.
    case attribute
    /// The text of a note.
    case text
    /// A line that says of no kind known here that something is open.
    case unknown
  }

  /// What some annotators say.
  public struct Reading: Hashable, Sendable {
    /// Who says it, in the order of the file; nobody where the file does not tell.
    public let annotators: [String]
    /// The lines of the file that say it; none where they say that nothing is there.
    public let ids: [AnnotationID]
  }

  /// The number by which people call it, from 1; 0 for lines that cannot be read.
  public let number: Int
  /// What is disputed.
  public let kind: Kind
  /// The attribute, relation or group that it is about, where it is about one; of a group with a `*`
  /// before it.
  public let name: String?
  /// What the first of its `Conflict` lines stands on.
  public let target: AnnotationID
  /// What is said, each once.
  public let readings: [Reading]
  /// Its `Conflict` lines.
  let notes: [AnnotationID]
  /// Whether these lines say of everybody what they say, those included who say that nothing is there.
  let areReadingsListed: Bool

  /// The lines that say something of it.
  public var ids: [AnnotationID] { readings.flatMap(\.ids) }

  /// Everybody who says something of it, that nothing is there included.
  public var annotators: [String] { readings.flatMap(\.annotators) }

  /// What an annotator says.
  public func reading(of annotator: String) -> Reading? {
    readings.first { $0.annotators.contains { $0.utf8.elementsEqual(annotator.utf8) } }
  }

  /// Whether it is about events alone that may not be there, whose triggers everybody has.
  package func isOfEventsAlone(in set: AnnotationSet) -> Bool {
    (kind == .presence || kind == .deleted) && areReadingsListed && !ids.isEmpty
      && ids.allSatisfy { set.record(of: $0)?.kind == .event }
  }

  /// Whether each reading is annotations, events or relations that stand in the file, rather than
  /// lines about one.
  var isOfLines: Bool {
    MergeConflict.Kind(rawValue: kind.rawValue)?.isOfLines(named: name) ?? false
  }

  /// Whether it is about an equivalence group, whose members are the readings.
  var isOfGroup: Bool { kind == .relation && MergeConflict.Kind.isOfGroup(name) }

  /// Whether the two sides of a three-way merge disagree; what they have in common names one of the
  /// readings alone.
  var isOfSides: Bool { annotators.allSatisfy { MergeSide(rawValue: $0) != nil } }
}
