import Standoff

/// The lines of one file in a merge, found by the ids that the merge gives them.
struct RecordTable {
  /// The lines that have an id.
  private(set) var records: [AnnotationID: StandoffRecord] = [:]
  /// Their ids in the order of the file.
  private(set) var order: [AnnotationID] = []
  /// The same by kind.
  private var orders: [LineKind: [AnnotationID]] = [:]
  /// The equivalence groups.
  private(set) var groups: [StandoffRecord] = []
  /// For each id of the file the one in the merge, where it is another.
  private(set) var names: [AnnotationID: AnnotationID] = [:]

  /// Takes over the lines of a file.
  init(_ set: AnnotationSet) {
    for record in set.records {
      if record.kind == .group {
        groups.append(record)
      } else {
        records[record.id] = record
        order.append(record.id)
        orders[record.kind, default: []].append(record.id)
      }
    }
  }

  /// The line with an id.
  subscript(id: AnnotationID) -> StandoffRecord? { records[id] }

  /// The lines of some kinds, in the order of the file.
  func records(of kind: LineKind) -> [StandoffRecord] {
    (orders[kind] ?? []).compactMap { records[$0] }.filter { $0.kind == kind }
  }

  /// Gives lines other ids, wherever they are named.
  mutating func rename(_ names: [AnnotationID: AnnotationID]) {
    guard !names.isEmpty else { return }
    self.names.merge(names) { $1 }
    order = order.map { names[$0] ?? $0 }
    orders = orders.mapValues { $0.map { names[$0] ?? $0 } }
    let renamed = records.values.map { $0.renamed(names[$0.id], names) }
    records = Dictionary(renamed.map { ($0.id, $0) }) { first, _ in first }
    groups = groups.map { $0.renamed(nil, names) }
  }

  /// For each id the lines that name it, in the order of the file.
  var namers: [AnnotationID: [AnnotationID]] {
    var found: [AnnotationID: [AnnotationID]] = [:]
    for id in order {
      for mention in records[id]?.mentions ?? [] { found[mention.id, default: []].append(id) }
    }
    return found
  }

  /// The annotations that stand on, while something is gone that was said of them: a property, or a
  /// relation whose ends both stand.
  func stripped(since base: RecordTable) -> Set<AnnotationID> {
    var found: Set<AnnotationID> = []
    for record in base.records.values where records[record.id] == nil {
      guard let owner = record.owner ?? record.source else { continue }
      if record.mentions.allSatisfy({ records[$0.id] != nil }) { found.insert(owner) }
    }
    return found
  }

  /// The annotations of the whole article, each with its references, which make it what it is.
  var articleLevel: [AnnotationID: [String]] {
    var found: [AnnotationID: [String]] = [:]
    for record in records.values where record.kind == .attribute {
      guard record.name == Annotation.scopeName, record.value == Annotation.articleScope,
        let target = record.mentions.first?.id
      else { continue }
      found[target] = []
    }
    guard !found.isEmpty else { return [:] }
    for id in order {
      guard let record = records[id], record.kind == .reference,
        let target = record.mentions.first?.id
      else { continue }
      found[target]?.append(record.value ?? "")
    }
    return found.mapValues { $0.sorted() }
  }
}

extension StandoffRecord {
  /// Whether two lines say the same, their ids apart.
  func says(_ other: StandoffRecord) -> Bool {
    kind == other.kind && name.utf8.elementsEqual(other.name.utf8) && ranges == other.ranges
      && value.map { Array($0.utf8) } == other.value.map { Array($0.utf8) }
      && mentions.count == other.mentions.count
      && (zip(mentions, other.mentions).allSatisfy {
        $0.id == $1.id && $0.role.utf8.elementsEqual($1.role.utf8)
      } || (kind == .event && ends == other.ends))
  }

  /// What the line names, each with what it is there.
  ///
  /// Those who take part in an event are in an order of their own, without the numbers that tell their
  /// roles apart.
  var ends: [[String]] {
    guard kind == .event else { return mentions.map { [$0.role, $0.id.description] } }
    let arguments = mentions.dropFirst().map { [$0.role.roleName, $0.id.description] }
    return mentions.prefix(1).map { ["", $0.id.description] }
      + arguments.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The annotation, relation or event that the line is about, where it is a property of one.
  var owner: AnnotationID? {
    switch kind {
    case .attribute, .reference, .note: mentions.first?.id
    default: nil
    }
  }

  /// What a relation starts at; `nil` for any other line.
  var source: AnnotationID? { kind == .relation ? mentions.first?.id : nil }

  /// What an event stands on; `nil` for any other line.
  var trigger: AnnotationID? { kind == .event ? mentions.first?.id : nil }
}
