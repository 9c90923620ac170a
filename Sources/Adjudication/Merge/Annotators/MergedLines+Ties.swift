import Standoff

/// The lines of events, relations and groups in a merge.
extension MergedLines {
  /// Writes the events, or the relations, each after those that it names.
  mutating func writeTies(_ kind: LineKind) {
    let ties = decisions.stands.indices.filter { decisions.stands[$0].kind == kind }
    let family = UInt8(ascii: kind == .event ? "E" : "R")
    // Mostly none of them names another.
    let isFlat = ties.allSatisfy { tie in
      decisions.ends(of: tie).allSatisfy { standIDs[$0.stand] != nil }
    }
    if !isFlat { name(ties, family) }
    for stand in ties {
      compose(tie: stand)
      let id = standIDs[stand] ?? named(family, Self.data(body[...]))
      standIDs[stand] = id
      let ends = decisions.ends(of: stand)
      let above: Int32
      if kind == .event {
        above = ends.first.map { layout.line(ofStand: $0.stand) } ?? LineLayout.nothing
      } else {
        let stands = decisions.stands
        above = layout.later(ends.lazy.map(\.stand)) { stands[$0].extent }
      }
      layout.set(layout.add(id, kind, below: above, body[...]), ofStand: stand, at: nil)
    }
  }

  /// Gives ids to events or relations that have none, to each after those that it names.
  private mutating func name(_ ties: [Int], _ family: UInt8) {
    var rounds = Rounds(of: ties) { tie in
      decisions.ends(of: tie).map(\.stand).filter { standIDs[$0] == nil }
    }
    while let ready = rounds.next() {
      for stand in ready where standIDs[stand] == nil {
        compose(tie: stand)
        standIDs[stand] = named(family, Self.data(body[...]))
      }
    }
  }

  /// Makes what follows the id of an event or relation, with the ids of what it names.
  private mutating func compose(tie stand: Int) {
    let isRelation = decisions.stands[stand].kind == .relation
    if isRelation, decisions.models(of: stand).allSatisfy({ isPlain($0) }) {
      return compose(plainRelation: stand)
    }
    let count = decisions.stands[stand].ends.count
    var model: Holder?
    var last: ArraySlice<UInt8>?
    for holder in decisions.models(of: stand)
    where lines[holder.annotator].mentionCount(of: holder.row) == count {
      if isRelation {
        // What says the same of the same comes to the same.
        let own = self.body(of: holder)
        if let last, own.isSame(as: last) { continue }
        last = own
      }
      other.removeAll(keepingCapacity: true)
      writeBody(of: holder)
      if model == nil || other[...].precedes(body[...]) {
        swap(&body, &other)
        model = holder
      }
    }
    if let model { return note(model) }
    areSpelled = false
    let line = combined(stand).content
    body = Array(line.drop { $0 != UInt8(ascii: "\t") })
  }

  /// Makes what follows the id of a relation that all have in the form of the clean profile.
  private mutating func compose(plainRelation stand: Int) {
    body.removeAll(keepingCapacity: true)
    body.append(UInt8(ascii: "\t"))
    body += decisions.clusters.list.labels[Int(decisions.stands[stand].name)].utf8
    for end in decisions.ends(of: stand) {
      body.append(UInt8(ascii: " "))
      body += decisions.clusters.list.role(at: end.role).utf8
      body.append(UInt8(ascii: ":"))
      if let id = standIDs[end.stand] { ids.write(id, to: &body) }
    }
  }

  /// Puts what follows the id of a line into ``other``, with the ids of what it names.
  private mutating func writeBody(of holder: Holder) {
    let own = lines[holder.annotator]
    // No more than is looked at, for each copy counts its references.
    let (standIDs, numbers, ids) = (standIDs, decisions.numbers, ids)
    own.writeBody(of: holder.row, to: &other) { mention, bytes in
      guard let target = own.target(of: holder.row, mention) else { return false }
      let number = numbers[Holder(annotator: holder.annotator, row: target)]
      guard number >= 0 else { return false }
      if let id = standIDs[Int(number)] { ids.write(id, to: &bytes) }
      return true
    }
  }

  private func combined(_ stand: Int) -> StandoffRecord {
    var seen: [UInt32: Int] = [:]
    let mentions = decisions.ends(of: stand).map { end in
      let role = decisions.role(at: end.role)
      let count = seen[end.role, default: 0] + 1
      seen[end.role] = count
      return (role: count > 1 ? "\(role)\(count)" : role, id: written(end.stand))
    }
    let (kind, name) = (decisions.stands[stand].kind, decisions.name(of: stand))
    let like = decisions.holders(of: stand).first.map(decisions.record)
    let blank = StandoffRecord(
      kind: kind, id: kind == .event ? "E0" : "R0", name: name, mentions: mentions)
    return (like ?? blank).combined(name: name, mentions: mentions)
  }

  /// The lines of the groups, each with its members as somebody has them; else by their ids.
  func groupLines() -> [String] {
    guard !decisions.groups.isEmpty else { return [] }
    // By members and name, how the annotators have them.
    var own: [[Int]: [Spelling: [[AnnotationID]]]] = [:]
    for (source, index) in decisions.clusters.sources.enumerated() {
      for group in index.source.groups {
        let members = group.members.compactMap { decisions.number(source, $0) }
        own[members.sorted(), default: [:]][Spelling(group.name), default: []]
          .append(members.map(written))
      }
    }
    return decisions.groups.map { group in
      let first = own[group.members]?[Spelling(group.name)]?
        .min { $0.lexicographicallyPrecedes($1) }
      let ids = (first ?? group.members.map(written).sorted()).map(\.description)
      return "*\t\(group.name) \(ids.joined(separator: " "))"
    }
  }
}
