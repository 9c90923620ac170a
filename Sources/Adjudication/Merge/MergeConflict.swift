public import Standoff

/// Something that a merge could not settle: what each side says stands in the merged file, and lines
/// of the type `Conflict` say that it is open.
public struct MergeConflict: Hashable, Sendable {
  /// What the sides disagree on.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The label of an annotation or event.
    case label
    /// The words that an annotation is on.
    case boundary
    /// The value of an attribute, or whether it is there.
    case attribute
    /// The name or the ends of a relation, or the trigger of an event.
    case relation
    /// Whether an annotation that one side changed, and the other took away, is there.
    case deleted
    /// The text of a note.
    case text
  }

  /// What one side says.
  public struct Reading: Hashable, Sendable {
    /// The side.
    public let side: MergeSide
    /// The lines in the merged file that say it; none where the side says that nothing is there.
    public let ids: [AnnotationID]
    /// The value of the attribute; `nil` for all else, and where the side has no value.
    public let value: String?
  }

  /// What the sides disagree on.
  public let kind: Kind
  /// The number by which the file, reports and people call the conflict, counted from 1.
  public let group: Int
  /// The attribute, where it is about one.
  public let name: String?
  /// The annotation, event or relation that an attribute or note is on; for all else, that which kept
  /// its id.
  public let target: AnnotationID
  /// What each side says, ours first.
  public let readings: [Reading]

  /// The annotations, events and relations that are disputed, each of which has a `Conflict` line.
  public var ids: [AnnotationID] {
    switch kind {
    case .attribute, .text: [target]
    case .label, .boundary, .relation, .deleted: readings.flatMap(\.ids)
    }
  }
}

extension MergeConflict {
  /// The text of the `Conflict` line on one of its annotations.
  func record(on id: AnnotationID) -> JSONValue {
    let says = readings.filter { $0.ids.contains(id) }
    let from = says.isEmpty ? readings : says
    var members: [(key: String, value: JSONValue)] = [
      ("kind", .string(kind.rawValue)), ("group", .integer(group)),
      ("from", .array(from.map { .string($0.side.rawValue) })),
    ]
    if let name { members.append(("name", .string(name))) }
    if kind == .attribute || kind == .text {
      members.append(
        (
          "readings",
          .object(
            readings.map { reading in
              let ids = JSONValue.array(reading.ids.map { .string($0.description) })
              return (reading.side.rawValue, ids)
            })
        ))
    }
    return .object(members)
  }
}
