package import Standoff

/// Open conflicts in which an edit changes what annotators said, while the question stays open.
///
/// Whoever settles such a conflict afterwards would follow somebody in what they never said.
package struct ChangedReadings {
  /// The conflicts as they stand before the edit, by number.
  package private(set) var groups: [DisputedGroup] = []

  /// Looks at the lines that an edit takes out.
  ///
  /// Takes time with these lines, and with all `Conflict` lines where one is about them.
  package init(_ edit: Edit, from before: AnnotationSet, to after: AnnotationSet) {
    let numbers = Self.questions(about: edit, in: before)
    guard !numbers.isEmpty else { return }
    groups = before.disputedGroups.filter { group in
      guard numbers.contains(group.number), let left = group.reread(in: after) else { return false }
      return left.readings != group.readings
        || group.ids.contains { Self.said(by: $0, in: before) != Self.said(by: $0, in: after) }
    }
  }

  /// The numbers of the conflicts that are about lines which an edit takes out, or about what these are on.
  private static func questions(about edit: Edit, in set: AnnotationSet) -> Set<Int> {
    var numbers: Set<Int> = []
    for line in edit.hunks.lazy.flatMap(\.removed) {
      let id = line.prefix { $0 != 0x09 }
      guard let record = set.record(of: AnnotationID(String(decoding: id, as: UTF8.self))),
        !record.isRecord
      else { continue }
      let stand = record.owner ?? record.id
      for holder in [stand] + set.events(on: stand).map(\.id) {
        for note in set.notes(of: holder, type: Note.conflictType) {
          if let number = ConflictRecord(note.text)?.number {
            numbers.insert(number)
          }
        }
      }
    }
    return numbers
  }

  /// What a line says as a reading; `nil` where it is gone.
  private static func said(by id: AnnotationID, in set: AnnotationSet) -> [String]? {
    set.record(of: id).map { record in
      [record.name, record.value ?? ""] + record.ranges.map(\.description) + record.ends.joined()
    }
  }
}

extension DisputedGroup {
  /// The numbers of some conflicts, as people read them: `1`, `1 and 2`, `1, 2 and 5`, or how many.
  package static func naming(_ groups: [DisputedGroup]) -> String {
    let numbers = groups.map { String($0.number) }
    switch numbers.count {
    case 0: return ""
    case 1: return "conflict " + numbers[0]
    case 2...8:
      return "conflicts " + numbers.dropLast().joined(separator: ", ") + " and "
        + numbers[numbers.count - 1]
    default: return "\(numbers.count) open conflicts"
    }
  }
}

extension DiagnosticName {
  /// An act would change what annotators said in a conflict that is open.
  package static let inConflict = DiagnosticName("in-conflict")
}
