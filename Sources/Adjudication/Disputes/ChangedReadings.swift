package import Standoff

/// Open conflicts in which an edit changes what annotators said, while the question stays open.
///
/// Whoever settles such a conflict afterwards would follow somebody in what they never said, and the
/// decision would be on a question that no later merge asks.
package struct ChangedReadings {
  /// The conflicts as they stand before the edit, by number.
  package private(set) var groups: [DisputedGroup] = []

  /// Looks at the lines that an edit takes out and puts in.
  ///
  /// Takes time with these lines and what they hang together with, and with all `Conflict` lines where
  /// one is about them.
  package init(_ edit: Edit, from before: AnnotationSet, to after: AnnotationSet) {
    guard before.hasConflict else { return }
    var numbers = Self.questions(about: edit.removedIDs, in: before)
    numbers.formUnion(Self.questions(about: edit.addedIDs, in: after))
    guard !numbers.isEmpty else { return }
    groups = before.disputedGroups.filter { group in
      guard numbers.contains(group.number), let left = group.reread(in: after) else { return false }
      return left.readings != group.readings
        || Statement(group, in: before).parts != Statement(group, in: after).parts
    }
  }

  /// The numbers of the conflicts that are about some lines, about what these are on or lead to, or about
  /// relations of those.
  private static func questions(
    about ids: some Sequence<AnnotationID>, in set: AnnotationSet
  ) -> Set<Int> {
    var numbers: Set<Int> = []
    for id in ids {
      guard let record = set.record(of: id), !record.isRecord else { continue }
      for stand in Set([id] + record.mentions.map(\.id)) {
        let holders =
          [stand] + set.events(on: stand).map(\.id) + set.relations(from: stand).map(\.id)
          + set.relations(to: stand).map(\.id)
        for note in holders.flatMap({ set.notes(of: $0, type: Note.conflictType) }) {
          if let number = ConflictRecord(note.text)?.number { numbers.insert(number) }
        }
      }
    }
    return numbers
  }
}

/// All that the readings of a conflict say, and what tells it from others: where nothing of this changes,
/// a decision means the same before and after.
private struct Statement {
  private(set) var parts: [[String]] = []

  init(_ group: DisputedGroup, in set: AnnotationSet) {
    for id in group.ids { add(id, in: set) }
    switch group.kind {
    case .attribute:
      add(group.target, in: set)
      let isReference = group.name == MergeConflict.referenceName
      parts.append(
        isReference
          ? set.references(of: group.target).map(\.entry).sorted() : [])
    case .text, .unknown: add(group.target, in: set)
    case .relation:
      let relations = group.ids.compactMap(set.relation)
      for source in Set(relations.map(\.source)).sorted() {
        add(source, in: set)
        let rivals = set.relations(from: source).filter { relation in
          relations.contains { $0.name.utf8.elementsEqual(relation.name.utf8) }
        }
        for rival in rivals { add(rival.target, in: set) }
      }
    case .presence, .deleted, .label, .boundary:
      for id in group.ids { addSayings(of: id, in: set) }
    }
  }

  /// Adds what a line says; nothing where it is gone.
  private mutating func add(_ id: AnnotationID, in set: AnnotationSet) {
    guard let record = set.record(of: id) else { return parts.append([]) }
    parts.append(
      [record.name, record.value ?? ""] + record.ranges.map(\.description) + record.ends.joined())
  }

  /// Adds what is said of an annotation or event.
  private mutating func addSayings(of id: AnnotationID, in set: AnnotationSet) {
    for bearer in Set([id] + set.bearers(of: id)).sorted() {
      let own =
        set.attributes(of: bearer).map(\.id) + set.references(of: bearer).map(\.id)
        + set.notes(of: bearer, type: Note.freeType).map(\.id)
        + set.relations(from: bearer).map(\.id)
      for saying in own { add(saying, in: set) }
    }
  }
}

extension DiagnosticName {
  /// An act would change what annotators said in a conflict that is open.
  package static let inConflict = DiagnosticName("in-conflict")
}
