import Standoff

/// The lines of a merge of annotators with their ids.
///
/// A line keeps its id where all whose it is have it under that id, and nothing else has it; else it
/// gets one made from what it says. Annotations that are readings of one thing share the claim to an
/// id, and the first of them keeps it.
struct MergedLines {
  /// By number, the id of each annotation, event and relation.
  private(set) var standIDs: [AnnotationID] = []
  /// By number, the id of each attribute, reference and note.
  private(set) var propertyIDs: [AnnotationID] = []
  /// The bytes of all lines, each with its line end.
  private(set) var bytes: [UInt8] = []

  private let decisions: MergeDecisions
  private var taken: Set<AnnotationID> = []
  /// Whether an id is to be made.
  private var isNew: [Bool] = []

  init(_ decisions: MergeDecisions) {
    self.decisions = decisions
    standIDs = Array(repeating: "", count: decisions.stands.count)
    isNew = Array(repeating: true, count: decisions.stands.count)
    keepIDs(of: .textBound, claims: claimsOfClusters())
    keepIDs(of: .event, claims: claims(of: .event))
    keepIDs(of: .relation, claims: claims(of: .relation))
    keepPropertyIDs()
    for stand in decisions.stands.indices where decisions.stands[stand].kind == .textBound {
      write(span: stand)
    }
    for kind in [LineKind.event, .relation] { writeTies(kind) }
    for property in decisions.properties.indices { write(property: property) }
    for group in decisions.groups { write(Array(line(group: group).utf8)) }
  }

  /// Adds a record of galley's own.
  mutating func add(_ record: JSONValue, of type: String, to stand: Int) {
    let content = "\(type) \(standIDs[stand])\t\(record.encoded(asciiOnly: true))"
    let id = AnnotationID.stable("#", of: content) { taken.contains($0) }
    taken.insert(id)
    write(Array("\(id)\t\(content)".utf8))
  }

  /// The values of attributes, or the entries of references; `nil` where there are none.
  func value(of lines: [OpenQuestion.Line]) -> String? {
    let values = lines.compactMap { line -> String? in
      guard case .property(let property) = line,
        let record = decisions.properties[property].holders.first.map(decisions.record)
      else { return nil }
      return record.kind == .attribute ? record.value ?? "yes" : record.entry
    }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  private mutating func write(_ line: [UInt8]) {
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  private func id(_ holder: Holder) -> AnnotationID {
    decisions.clusters.sources[holder.source].source.lines.id(of: holder.row)
  }

  // MARK: Ids that stay

  /// Which cluster has an id; -1 where several have.
  private func claimsOfClusters() -> [AnnotationID: Int] {
    let clusters = decisions.clusters
    var claims: [AnnotationID: Int] = [:]
    for (number, cluster) in clusters.clusters.enumerated() {
      for mark in cluster.lazy.flatMap({ clusters.variants[$0] }) {
        let id = id(Holder(source: Int(mark.source), row: mark.row))
        if claims.updateValue(number, forKey: id).map({ $0 != number }) ?? false {
          claims[id] = -1
        }
      }
    }
    return claims
  }

  /// Which event or relation has an id; -1 where several have.
  private func claims(of kind: LineKind) -> [AnnotationID: Int] {
    var claims: [AnnotationID: Int] = [:]
    for (number, stand) in decisions.stands.enumerated() where stand.kind == kind {
      for holder in stand.holders {
        let id = id(holder)
        if claims.updateValue(number, forKey: id).map({ $0 != number }) ?? false {
          claims[id] = -1
        }
      }
    }
    return claims
  }

  private mutating func keepIDs(of kind: LineKind, claims: [AnnotationID: Int]) {
    for (number, stand) in decisions.stands.enumerated() where stand.kind == kind {
      let ids = stand.holders.map(id)
      guard let first = ids.first, ids.allSatisfy({ $0 == first }), let claim = claims[first],
        claim >= 0, taken.insert(first).inserted
      else { continue }
      standIDs[number] = first
      isNew[number] = false
    }
  }

  private mutating func keepPropertyIDs() {
    propertyIDs = Array(repeating: "", count: decisions.properties.count)
    var claims: [AnnotationID: Int] = [:]
    for (number, property) in decisions.properties.enumerated() {
      for holder in property.holders {
        let id = id(holder)
        if claims.updateValue(number, forKey: id).map({ $0 != number }) ?? false {
          claims[id] = -1
        }
      }
    }
    for (number, property) in decisions.properties.enumerated() {
      let ids = property.holders.map(id)
      guard let first = ids.first, ids.allSatisfy({ $0 == first }), claims[first] == number,
        taken.insert(first).inserted
      else { continue }
      propertyIDs[number] = first
    }
  }

  // MARK: Annotations

  private mutating func write(span stand: Int) {
    let span = decisions.stands[stand]
    let article = decisions.clusters.article
    let model = span.models.map(decisions.record).min { $0.bodyPrecedes($1) }
    if isNew[stand] {
      let line =
        model?.content ?? article.spanLine("T0", label: span.name, on: span.ranges)
      let data =
        line.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
        .dropFirst().first ?? []
      let said = String(decoding: data, as: UTF8.self) + scope(of: span)
      standIDs[stand] = AnnotationID.stable("T", of: said) { taken.contains($0) }
      taken.insert(standIDs[stand])
    }
    let id = standIDs[stand]
    write(
      model?.renamed(id).content ?? article.spanLine(id, label: span.name, on: span.ranges))
  }

  /// What the id of an annotation of the whole article is made from beside its words.
  private func scope(of span: Stand) -> String {
    guard let holder = span.holders.first else { return "" }
    let index = decisions.clusters.sources[holder.source]
    let records = index.lines(on: holder.row).map(index.source.lines.record)
    let isArticleLevel = records.contains {
      $0.kind == .attribute && $0.name == Annotation.scopeName
        && $0.value == Annotation.articleScope
    }
    guard isArticleLevel else { return "" }
    let entries = records.filter { $0.kind == .reference }.map { "\t" + $0.entry }
    return "\t" + Annotation.articleScope + entries.sorted().joined()
  }

  // MARK: Events and relations

  /// Writes the events, or the relations, each after those that it names.
  private mutating func writeTies(_ kind: LineKind) {
    var waiting = decisions.stands.indices.filter { decisions.stands[$0].kind == kind }
    while !waiting.isEmpty {
      var ready = waiting.filter { stand in
        decisions.stands[stand].ends.allSatisfy { !standIDs[$0.stand].description.isEmpty }
      }
      // In a circle nobody is the first.
      if ready.isEmpty { ready = [waiting[0]] }
      for stand in ready { name(tie: stand) }
      let done = Set(ready)
      waiting.removeAll { done.contains($0) }
    }
    for stand in decisions.stands.indices where decisions.stands[stand].kind == kind {
      write(line(tie: stand).renamed(standIDs[stand]).content)
    }
  }

  private mutating func name(tie stand: Int) {
    guard isNew[stand] else { return }
    standIDs[stand] = line(tie: stand).rekeyed { taken.contains($0) }.id
    taken.insert(standIDs[stand])
  }

  /// The line of an event or relation with the ids of what it names, under some id.
  private func line(tie stand: Int) -> StandoffRecord {
    let tie = decisions.stands[stand]
    let models = tie.models.map { holder in
      let lines = decisions.clusters.sources[holder.source].source.lines
      let record = decisions.record(holder)
      var names: [AnnotationID: AnnotationID] = [:]
      for (mention, row) in zip(record.mentions, lines.targets(of: holder.row)) {
        names[mention.id] = decisions.number(holder.source, row).map { standIDs[$0] }
      }
      return record.renamed(nil, names)
    }.filter { $0.mentions.count == tie.ends.count }
    if let model = models.min(by: { $0.bodyPrecedes($1) }) { return model }
    let first = tie.holders.first.map(decisions.record)
    return combined(tie, like: first)
  }

  private func combined(_ tie: Stand, like record: StandoffRecord?) -> StandoffRecord {
    var seen: [Spelling: Int] = [:]
    let mentions = tie.ends.map { end in
      let count = seen[Spelling(end.role), default: 0] + 1
      seen[Spelling(end.role)] = count
      return (role: count > 1 ? "\(end.role)\(count)" : end.role, id: standIDs[end.stand])
    }
    let blank = StandoffRecord(
      kind: tie.kind, id: tie.kind == .event ? "E0" : "R0", name: tie.name, mentions: mentions)
    return (record ?? blank).combined(name: tie.name, mentions: mentions)
  }

  // MARK: Groups

  /// The line of a group, with its members as somebody has them; else by their ids.
  private func line(group: StandingGroup) -> String {
    let own = decisions.clusters.sources.enumerated().flatMap { source, index in
      index.source.groups.filter { $0.name.utf8.elementsEqual(group.name.utf8) }
        .map { $0.members.compactMap { decisions.number(source, $0) } }
    }
    let members = own.filter { $0.sorted() == group.members }.map { $0.map { standIDs[$0] } }
    let first = members.min { $0.lexicographicallyPrecedes($1) }
    let ids = (first ?? group.members.map { standIDs[$0] }.sorted()).map(\.description)
    return "*\t\(group.name) \(ids.joined(separator: " "))"
  }

  // MARK: Attributes, references, notes

  private mutating func write(property number: Int) {
    let property = decisions.properties[number]
    let owner =
      switch property.owner {
      case .stand(let stand): standIDs[stand]
      case .property(let other): propertyIDs[other]
      }
    let records = property.holders.map { holder in
      let record = decisions.record(holder)
      return record.renamed(nil, record.mentions.first.map { [$0.id: owner] } ?? [:])
    }
    guard let model = records.min(by: { $0.bodyPrecedes($1) }) else { return }
    let isNew = propertyIDs[number].description.isEmpty
    var line = isNew ? model.rekeyed { taken.contains($0) } : model.renamed(propertyIDs[number])
    if isNew, model.ownText.utf8.count != (model.value ?? "").utf8.count, model.kind == .note {
      // Its text is read as galley's own from now on.
      let content = "\(model.name) \(owner)\t\(model.ownText)"
      let id = AnnotationID.stable("#", of: content) { taken.contains($0) }
      line = model.retold(id, as: Array("\(id)\t\(content)".utf8))
    }
    propertyIDs[number] = line.id
    taken.insert(line.id)
    write(line.content)
  }
}

extension StandoffRecord {
  /// Whether what stands after the id comes before that of another line.
  func bodyPrecedes(_ other: StandoffRecord) -> Bool {
    content.drop { $0 != UInt8(ascii: "\t") }
      .lexicographicallyPrecedes(other.content.drop { $0 != UInt8(ascii: "\t") })
  }
}
