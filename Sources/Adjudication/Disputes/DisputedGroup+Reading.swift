public import Standoff

extension AnnotationSet {
  /// What merges left open, by number.
  ///
  /// Takes time linear in the `Conflict` lines. Lines that cannot be read are the group 0.
  public var disputedGroups: [DisputedGroup] {
    var drafts: [Int: GroupDraft] = [:]
    for note in conflictNotes {
      let record = GroupLine(note.text)
      drafts[record.number, default: GroupDraft()].add(note, record)
    }
    return drafts.sorted { $0.key < $1.key }.map { $0.value.group($0.key, in: self) }
  }
}

extension DisputedGroup {
  /// The group as the lines tell it that are left in a set; `nil` where none is.
  func reread(in set: AnnotationSet) -> DisputedGroup? {
    var draft = GroupDraft()
    let left = notes.compactMap(set.note(of:))
    for note in left { draft.add(note, GroupLine(note.text)) }
    return left.isEmpty ? nil : draft.group(number, in: set)
  }
}

/// What one `Conflict` line says of a group, by people whom a file can name.
private struct GroupLine {
  let number: Int
  let kind: DisputedGroup.Kind
  let from: [String]
  let name: String?
  /// Who says what, where the line tells of everybody.
  let readings: [ConflictRecord.Reading]?

  /// Reads as much as can be read.
  init(_ text: String) {
    let record = ConflictRecord(text)
    number = record?.number ?? 0
    kind = record?.kind.flatMap(DisputedGroup.Kind.init) ?? .unknown
    from = record?.from.filter(StandoffLocation.isAnnotator) ?? []
    name = record?.name
    readings = record?.readings?.filter { StandoffLocation.isAnnotator($0.annotator) }
  }
}

/// A group as far as its lines have been read.
private struct GroupDraft {
  private var lines: [(note: Note, record: GroupLine)] = []

  mutating func add(_ note: Note, _ record: GroupLine) { lines.append((note, record)) }

  func group(_ number: Int, in set: AnnotationSet) -> DisputedGroup {
    let records = lines.map(\.record)
    return DisputedGroup(
      number: number, kind: records.lazy.map(\.kind).first { $0 != .unknown } ?? .unknown,
      name: records.lazy.compactMap(\.name).first,
      target: lines.first?.note.target ?? AnnotationID(""), readings: readings(in: set),
      notes: lines.map(\.note.id), areReadingsListed: records.contains { $0.readings != nil })
  }

  /// What is said, each once, in the order in which it is first said.
  private func readings(in set: AnnotationSet) -> [DisputedGroup.Reading] {
    var found: [(annotators: [String], ids: [AnnotationID])] = []
    func add(_ annotators: [String], _ ids: [AnnotationID]) {
      if let index = found.firstIndex(where: { $0.ids == ids }) {
        found[index].annotators += annotators.filter { !found[index].annotators.contains($0) }
      } else {
        found.append((annotators, ids))
      }
    }
    if let readings = lines.lazy.compactMap(\.record.readings).first {
      for (annotator, ids) in readings {
        let left = ids.filter { isReading($0, set) }
        // Whoever said what went with another conflict says nothing here any more, not that there is
        // nothing.
        if ids.isEmpty || !left.isEmpty { add([annotator], left) }
      }
    } else {
      for (note, record) in lines where set.has(note.target) {
        // A side may have kept several.
        if let index = found.firstIndex(where: { $0.annotators == record.from }),
          !record.from.isEmpty
        {
          found[index].ids.append(note.target)
        } else {
          add(record.from, [note.target])
        }
      }
      let kind = lines.lazy.map(\.record.kind).first { $0 != .unknown }
      let sides = MergeSide.allCases.map(\.rawValue)
      let silent = sides.filter { side in !lines.contains { $0.record.from.contains(side) } }
      if kind == .deleted, silent.count == 1 { add(silent, []) }
    }
    return standing(found.sorted { ($0.annotators.first ?? "") < ($1.annotators.first ?? "") }, set)
  }

  /// Whether a line that is listed as somebody's reading can be one: nothing else may go with it.
  private func isReading(_ id: AnnotationID, _ set: AnnotationSet) -> Bool {
    guard let record = set.record(of: id) else { return false }
    switch lines.first?.record.kind {
    case .attribute: return record.kind != .note && isTarget(record.owner, set)
    case .text: return !record.isRecord && isTarget(record.owner, set)
    default: return record.owner == nil
    }
  }

  /// Whether the lines are on an annotation, or on the event that it is the trigger of.
  private func isTarget(_ id: AnnotationID?, _ set: AnnotationSet) -> Bool {
    guard let id, let target = lines.first?.note.target else { return false }
    return id == target || set.record(of: target)?.trigger == id
  }

  /// The readings, where one is on an event and another on a `T` each on a `T`.
  private func standing(
    _ found: [(annotators: [String], ids: [AnnotationID])], _ set: AnnotationSet
  ) -> [DisputedGroup.Reading] {
    let kinds = found.flatMap(\.ids).map { set.record(of: $0)?.kind }
    let isMixed = kinds.contains(.event) && kinds.contains(.textBound)
    return found.map { annotators, ids in
      let standing = ids.map { isMixed ? set.record(of: $0)?.trigger ?? $0 : $0 }
      return DisputedGroup.Reading(annotators: annotators, ids: standing)
    }
  }
}
