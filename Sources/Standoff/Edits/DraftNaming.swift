extension AnnotationSet {
  /// The ids of a line and of all lines that name it, or name one that does: what may go with it.
  package func ids(hangingOn id: AnnotationID) -> Set<AnnotationID> {
    var found: Set<AnnotationID> = [id]
    var waiting = [id]
    while let id = waiting.popLast() {
      guard let index = store.idTable.find(id) else { continue }
      for link in store.links(to: index) where store.hasID(link.owner) {
        let owner = store.id(of: link.owner)
        if found.insert(owner).inserted { waiting.append(owner) }
      }
    }
    return found
  }
}

/// What lines are called, and what they name.
extension Draft {
  /// Lets the relations, events and groups that name one annotation name another in its place.
  ///
  /// A relation that then says what another says already goes, and so does one that would lead from an
  /// annotation to itself, and a group of one.
  ///
  /// - Parameter isWanted: which of these lines do; a group has no id.
  package mutating func redirect(
    _ old: AnnotationID, to new: AnnotationID,
    where isWanted: (StandoffRecord) -> Bool = { _ in true }
  ) {
    guard old != new, set.store.row(of: new) != nil else { return }
    for row in namers(of: old) where set.store.kind(of: row).namesOthers {
      guard set.store.order.contains(row) else { continue }
      let record = set.record(row)
      guard isWanted(record) else { continue }
      let renamed = record.renamed(nil, [old: new])
      if record.kind == .group {
        rewriteGroup(row, name: record.name, members: renamed.mentions.map(\.id))
        continue
      }
      let written = rewrite(row, as: renamed)
      if record.kind == .relation, isIdle(set.relation(written)) {
        remove(record.id)
      } else {
        settle([written])
      }
    }
  }

  /// Lets what is said of a trigger be said of an event on it, for brat gives up a file that says it of the
  /// trigger.
  ///
  /// What the event has as well is not said twice, and who supports it stays.
  ///
  /// - Parameter replacing: whether another value of one attribute gives way to that of the trigger; else
  ///   both stand.
  package mutating func moveProperties(
    ofTrigger trigger: AnnotationID, to event: AnnotationID, replacing: Bool = false
  ) {
    let kinds = [LineKind.attribute, .reference, .note]
    let own = kinds.flatMap { set.store.rows(of: $0, on: event) }.map { set.record($0) }
    for row in kinds.flatMap({ set.store.rows(of: $0, on: trigger) }) {
      let record = set.record(row)
      let namesakes = own.filter {
        $0.kind == record.kind && $0.name.utf8.elementsEqual(record.name.utf8)
      }
      let isSaid =
        record.name == Note.annotatorsType
        ? !namesakes.isEmpty
        : namesakes.contains { ($0.value ?? "").utf8.elementsEqual((record.value ?? "").utf8) }
      if isSaid {
        remove(record.id)
        continue
      }
      if replacing, record.kind == .attribute { for other in namesakes { remove(other.id) } }
      move(record.id, to: event)
    }
  }

  /// Lets an attribute, reference or note be said of another line.
  package mutating func move(_ property: AnnotationID, to line: AnnotationID) {
    guard let row = set.store.row(of: property), set.store.row(of: line) != nil else { return }
    let owner = set.store.target(of: row)
    settle([rewrite(row, as: set.record(row).renamed(nil, [owner: line]))])
  }

  /// Whether a relation ties an annotation to itself, or ties what another ties in the same way.
  private func isIdle(_ relation: Relation) -> Bool {
    relation.source == relation.target
      || set.relations(from: relation.source).contains {
        $0.id != relation.id && $0.target == relation.target
          && $0.name.utf8.elementsEqual(relation.name.utf8)
      }
  }

  /// Gives a line an id that no line has, wherever it is named.
  package mutating func rename(_ old: AnnotationID, to new: AnnotationID) {
    guard let row = set.store.row(of: old), set.store.row(of: new) == nil else { return }
    let owners = namers(of: old)
    let head = rewrite(row, as: set.record(row).renamed(new))
    let rewritten = owners.map { rewrite($0, as: set.record($0).renamed(nil, [old: new])) }
    settle([head] + rewritten.filter { set.store.kind(of: $0).namesOthers })
  }

  /// Gives the group of a name that has some members others; with fewer than two it goes.
  package mutating func setMembers(
    _ members: [AnnotationID], ofGroup name: String, having some: [AnnotationID]
  ) {
    guard let first = some.first else { return }
    for row in namers(of: first) where set.store.kind(of: row) == .group {
      let record = set.record(row)
      let there = Set(record.mentions.map(\.id))
      guard record.name.utf8.elementsEqual(name.utf8), there.isSuperset(of: some) else { continue }
      return rewriteGroup(row, name: name, members: members)
    }
  }

  // MARK: Lines

  /// The lines that name an id, in the order of the file.
  private func namers(of id: AnnotationID) -> [UInt32] {
    guard let index = set.store.idTable.find(id) else { return [] }
    var seen: Set<UInt32> = []
    return set.store.links(to: index).map(\.owner).filter { seen.insert($0).inserted }
      .sorted { set.store.order.precedes($0, $1) }
  }

  private mutating func rewriteGroup(_ row: UInt32, name: String, members: [AnnotationID]) {
    var seen: Set<AnnotationID> = []
    let kept = members.filter { seen.insert($0).inserted }
    guard kept.count > 1 else { return set.store.remove(row) }
    let line = "*\t\(name) " + kept.map(\.description).joined(separator: " ") + "\n"
    settle([replace(row, with: Array(line.utf8))])
  }

  /// Puts a line where another is, with its line end, and tells its row.
  private mutating func rewrite(_ row: UInt32, as record: StandoffRecord) -> UInt32 {
    let end = set.store.bytes(of: row).dropFirst(set.store.content(of: row).count)
    return replace(row, with: record.content + end)
  }

  /// Brings lines, each with what stands below it, to where they belong.
  private mutating func settle(_ rows: [UInt32]) {
    for row in rows {
      let block = set.store.block(of: row)
      lift(block)
      lower(block)
    }
  }
}

extension LineKind {
  /// Whether lines of the kind name annotations without being said of one.
  fileprivate var namesOthers: Bool { isTie || self == .event }
}
