import Standoff

/// What becomes of attributes, references and notes.
///
/// An attribute that everybody has once at most is one question with its values for answers; one that
/// somebody has twice is a question for each value. References are a question each. Notes are
/// remarks, which nobody votes on: all of them stay.
extension MergeDecisions {
  mutating func decideProperties() {
    // Of most annotations nothing is said.
    var isOwner = Array(repeating: false, count: stands.count)
    for (source, index) in clusters.sources.enumerated() {
      for row in index.owners {
        if let stand = number(source, row) { isOwner[stand] = true }
      }
    }
    var items: [Item] = []
    for stand in stands.indices where isOwner[stand] {
      items.removeAll(keepingCapacity: true)
      for holder in holders(of: stand) { addProperties(on: holder, to: &items) }
      if !items.isEmpty { decide(items, of: stand) }
    }
    // Notes may be on attributes and on notes.
    var next = 0
    while next < properties.count {
      items.removeAll(keepingCapacity: true)
      for holder in holders(ofProperty: next) { addProperties(on: holder, to: &items) }
      keepAll(items, on: .property(next))
      next += 1
    }
    // What is on something that does not stand, or on itself, if over others.
    dropWhatIsLeft(of: [.attribute, .reference, .note])
  }

  private struct Item: BitwiseCopyable {
    let holder: Holder
    let kind: LineKind
    /// The rank of its name.
    let name: UInt32
    /// The number of what it says.
    let saying: UInt32
  }

  private func addProperties(on holder: Holder, to items: inout [Item]) {
    let index = clusters.sources[holder.annotator]
    let columns = index.source.columns
    for row in index.lines(on: holder.row) {
      let kind = columns.kinds[Int(row)]
      guard kind != .event else { continue }
      let own = Holder(annotator: holder.annotator, row: row)
      items.append(
        Item(
          holder: own, kind: kind,
          name: clusters.list.ranks[holder.annotator][Int(columns.names[Int(row)])],
          saying: sayings[own]))
    }
  }

  /// Decides about what is said of something.
  private mutating func decide(_ items: [Item], of stand: Int) {
    if isOneAttribute(items, of: stand) {
      keep(items, on: .stand(stand))
      return
    }
    let attributes = Self.attributesByName(items)
    var start = 0
    while start < attributes.count {
      let name = attributes[start].name
      let held = attributes[start...].prefix { $0.name == name }
      // Those of one annotator stand together.
      let isOnce = zip(held, held.dropFirst()).allSatisfy {
        $0.holder.annotator != $1.holder.annotator
      }
      if isOnce {
        decideOne(held, clusters.list.labels[Int(name)], of: stand)
      } else {
        decideEach(held, clusters.list.labels[Int(name)], of: stand)
      }
      start += held.count
    }
    if attributes.count == items.count { return }
    let references = items.filter { $0.kind == .reference }
    if !references.isEmpty { decideEach(references[...], MergeConflict.referenceName, of: stand) }
    keepAll(items.filter { $0.kind == .note }, on: .stand(stand))
  }

  /// The attributes among some items, those of one name as they come.
  private static func attributesByName(_ items: [Item]) -> [Item] {
    // Mostly there are two or three; of many each would be moved past all.
    guard items.count < 32 else {
      return items.filter { $0.kind == .attribute }.enumerated().sorted { one, other in
        one.element.name != other.element.name
          ? one.element.name < other.element.name : one.offset < other.offset
      }.map(\.element)
    }
    var attributes = items
    var count = 0
    for item in items where item.kind == .attribute {
      var place = count
      while place > 0, item.name < attributes[place - 1].name {
        attributes[place] = attributes[place - 1]
        place -= 1
      }
      attributes[place] = item
      count += 1
    }
    attributes.removeSubrange(count...)
    return attributes
  }

  /// Whether all who have something say one thing of it, by one attribute each.
  private func isOneAttribute(_ items: [Item], of stand: Int) -> Bool {
    guard items[0].kind == .attribute, items.count == stands[stand].holders.count else {
      return false
    }
    for place in items.indices.dropFirst() {
      let (last, this) = (items[place - 1], items[place])
      guard this.kind == .attribute, this.name == last.name, this.saying == last.saying,
        this.holder.annotator > last.holder.annotator
      else { return false }
    }
    return true
  }

  /// What becomes of answers, each of items that say the same; `nil` where all who have the annotation
  /// agree.
  private func verdict(_ answers: [[Item]], of stand: Int) -> Ballot.Verdict? {
    let holders = holders(of: stand)
    if answers.count == 1, answers[0].count == holders.count { return nil }
    var division = Division(of: .property, among: holders.lazy.map(\.annotator))
    for answer in answers { division.add(answer.lazy.map(\.holder.annotator)) }
    if let verdict = verdicts.known(division) { return verdict }
    let texts = answers.map { (sayings.text(of: $0[0].saying), $0.map(\.holder.annotator)) }
    return verdicts.verdict(
      on: ballot(.property, texts, voters: holders.map(\.annotator)), division)
  }

  /// Decides between the values of an attribute.
  private mutating func decideOne(
    _ items: ArraySlice<Item>, _ name: String, of stand: Int
  ) {
    let answers = Self.alike(items)
    switch verdict(answers, of: stand) {
    case nil: keep(answers[0], on: .stand(stand))
    case .stands(let answer):
      touch(stand, .settled)
      for (number, other) in answers.enumerated() {
        if number == answer {
          keep(other, on: .stand(stand))
        } else {
          for item in other { drop(item.holder, .policy) }
        }
      }
    case .nothing:
      touch(stand, .settled)
      for item in items { drop(item.holder, .policy) }
    case .open(let mayBeNothing):
      for answer in answers {
        let line = OpenQuestion.Line.property(keep(answer, on: .stand(stand)))
        questions.read(answer.lazy.map(\.holder.annotator), CollectionOfOne(line))
      }
      open(.attribute, name, on: stand, among: mayBeNothing ? annotators(of: stand) : [])
    }
  }

  /// Decides about each value by itself; what is open of them is one conflict.
  private mutating func decideEach(
    _ items: ArraySlice<Item>, _ name: String, of stand: Int
  ) {
    let voters = annotators(of: stand)
    var openLines: [(sources: [Int], line: OpenQuestion.Line)] = []
    for answer in Self.alike(items) {
      switch verdict([answer], of: stand) {
      case nil: keep(answer, on: .stand(stand))
      case .stands:
        touch(stand, .settled)
        keep(answer, on: .stand(stand))
      case .nothing:
        touch(stand, .settled)
        for item in answer { drop(item.holder, .policy) }
      case .open:
        let line = OpenQuestion.Line.property(keep(answer, on: .stand(stand)))
        openLines.append((answer.map(\.holder.annotator), line))
      }
    }
    guard !openLines.isEmpty else { return }
    var readings: [(sources: [Int], lines: [OpenQuestion.Line])] = []
    for voter in voters {
      let own = openLines.filter { $0.sources.contains(voter) }.map(\.line)
      guard !own.isEmpty else { continue }
      if let same = readings.firstIndex(where: { $0.lines == own }) {
        readings[same].sources.append(voter)
      } else {
        readings.append(([voter], own))
      }
    }
    for reading in readings { questions.read(reading.sources, reading.lines) }
    open(.attribute, name, on: stand, among: voters)
  }

  /// Lets everything stand, what is alike as one.
  private mutating func keepAll(_ items: [Item], on owner: StandingProperty.Owner) {
    for answer in Self.alike(items[...]) { keep(answer, on: owner) }
  }

  @discardableResult
  private mutating func keep(_ items: [Item], on owner: StandingProperty.Owner) -> Int {
    add(propertyOf: items.lazy.map(\.holder), on: owner)
  }

  /// What says the same, in the order of what it says; of one annotator's twins each by itself.
  private static func alike(_ some: ArraySlice<Item>) -> [[Item]] {
    guard let first = some.first else { return [] }
    let items = Array(some)
    let isOne = items.allSatisfy { $0.saying == first.saying }
    let areOnce = zip(items, items.dropFirst()).allSatisfy {
      $0.holder.annotator != $1.holder.annotator
    }
    if isOne && areOnce { return [items] }
    // The number of each among its annotator's twins.
    var twins = Array(repeating: 0, count: items.count)
    var order = items.indices.sorted { one, other in
      let (a, b) = (items[one], items[other])
      if a.saying != b.saying { return a.saying < b.saying }
      return a.holder.annotator != b.holder.annotator
        ? a.holder.annotator < b.holder.annotator : one < other
    }
    for (last, this) in zip(order, order.dropFirst()) {
      let isTwin =
        items[last].saying == items[this].saying
        && items[last].holder.annotator == items[this].holder.annotator
      if isTwin { twins[this] = twins[last] + 1 }
    }
    order.sort { one, other in
      if items[one].saying != items[other].saying { return items[one].saying < items[other].saying }
      return twins[one] != twins[other] ? twins[one] < twins[other] : one < other
    }
    var found: [[Item]] = []
    for (place, item) in order.enumerated() {
      let last = place > 0 ? order[place - 1] : item
      if place > 0, items[last].saying == items[item].saying, twins[last] == twins[item] {
        found[found.count - 1].append(items[item])
      } else {
        found.append([items[item]])
      }
    }
    return found
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
  package static let referenceName = "ref"
}
