import Standoff

/// What becomes of attributes, references and notes.
///
/// An attribute that everybody has once at most is one question with its values for answers; one that
/// somebody has twice is a question for each value. References are a question each. Notes are
/// remarks, which nobody votes on: all of them stay.
extension MergeDecisions {
  mutating func decideProperties() {
    for stand in stands.indices { decideProperties(of: stand) }
    // Notes may be on attributes and on notes.
    var next = 0
    while next < properties.count {
      let lines = properties[next].holders.flatMap { holder in
        self.properties(on: holder).map { (holder, $0) }
      }
      keepAll(lines.map(\.1), on: .property(next))
      next += 1
    }
  }

  private struct Item {
    let holder: Holder
    let record: StandoffRecord
  }

  private func properties(on holder: Holder) -> [Item] {
    let index = clusters.sources[holder.source]
    return index.lines(on: holder.row).compactMap { row in
      guard index.source.lines.kind(of: row) != .event else { return nil }
      let own = Holder(source: holder.source, row: row)
      return Item(holder: own, record: index.source.lines.record(row))
    }
  }

  private mutating func decideProperties(of stand: Int) {
    let items = stands[stand].holders.flatMap(properties)
    guard !items.isEmpty else { return }
    var attributes: [Spelling: [Item]] = [:]
    for item in items where item.record.kind == .attribute {
      attributes[Spelling(item.record.name), default: []].append(item)
    }
    let names = attributes.keys.sorted {
      $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
    for name in names {
      let held = attributes[name] ?? []
      if Set(held.map(\.holder.source)).count == held.count {
        decideOne(held, name.text, of: stand)
      } else {
        decideEach(held, name.text, of: stand)
      }
    }
    let references = items.filter { $0.record.kind == .reference }
    if !references.isEmpty { decideEach(references, MergeConflict.referenceName, of: stand) }
    keepAll(items.filter { $0.record.kind == .note }, on: .stand(stand))
  }

  /// Decides between the values of an attribute.
  private mutating func decideOne(_ items: [Item], _ name: String, of stand: Int) {
    let answers = Self.alike(items)
    let voters = stands[stand].holders.map(\.source)
    switch verdict(.property, answers.map { ($0.key, $0.sources) }, voters: voters) {
    case nil: keep(answers[0].items, on: .stand(stand))
    case .stands(let answer):
      touch(stand, .settled)
      for (number, other) in answers.enumerated() {
        if number == answer {
          keep(other.items, on: .stand(stand))
        } else {
          for item in other.items { drop(item.holder, .policy) }
        }
      }
    case .nothing:
      touch(stand, .settled)
      for item in items { drop(item.holder, .policy) }
    case .open(let mayBeNothing):
      let readings = answers.map { answer in
        (answer.sources, [OpenQuestion.Line.property(keep(answer.items, on: .stand(stand)))])
      }
      open(.attribute, name, on: stand, readings, among: mayBeNothing ? voters : [])
    }
  }

  /// Decides about each value by itself; what is open of them is one conflict.
  private mutating func decideEach(_ items: [Item], _ name: String, of stand: Int) {
    let voters = stands[stand].holders.map(\.source)
    var openLines: [(sources: [Int], line: OpenQuestion.Line)] = []
    for answer in Self.alike(items) {
      switch verdict(.property, [(answer.key, answer.sources)], voters: voters) {
      case nil: keep(answer.items, on: .stand(stand))
      case .stands:
        touch(stand, .settled)
        keep(answer.items, on: .stand(stand))
      case .nothing:
        touch(stand, .settled)
        for item in answer.items { drop(item.holder, .policy) }
      case .open:
        openLines.append((answer.sources, .property(keep(answer.items, on: .stand(stand)))))
      }
    }
    guard !openLines.isEmpty else { return }
    let readings = voters.compactMap { voter in
      let own = openLines.filter { $0.sources.contains(voter) }.map(\.line)
      return own.isEmpty ? nil : (sources: [voter], lines: own)
    }
    open(.attribute, name, on: stand, readings, among: voters)
  }

  /// Lets everything stand, what is alike as one.
  private mutating func keepAll(_ items: [Item], on owner: StandingProperty.Owner) {
    for answer in Self.alike(items) { keep(answer.items, on: owner) }
  }

  @discardableResult
  private mutating func keep(_ items: [Item], on owner: StandingProperty.Owner) -> Int {
    properties.append(StandingProperty(owner: owner, holders: items.map(\.holder)))
    return properties.count - 1
  }

  private struct Alike {
    let key: String
    var items: [Item]
    var sources: [Int] { items.map(\.holder.source) }
  }

  /// What says the same, in the order of what it says; of one annotator's twins each by itself.
  private static func alike(_ items: [Item]) -> [Alike] {
    var found: [Spelling: [Alike]] = [:]
    for item in items {
      let key = item.record.saying
      var twins = found[Spelling(key)] ?? []
      let free = twins.firstIndex { !$0.sources.contains(item.holder.source) }
      if let free {
        twins[free].items.append(item)
      } else {
        twins.append(Alike(key: key, items: [item]))
      }
      found[Spelling(key)] = twins
    }
    return found.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
      .flatMap(\.value)
  }
}

extension StandoffRecord {
  /// What a property says, without its id and what it is on.
  var saying: String {
    switch kind {
    case .attribute: "A\(name)" + (value.map { " \($0)" } ?? "")
    case .reference: "N\(name) \(entry)"
    default: "#\(name)\t\(noteText)"
    }
  }
}

extension MergeConflict {
  /// What a conflict about references has for a name.
  static let referenceName = "ref"
}
