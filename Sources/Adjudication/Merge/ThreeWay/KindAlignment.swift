import Standoff

/// Which lines of one kind are the same in a base and two sides.
struct KindAlignment {
  /// For each side the ids of its lines that are to have another one in the merge.
  private(set) var names = BothSides<[AnnotationID: AnnotationID]>(repeating: [:])
  /// What the sides added, in the order in which ids are given.
  private var added: [AddedLine] = []

  private let repeated: Set<LineKey>
  /// The lines of the base, and what is known of its annotations of the whole article.
  private let old: [StandoffRecord]
  private let oldScopes: [AnnotationID: [String]]
  /// The lines that have an id of the base and say something else by now.
  private var changed = BothSides<[LineKey: AnnotationID]>(repeating: [:])
  /// The ids of the base that a side no longer has.
  private var gone = BothSides<Set<AnnotationID>>(repeating: [])
  private var additions = BothSides<[AddedLine]>(repeating: [])

  /// Finds out what is the same.
  init(_ kind: LineKind, base: RecordTable, sides: BothSides<RecordTable>) {
    repeated =
      kind == .attribute ? LineKey.repeatedAttributes(in: [base, sides.ours, sides.theirs]) : []
    old = base.records(of: kind)
    oldScopes = base.articleLevel
    for side in MergeSide.allCases { match(sides[side], kind, of: side, in: base) }
    for side in MergeSide.allCases { readopt(of: side) }
    added = AddedLine.joined(additions.ours, additions.theirs).sorted(by: AddedLine.precedes)
  }

  /// Gives what was added its ids: the lowest that it has on a side, unless another line has it.
  mutating func nameAdditions(taking taken: inout Set<AnnotationID>) {
    for line in added {
      let free = line.candidates.first { !taken.contains($0) }
      let id = free ?? line.record.rekeyed { taken.contains($0) }.id
      taken.insert(id)
      for side in MergeSide.allCases {
        if let own = line.ids[side] { names[side][own] = id }
      }
    }
  }

  /// Finds the lines of a side in the base: by their ids, then by what they say.
  private mutating func match(
    _ table: RecordTable, _ kind: LineKind, of side: MergeSide, in base: RecordTable
  ) {
    let scopes = table.articleLevel
    let records = table.records(of: kind)
    var open = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let rest = matchByID(records, scopes, &open, side)
    var waiting: [LineKey: [AnnotationID]] = [:]
    for record in old.reversed() where open[record.id] != nil {
      waiting[LineKey(record, scopes: oldScopes, repeated: repeated), default: []].append(record.id)
    }
    var unmatched: [(StandoffRecord, LineKey)] = []
    for record in rest {
      let key = LineKey(record, scopes: scopes, repeated: repeated)
      // An earlier merge may have given a line of the base an id of galley's, and whoever settled a
      // conflict the id of what it took the place of.
      if let id = waiting[key]?.last, !record.id.isStable || !id.isStable || base[record.id] != nil
      {
        waiting[key]?.removeLast()
        names[side][record.id] = id
        open[id] = nil
      } else {
        unmatched.append((record, key))
      }
    }
    for (record, key) in unmatched {
      // Of several values of one attribute this was given another.
      if record.kind == .attribute, let old = open[record.id], old.owner == record.owner,
        old.name.utf8.elementsEqual(record.name.utf8)
      {
        open[record.id] = nil
        changed[side][key] = record.id
      } else {
        additions[side].append(AddedLine(record, key: key, by: side))
      }
    }
    gone[side] = Set(open.keys)
  }

  /// Takes what has the id of a line of the base, and is it, out of `open`; returns the other lines.
  private mutating func matchByID(
    _ records: [StandoffRecord], _ scopes: [AnnotationID: [String]],
    _ open: inout [AnnotationID: StandoffRecord], _ side: MergeSide
  ) -> [StandoffRecord] {
    // On the whole article an annotation is told from another by its references, not by its words.
    let topics = Set(
      records.filter { scopes[$0.id] != nil }
        .map { LineKey($0, scopes: scopes, repeated: repeated) })
    return records.filter { record in
      guard let old = open[record.id], isSame(old, record),
        !isElsewhere(old, topics, LineKey(record, scopes: scopes, repeated: repeated))
      else { return true }
      open[record.id] = nil
      if !record.says(old) {
        changed[side][LineKey(record, scopes: scopes, repeated: repeated)] = record.id
      }
      return false
    }
  }

  /// Takes what one side changed, and the other took away and made anew, saying the same, for one line.
  private mutating func readopt(of side: MergeSide) {
    var waiting = additions[side]
    waiting.removeAll { line in
      guard let own = line.ids[side], let id = changed[side.opposite][line.key],
        gone[side].remove(id) != nil
      else { return false }
      names[side][own] = id
      return true
    }
    additions[side] = waiting
  }

  /// Whether a line that has the id of one of the base is that line.
  private func isSame(_ old: StandoffRecord, _ new: StandoffRecord) -> Bool {
    guard old.kind == new.kind else { return false }
    switch old.kind {
    case .attribute, .reference:
      return LineKey(old, repeated: repeated) == LineKey(new, repeated: repeated)
    case .note where old.isRecord || new.isRecord: return LineKey(old) == LineKey(new)
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
  private func isElsewhere(
    _ old: StandoffRecord, _ topics: Set<LineKey>, _ newKey: @autoclosure () -> LineKey
  ) -> Bool {
    guard old.kind == .textBound, !old.id.isStable, oldScopes[old.id] != nil else { return false }
    let key = LineKey(old, scopes: oldScopes)
    return topics.contains(key) && key != newKey()
  }
}
