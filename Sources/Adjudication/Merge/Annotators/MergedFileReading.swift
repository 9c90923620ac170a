import Standoff

/// The taking apart of a merged file into what each of its annotators says.
///
/// An annotation, relation or event belongs to those whom its `Annotators` line names; what is said of
/// it belongs to them too, unless a `Conflict` line gives it to some of them. What no line speaks of
/// belongs to the annotator after whom the file is called.
struct MergedFileReading {
  /// The annotators that the file names, and the one it is called after where something is theirs.
  private(set) var sources: [MergeSource] = []
  /// How many conflicts there are between others than the annotators.
  private(set) var foreignConflicts = 0

  private let lines: StandoffLines
  private let owner: String
  /// Whom each annotation, event or relation belongs to.
  private var supporters: [UInt32: [String]] = [:]
  /// Whom each attribute or reference belongs to that the annotators disagree on.
  private var disputed: [UInt32: [String]] = [:]
  /// All whom the file names.
  private var named: Set<String> = []
  /// By the number of a conflict about one thing, the lines that are readings of it, and whose each is.
  private var readings: [Int: [(row: UInt32, annotators: [String])]] = [:]
  /// What each annotator puts together, by the name of the group, where they disagree.
  private var groupReadings: [String: [[(annotator: String, members: [UInt32])]]] = [:]

  /// Takes a merged file apart.
  init(_ set: AnnotatorSet) {
    lines = StandoffLines(set.annotations)
    owner = set.annotator
    let rows = lines.rows
    let notes = rows.filter { lines.kind(of: $0) == .note }.map { lines.record($0) }
    for note in notes where note.name == Note.annotatorsType {
      guard let target = note.mentions.first.flatMap({ lines.row(of: $0.id) }),
        let names = JSONValue(parsing: note.text)?.array?.compactMap(\.string)
      else { continue }
      supporters[target, default: []] += names
    }
    named = Set(supporters.values.joined())
    let conflicts = notes.filter { $0.name == Note.conflictType }
      .map { (note: $0, record: ConflictRecord($0.text)) }
    for conflict in conflicts { conflict.record.map { takeNames($0) } }
    for row in rows where lines.kind(of: row) == .event {
      // Of a trigger nothing is said; its event speaks for it.
      guard let trigger = lines.target(of: row), let names = supporters[row],
        lines.kind(of: trigger).isTextBound
      else { continue }
      supporters[trigger, default: []] += names
    }
    for (note, record) in conflicts { takeConflict(note, record) }
    divide(rows)
  }

  /// Notes whom a conflict names: who says that nothing is there may support no line.
  private mutating func takeNames(_ conflict: ConflictRecord) {
    let names = conflict.from + (conflict.readings ?? []).map(\.annotator)
    // A merge of two sides names none but these.
    let areSides = names.allSatisfy { MergeSide(rawValue: $0) != nil }
    guard !areSides, names.allSatisfy(StandoffLocation.isAnnotator) else { return }
    named.formUnion(names)
  }

  private mutating func takeConflict(_ note: StandoffRecord, _ conflict: ConflictRecord?) {
    guard let conflict, !conflict.from.isEmpty, conflict.from.allSatisfy(named.contains) else {
      foreignConflicts += 1
      return
    }
    takeReading(note, conflict)
    guard let readings = conflict.readings else { return }
    takeTriggers(note, conflict, readings)
    let name = conflict.name ?? ""
    if name.hasPrefix("*") {
      let read = readings.map { reading in
        (annotator: reading.annotator, members: reading.ids.compactMap { lines.row(of: $0) })
      }
      groupReadings[String(name.dropFirst()), default: []].append(read)
    } else if conflict.kind == ConflictRecord.attributeKind {
      for reading in readings {
        for row in reading.ids.compactMap({ lines.row(of: $0) }) {
          disputed[row, default: []].append(reading.annotator)
        }
      }
    }
  }

  /// Gives the words of an event to those who have them and say that it is none.
  private mutating func takeTriggers(
    _ note: StandoffRecord, _ conflict: ConflictRecord, _ readings: [ConflictRecord.Reading]
  ) {
    guard conflict.kind == MergeConflict.Kind.presence.rawValue,
      let event = note.mentions.first.flatMap({ lines.row(of: $0.id) }),
      lines.kind(of: event) == .event, let trigger = lines.target(of: event)
    else { return }
    for reading in readings where reading.ids.isEmpty {
      supporters[trigger, default: []].append(reading.annotator)
    }
  }

  /// Notes whose reading a line is, where the annotators see one thing with other words or another label.
  private mutating func takeReading(_ note: StandoffRecord, _ conflict: ConflictRecord) {
    switch conflict.kind.flatMap(MergeConflict.Kind.init) {
    case .label, .boundary:
      guard let number = conflict.number,
        let row = note.mentions.first.flatMap({ lines.row(of: $0.id) })
      else { return }
      readings[number, default: []].append((row, conflict.from))
    default: break
    }
  }

  /// By the rows of others' readings, those of an annotator.
  private func ownReadings(of annotator: String) -> [UInt32: UInt32] {
    var found: [UInt32: UInt32] = [:]
    for group in readings.values {
      let isOwn = { (names: [String]) in
        names.contains { $0.utf8.elementsEqual(annotator.utf8) }
      }
      let own = group.filter { isOwn($0.annotators) }
      guard own.count == 1 else { continue }
      for other in group where !isOwn(other.annotators) { found[other.row] = own[0].row }
    }
    return found
  }

  private mutating func divide(_ rows: [UInt32]) {
    var own: [String: [UInt32]] = [:]
    for row in rows {
      let kind = lines.kind(of: row)
      if kind == .group || isRecord(row) { continue }
      for annotator in Set(annotators(of: row)) {
        own[annotator, default: []].append(row)
      }
    }
    let groups = rows.filter { lines.kind(of: $0) == .group }
    let names = named.union(own.keys)
    let columns = lines.columns()
    sources = names.sorted().map { annotator in
      let ownRows = Set(own[annotator] ?? [])
      return MergeSource(
        annotator, lines, columns, rows: own[annotator] ?? [],
        groups: groups.flatMap { self.groups(of: annotator, $0, ownRows) },
        ownReadings: ownReadings(of: annotator))
    }
    if sources.isEmpty { sources = [MergeSource(owner, lines, columns, rows: [], groups: [])] }
  }

  private func isRecord(_ row: UInt32) -> Bool {
    lines.kind(of: row) == .note && Note.isRecord(lines.name(of: row))
  }

  /// Whose a line is; properties may have properties.
  private func annotators(of row: UInt32, depth: Int = 0) -> [String] {
    if let names = disputed[row] ?? supporters[row] { return names }
    switch lines.kind(of: row) {
    case .attribute, .reference, .note:
      guard depth < MergeSource.longestChain, let target = lines.target(of: row) else {
        return [owner]
      }
      return annotators(of: target, depth: depth + 1)
    default: return [owner]
    }
  }

  /// What of a group an annotator puts together.
  private func groups(
    of annotator: String, _ row: UInt32, _ isOwn: Set<UInt32>
  ) -> [MergeSource.Group] {
    let name = lines.name(of: row)
    let members = lines.targets(of: row).compactMap(\.self)
    let read = (groupReadings[name] ?? []).first { reading in
      reading.contains { !Set($0.members).isDisjoint(with: members) }
    }
    let said = read.map { reading in
      reading.first { $0.annotator.utf8.elementsEqual(annotator.utf8) }?.members ?? []
    }
    let kept = (said ?? members).filter(isOwn.contains)
    return kept.count > 1 ? [MergeSource.Group(name: name, members: kept)] : []
  }
}

extension StandoffRecord {
  /// The text of a record of galley's own.
  fileprivate var text: String { value ?? "" }
}
