import Standoff

/// The finding of the same lines in three files, so that one id means one thing in all of them.
///
/// A line is the same as one of the base where it has its id, if galley gave that out or both are on
/// common words; where galley did not give its id out, also where it says the same. What both sides
/// added is the same where it has one id that galley gave out, or says the same. Everything is decided
/// by what lines say, never by which side they are from, so that the sides can be swapped.
struct RecordAlignment {
  /// The file that both sides come from.
  let base: RecordTable
  /// The two sides, with the ids of the merge.
  private(set) var sides: [MergeSide: RecordTable]
  /// The ids that lines have.
  private(set) var taken: Set<AnnotationID>

  /// Finds out what is the same.
  init(base: AnnotationSet, ours: AnnotationSet, theirs: AnnotationSet) {
    self.base = RecordTable(base)
    sides = [.ours: RecordTable(ours), .theirs: RecordTable(theirs)]
    taken = Set(self.base.order)
    for kind in [LineKind.textBound, .event, .relation, .attribute, .reference, .note] {
      align(kind)
    }
  }

  /// What a line is known by among those of its kind.
  private typealias Key = [String]

  /// A line that is in neither base nor the other side yet, or that both sides added.
  private struct Addition {
    var key: Key
    var ids: [MergeSide: AnnotationID]
    var record: StandoffRecord
    /// The ids it could have, the lowest first.
    var candidates: [AnnotationID] { Set(ids.values).sorted() }
  }

  private mutating func align(_ kind: LineKind) {
    let tables = [base] + MergeSide.allCases.compactMap { sides[$0] }
    let repeated = Self.repeatedAttributes(kind, in: tables)
    let inBase = base.records(of: kind)
    let baseScopes = base.articleLevel
    var names: [MergeSide: [AnnotationID: AnnotationID]] = [:]
    var additions: [MergeSide: [Addition]] = [:]
    var changed: [MergeSide: [Key: AnnotationID]] = [:]
    var gone: [MergeSide: Set<AnnotationID>] = [:]
    for side in MergeSide.allCases {
      guard let table = sides[side] else { continue }
      let scopes = table.articleLevel
      let records = table.records(of: kind)
      // On the whole article an annotation is told from another by its references, not by its words.
      let topics = Set(
        records.filter { scopes[$0.id] != nil }.map { Self.key($0, scopes, repeated) })
      var open = Dictionary(inBase.map { ($0.id, $0) }) { first, _ in first }
      var rest: [StandoffRecord] = []
      for record in records {
        if let old = open[record.id], Self.isSame(old, record, repeated),
          !Self.isElsewhere(old, baseScopes, topics, Self.key(record, scopes, repeated))
        {
          open[record.id] = nil
          if !record.says(old) {
            changed[side, default: [:]][Self.key(record, scopes, repeated)] = record.id
          }
        } else {
          rest.append(record)
        }
      }
      var waiting: [Key: [AnnotationID]] = [:]
      for record in inBase.reversed() where open[record.id] != nil {
        waiting[Self.key(record, baseScopes, repeated), default: []].append(record.id)
      }
      var unmatched: [StandoffRecord] = []
      for record in rest {
        let key = Self.key(record, scopes, repeated)
        // An earlier merge may have given a line of the base an id of galley's, and whoever settled a
        // conflict the id of what it took the place of.
        if let id = waiting[key]?.last,
          !record.id.isStable || !id.isStable || base[record.id] != nil
        {
          waiting[key]?.removeLast()
          names[side, default: [:]][record.id] = id
          open[id] = nil
        } else {
          unmatched.append(record)
        }
      }
      for record in unmatched {
        let key = Self.key(record, scopes, repeated)
        // Of several values of one attribute this was given another.
        if record.kind == .attribute, let old = open[record.id], old.owner == record.owner,
          old.name.utf8.elementsEqual(record.name.utf8)
        {
          open[record.id] = nil
          changed[side, default: [:]][key] = record.id
        } else {
          additions[side, default: []].append(
            Addition(key: key, ids: [side: record.id], record: record))
        }
      }
      gone[side] = Set(open.keys)
    }
    for side in MergeSide.allCases {
      additions[side]?.removeAll { addition in
        // What one side changed, the other may have taken away and made anew, saying the same.
        guard let own = addition.ids[side], let id = changed[side.opposite]?[addition.key],
          gone[side]?.remove(id) != nil
        else { return false }
        names[side, default: [:]][own] = id
        return true
      }
    }
    let joined = Self.joined(additions[.ours] ?? [], additions[.theirs] ?? [])
    for addition in joined.sorted(by: Self.precedes) {
      let free = addition.candidates.first { !taken.contains($0) }
      let id = free ?? addition.record.rekeyed { taken.contains($0) }.id
      taken.insert(id)
      for (side, old) in addition.ids { names[side, default: [:]][old] = id }
    }
    for (side, names) in names { sides[side]?.rename(names.filter { $0.key != $0.value }) }
  }

  /// What both sides added as one, and what one side added by itself.
  private static func joined(_ ours: [Addition], _ theirs: [Addition]) -> [Addition] {
    var rest = theirs
    var found: [Addition] = []
    var waiting = ours
    // The same id and content, then the same id that galley gave out, then the same content.
    for pass in 0..<3 {
      var places: [Key: [Int]] = [:]
      for (index, addition) in rest.enumerated().reversed() {
        places[label(of: addition, .theirs, pass), default: []].append(index)
      }
      var joinedPlaces: Set<Int> = []
      waiting = waiting.filter { addition in
        if pass == 1, addition.ids[.ours]?.isStable != true { return true }
        guard let index = places[label(of: addition, .ours, pass)]?.popLast() else { return true }
        joinedPlaces.insert(index)
        let both = addition.ids.merging(rest[index].ids) { first, _ in first }
        let isFirst = !rest[index].key.lexicographicallyPrecedes(addition.key)
        let first = isFirst ? addition : rest[index]
        found.append(Addition(key: first.key, ids: both, record: first.record))
        return false
      }
      rest = rest.indices.filter { !joinedPlaces.contains($0) }.map { rest[$0] }
    }
    return found + waiting + rest
  }

  private static func label(of addition: Addition, _ side: MergeSide, _ pass: Int) -> Key {
    let id = addition.ids[side]?.description ?? ""
    switch pass {
    case 0: return addition.key + [id]
    case 1: return [id]
    default: return addition.key
    }
  }

  private static func precedes(_ left: Addition, _ right: Addition) -> Bool {
    let (a, b) = (left.key.map { Array($0.utf8) }, right.key.map { Array($0.utf8) })
    if a != b {
      return a.joined(separator: [0]).lexicographicallyPrecedes(b.joined(separator: [0]))
    }
    return left.candidates.lexicographicallyPrecedes(right.candidates)
  }

  // MARK: What lines are known by

  /// Whether a line that has the id of one of the base is that line.
  private static func isSame(
    _ old: StandoffRecord, _ new: StandoffRecord, _ repeated: Set<Key>
  ) -> Bool {
    guard old.kind == new.kind else { return false }
    switch old.kind {
    case .attribute, .reference: return key(old, [:], repeated) == key(new, [:], repeated)
    case .note where old.isRecord || new.isRecord:
      return key(old, [:], repeated) == key(new, [:], repeated)
    case .note: return old.owner == new.owner
    case .textBound:
      return old.id.isStable || old.ranges == new.ranges
        || old.ranges.contains { range in new.ranges.contains { $0.overlaps(range) } }
    default:
      return old.id.isStable
        || !Set(old.mentions.map(\.id)).isDisjoint(with: new.mentions.map(\.id))
    }
  }

  /// Whether what the base had under an id that galley did not give out stands under another one, so that
  /// the line which has the id by now is not it.
  private static func isElsewhere(
    _ old: StandoffRecord, _ oldScopes: [AnnotationID: [String]], _ topics: Set<Key>,
    _ newKey: @autoclosure () -> Key
  ) -> Bool {
    guard old.kind == .textBound, !old.id.isStable, oldScopes[old.id] != nil else { return false }
    let key = key(old, oldScopes, [])
    return topics.contains(key) && key != newKey()
  }

  private static func key(
    _ record: StandoffRecord, _ scopes: [AnnotationID: [String]], _ repeated: Set<Key>
  ) -> Key {
    let ends = record.ends.joined()
    switch record.kind {
    case .textBound:
      let scope = scopes[record.id].map { ["article"] + $0 } ?? []
      return [record.name] + record.ranges.map(\.description) + scope
    case .attribute:
      let key = [record.name] + ends
      return repeated.contains(key) ? key + [record.value ?? ""] : key
    default: return [record.name] + ends + (record.value.map { [$0] } ?? [])
    }
  }

  /// The attributes that some annotation has twice, which are then known by their values too.
  private static func repeatedAttributes(_ kind: LineKind, in tables: [RecordTable]) -> Set<Key> {
    guard kind == .attribute else { return [] }
    var found: Set<Key> = []
    for table in tables {
      var seen: Set<Key> = []
      for record in table.records(of: kind) {
        let key = key(record, [:], [])
        if !seen.insert(key).inserted { found.insert(key) }
      }
    }
    return found
  }
}
