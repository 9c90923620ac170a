public import Standoff

/// What a set of annotations has that another has not, annotation by annotation.
///
/// ```swift
/// for change in AnnotationDiff(from: old, to: new).changes { print(change.kind, change.annotation.id) }
/// ```
/// Annotations are found again by their ids where these tell, then by what they say, so that the
/// files of two people can be compared as well as two states of one file.
/// Which ids lines have, and in what order they stand, makes no difference.
public struct AnnotationDiff: Sendable {
  /// The changes in the order of the text; what was removed stands before what was added there.
  public let changes: [AnnotationChange]

  /// Compares two sets on the same article.
  ///
  /// Takes time linear in the lines, but for the sorting of the changes.
  public init(from old: AnnotationSet, to new: AnnotationSet) {
    let pairing = AnnotationPairing(of: old, with: new)
    let oldFacts = AnnotationFacts(of: old, renaming: pairing.partners)
    let newFacts = AnnotationFacts(of: new, renaming: [:])
    var changes: [AnnotationChange] = []
    for (id, partner) in pairing.pairs {
      guard let before = old[id], let after = new[partner] else { continue }
      let fields = Self.fields(oldFacts.facts(of: before), newFacts.facts(of: after))
      guard !fields.isEmpty else { continue }
      changes.append(
        AnnotationChange(kind: .changed, annotation: after, former: before, fields: fields))
    }
    changes += Self.whole(pairing.onlyOld, in: old).map {
      AnnotationChange(kind: .removed, annotation: $0, former: nil, fields: [])
    }
    changes += Self.whole(pairing.onlyNew, in: new).map {
      AnnotationChange(kind: .added, annotation: $0, former: nil, fields: [])
    }
    self.changes = changes.sorted(by: Self.precedes)
  }

  /// The annotations that one set alone has; an event and what it stands on are one.
  private static func whole(_ ids: [AnnotationID], in set: AnnotationSet) -> [Annotation] {
    let triggers = Set(ids.lazy.filter { set.standing($0) != $0 }.map(set.standing))
    return ids.filter { !triggers.contains($0) }.compactMap { set[$0] }
  }

  /// Whether the two sets say the same.
  public var isEmpty: Bool { changes.isEmpty }

  private typealias Facts = [(name: AnnotationChange.Field.Name, values: [String])]

  private static func fields(_ old: Facts, _ new: Facts) -> [AnnotationChange.Field] {
    var fields: [AnnotationChange.Field] = []
    let later = Dictionary(new.map { ($0.name, $0.values) }) { first, _ in first }
    for fact in old {
      let values = later[fact.name] ?? []
      if values.map({ Array($0.utf8) }) != fact.values.map({ Array($0.utf8) }) {
        fields.append(AnnotationChange.Field(name: fact.name, old: fact.values, new: values))
      }
    }
    let known = Set(old.map(\.name))
    fields += new.filter { !known.contains($0.name) }.map {
      AnnotationChange.Field(name: $0.name, old: [], new: $0.values)
    }
    return fields
  }

  private static func precedes(_ left: AnnotationChange, _ right: AnnotationChange) -> Bool {
    let (a, b) = (left.annotation, right.annotation)
    if a.extent != b.extent { return a.extent < b.extent }
    if left.kind != right.kind { return left.kind.rank < right.kind.rank }
    return a.id < b.id
  }
}

extension AnnotationChange.Kind {
  fileprivate var rank: Int {
    switch self {
    case .changed: 0
    case .removed: 1
    case .added: 2
    }
  }
}
