import Standoff

/// What each side put in the place of one line: another end of a relation, another entry of a database.
///
/// Such lines have ids of their own, so each by itself is something that one side added. They are rivals
/// where both sides took away what stood there, or both made that which they are on.
struct RivalAdditions {
  /// What lines have in common that are rivals.
  private struct Place: Hashable {
    let kind: LineKind
    /// The name of the relation, or the database of the reference.
    let name: String
    /// What it starts at, or is on.
    let owner: AnnotationID
  }

  /// The conflicts, in the order of the lowest ids.
  let conflicts: [MergeConflict]

  /// Finds rivals among the lines that stand; `parted` are the annotations that stand twice, each with
  /// what its side says of it.
  init(
    _ lines: [AnnotationID: StandoffRecord], base: RecordTable, sides: BothSides<RecordTable>,
    parted: Set<AnnotationID>
  ) {
    var emptied: Set<Place> = []
    for id in base.order where sides.ours[id] == nil && sides.theirs[id] == nil {
      if let place = base[id].flatMap(Self.place) { emptied.insert(place) }
    }
    func added(_ table: RecordTable, _ other: RecordTable) -> [Place: [AnnotationID]] {
      var found: [Place: [AnnotationID]] = [:]
      for id in table.order where base[id] == nil && other[id] == nil && lines[id] != nil {
        guard let place = table[id].flatMap(Self.place), !parted.contains(place.owner),
          emptied.contains(place) || base[place.owner] == nil
        else { continue }
        found[place, default: []].append(id)
      }
      return found
    }
    let (mine, yours) = (added(sides.ours, sides.theirs), added(sides.theirs, sides.ours))
    conflicts = mine.compactMap { place, ids -> MergeConflict? in
      guard let others = yours[place] else { return nil }
      return Self.conflict(place, BothSides(ours: ids.sorted(), theirs: others.sorted()), lines)
    }.sorted { $0.readings.flatMap(\.ids).lexicographicallyPrecedes($1.readings.flatMap(\.ids)) }
  }

  private static func place(of record: StandoffRecord) -> Place? {
    guard let owner = record.mentions.first?.id else { return nil }
    switch record.kind {
    case .relation: return Place(kind: .relation, name: record.name, owner: owner)
    case .reference:
      let database = String(record.entry.prefix { $0 != ":" })
      return Place(kind: .reference, name: database, owner: owner)
    default: return nil
    }
  }

  private static func conflict(
    _ place: Place, _ ids: BothSides<[AnnotationID]>, _ lines: [AnnotationID: StandoffRecord]
  ) -> MergeConflict {
    let isRelation = place.kind == .relation
    let lowest = ids.all.joined().min() ?? place.owner
    return MergeConflict(
      kind: isRelation ? .relation : .attribute, group: 0,
      name: isRelation ? place.name : MergeConflict.referenceName,
      target: isRelation ? lowest : place.owner,
      readings: MergeSide.allCases.map { side in
        let entries = ids[side].compactMap { lines[$0]?.entry }.joined(separator: ", ")
        return .init(
          annotators: [side.rawValue], ids: ids[side], value: isRelation ? nil : entries)
      })
  }
}
