public import Standoff

/// Something that a merge could not settle: what each side says stands in the merged file, and lines
/// of the type `Conflict` say that it is open.
public struct MergeConflict: Hashable, Sendable {
  /// What the annotators, or the sides, disagree on.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Whether an annotation or event is there at all.
    case presence
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

  /// What some annotators, or one side, say.
  public struct Reading: Hashable, Sendable {
    /// Who says it, in the order of their names; of a three-way merge `ours` or `theirs`.
    public let annotators: [String]
    /// The lines in the merged file that say it; none where they say that nothing is there.
    public let ids: [AnnotationID]
    /// The value of the attribute, `yes` for a binary one, or the entries of references; `nil` for all
    /// else, and where nothing is said.
    public let value: String?

    /// The side of a three-way merge that says it; `nil` for annotators, unless one is called so.
    public var side: MergeSide? { annotators.first.flatMap(MergeSide.init) }
  }

  /// What the sides disagree on.
  public let kind: Kind
  /// The number by which the file, reports and people call the conflict, counted from 1.
  public let group: Int
  /// The attribute or relation, where it is about one; `ref` for references, and for equivalence groups
  /// their name after a `*`.
  public let name: String?
  /// The annotation, event or relation that an attribute or note is on; for all else, that which kept
  /// its id.
  public let target: AnnotationID
  /// What each side says, ours first; of annotators, those who say the same together.
  public let readings: [Reading]
  /// Whether the side that took an event away kept its trigger.
  var isTriggerKept = false

  /// The annotations, events and relations that are disputed, each of which has a `Conflict` line; that of
  /// a trigger stands on an event of it.
  public var ids: [AnnotationID] {
    kind.isOfLines(named: name) ? readings.flatMap(\.ids) : [target]
  }
}

extension MergeConflict {
  /// What one side changed and the other took away, without a number yet.
  init(deleted id: AnnotationID, keptBy side: MergeSide, isTriggerKept: Bool) {
    self.init(
      kind: .deleted, group: 0, name: nil, target: id,
      readings: MergeSide.allCases.map {
        Reading(annotators: [$0.rawValue], ids: $0 == side ? [id] : [], value: nil)
      })
    self.isTriggerKept = isTriggerKept
  }

  /// The readings by who says them, in the order of the names.
  package var readingsByAnnotator: [(annotator: String, reading: Reading)] {
    readings.flatMap { reading in reading.annotators.map { ($0, reading) } }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// The text of the `Conflict` lines, each with what it is on, in the order of the ids.
  var lines: [(id: AnnotationID, text: String)] {
    var line = ConflictLine<AnnotationID>()
    line.begin()
    for (annotator, reading) in readingsByAnnotator {
      line.add(Self.quoted(annotator))
      for id in reading.ids { line.add(id) }
    }
    line.end(
      kind, group: group, name: name, isOneSilent: readings.contains { $0.ids.isEmpty },
      isTriggerKept: isTriggerKept
    ) { $1 += Self.quoted($0.description) }
    return Set(ids).sorted().map { id in
      var text: [UInt8] = []
      line.write(on: id, to: &text)
      return (id, String(decoding: text, as: UTF8.self))
    }
  }

  /// A string in JSON as lines have it that other programs read.
  private static func quoted(_ text: String) -> [UInt8] {
    Array(JSONValue.string(text).encoded(asciiOnly: true).utf8)
  }
}
