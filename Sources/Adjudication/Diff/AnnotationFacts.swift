import Standoff

/// All that is said of the annotations of a set, field by field, in a form that can be compared.
struct AnnotationFacts {
  private let set: AnnotationSet
  /// The ids of annotations in the other set, which the fields name instead.
  private let partners: [AnnotationID: AnnotationID]
  /// The other members of the groups that an annotation is in, by the group's name.
  private var groups: [AnnotationID: [String: [String]]] = [:]
  private var events: [AnnotationID: Event] = [:]

  /// Looks up what is not found by id.
  init(of set: AnnotationSet, renaming partners: [AnnotationID: AnnotationID]) {
    self.set = set
    self.partners = partners
    for group in set.groups {
      for member in group.members {
        groups[member, default: [:]][group.name, default: []] +=
          group.members.filter { $0 != member }.map { name(of: $0) }
      }
    }
    for event in set.events { events[event.id] = event }
  }

  /// The fields of an annotation: the values of each are sorted.
  func facts(
    of annotation: Annotation
  ) -> [(name: AnnotationChange.Field.Name, values: [String])] {
    let id = annotation.id
    var facts: [(name: AnnotationChange.Field.Name, values: [String])] = [
      (.label, [annotation.label]), (.ranges, annotation.ranges.map(\.description)),
    ]
    facts += sorted(set.attributes(of: id).map { ($0.name, $0.shownValue) })
      .map { (.attribute($0.name), $0.values) }
    facts += sorted(set.relations(from: id).map { ($0.name, end(of: $0)) })
      .map { (.relation($0.name), $0.values) }
    facts += sorted((events[id]?.arguments ?? []).map { ($0.role, name(of: $0.id)) })
      .map { (.role($0.name), $0.values) }
    facts += sorted((groups[id] ?? [:]).flatMap { name, others in others.map { (name, $0) } })
      .map { (.group($0.name), $0.values) }
    facts.append(
      (.references, set.references(of: id).map(\.entry).sorted(by: precedes)))
    facts.append((.notes, set.notes(of: id).map(\.text).sorted(by: precedes)))
    facts.append((.conflicts, set.conflictRecords(of: id).sorted(by: precedes)))
    return facts
  }

  /// Where a relation leads, with the attributes and notes that it has itself.
  private func end(of relation: Relation) -> String {
    let attributes = set.attributes(of: relation.id).map { "\($0.name)=\($0.shownValue)" }
    let notes = set.notes(of: relation.id).map { "“\($0.text)”" }
    return ([name(of: relation.target)] + attributes.sorted() + notes.sorted())
      .joined(separator: " ")
  }

  private func name(of id: AnnotationID) -> String { (partners[id] ?? id).description }

  /// Values by name, names and values sorted.
  private func sorted(_ pairs: [(String, String)]) -> [(name: String, values: [String])] {
    var values: [String: [String]] = [:]
    for (name, value) in pairs { values[name, default: []].append(value) }
    return values.map { ($0.key, $0.value.sorted(by: precedes)) }
      .sorted { precedes($0.name, $1.name) }
  }

  private func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
