/// Tells lines about which no rule has anything to say, quickly and with few questions.
///
/// A line is plain where its own kind is as usual, what it names is there, and the schema was asked
/// about the like of it before. `false` says nothing: the rules then look at the line. That the
/// rules would find nothing on a plain line is held by a test against validating without.
struct PlainLines {
  private let spans: PlainSpans
  private let facts: SchemaFacts
  private let conflict: UInt32?
  /// By the index of its name, whether a label asks nothing of its annotations.
  private let isUndemanding: [Bool]
  /// What was asked about before, in this file or another.
  private var answers: PlainAnswers
  /// By the index of its name in the file, the index in ``answers``.
  private let places: [UInt32]

  /// How many links to a target are looked at for an attribute that it has twice.
  private static let mostLinks = 8
  /// How many different values of attributes are kept, and how long they may be.
  private static let mostValues = 256
  /// The index that stands for no value.
  private static let noValue: UInt32 = 0xF_FFFF

  /// Prepares for a file.
  init(_ spans: PlainSpans, _ facts: SchemaFacts) {
    self.spans = spans
    self.facts = facts
    conflict = facts.index(of: Note.conflictType)
    isUndemanding = facts.allTraits.map(\.isUndemanding)
    var answers = facts.known.answers
    places = facts.places(in: &answers.names)
    self.answers = answers
  }

  /// Keeps what was asked for the next file.
  func keep() { facts.known.keep(answers) }

  /// Whether no rule about lines has anything to say about a line that counts.
  mutating func contains(
    _ row: UInt32, _ kind: LineKind, of lines: LineStore, _ events: [UInt32: UInt32]
  ) -> Bool {
    switch kind {
    case .textBound: spans.fitting.contains(row) && isUndemanding[Int(lines.labels[row])]
    case .attribute: isPlainAttribute(row, lines, events)
    case .relation: isPlainRelation(row, lines)
    case .note: isPlainNote(row, lines, events)
    default: false
    }
  }

  private mutating func isPlainAttribute(
    _ row: UInt32, _ lines: LineStore, _ events: [UInt32: UInt32]
  ) -> Bool {
    let (name, link) = (lines.labels[row], lines.firsts[row])
    let id = lines.links[link].target
    let target = lines.idTable.row(of: id)
    guard target != .none, lines.kinds[target] == .textBound,
      events.isEmpty || events[target] == nil, !repeatsAny(of: id, lines)
    else { return false }
    let label = lines.labels[target]
    let (namePlace, labelPlace) = (places[Int(name)], places[Int(label)])
    guard max(namePlace, labelPlace) < Self.noValue, lines.length(of: row) <= 128 else {
      return false
    }
    let bytes = lines.bytes(of: row)
    let value = Self.value(in: bytes.span)
    let span = bytes.span
    let pair = UInt64(namePlace) << 40 | UInt64(labelPlace) << 20
    if let index = value.isEmpty ? Self.noValue : answers.values.index(of: span, value) {
      if answers.attributes.contains(pair | UInt64(index)) { return true }
    }
    guard facts.traits(of: label).isKnown, facts.allows(name, on: label, value: value, in: span)
    else { return false }
    var index = Self.noValue
    if !value.isEmpty {
      guard answers.values.count < Self.mostValues else { return true }
      index = answers.values.insert(span, value)
    }
    answers.attributes.insert(pair | UInt64(index))
    return true
  }

  /// Whether some attribute is twice on the annotation with an id, or it is named by many lines.
  private func repeatsAny(of id: UInt32, _ lines: LineStore) -> Bool {
    var link = lines.idTable.head(of: id)
    var names = (first: UInt32.none, others: [UInt32]())
    var count = 0
    while link != .none {
      count += 1
      guard count <= Self.mostLinks else { return true }
      let entry = lines.links[link]
      link = entry.next
      guard lines.kinds[entry.owner] == .attribute else { continue }
      let name = lines.labels[entry.owner]
      if names.first == .none {
        names.first = name
      } else if names.first == name || names.others.contains(name) {
        return true
      } else {
        names.others.append(name)
      }
    }
    return false
  }

  private mutating func isPlainRelation(_ row: UInt32, _ lines: LineStore) -> Bool {
    let first = lines.firsts[row]
    let (source, target) = (lines.links[first], lines.links[first + 1])
    let ends = (lines.idTable.row(of: source.target), lines.idTable.row(of: target.target))
    guard source.target != target.target, ends.0 != .none, ends.1 != .none,
      lines.kinds[ends.0].isAnnotation, lines.kinds[ends.1].isAnnotation
    else { return false }
    let labels = (lines.labels[ends.0], lines.labels[ends.1])
    let name = lines.labels[row]
    guard source.role != .none, target.role != .none else { return false }
    var key: UInt64 = 0
    for index in [name, labels.0, labels.1, source.role, target.role] {
      let place = places[Int(index)]
      guard place < 1 << 12 else { return false }
      key = key << 12 | UInt64(place)
    }
    if answers.relations.contains(key) { return true }
    let question = RelationVerdict.Question(
      name: name, labels: [labels.0, labels.1], roles: [source.role, target.role])
    guard case .legal = facts.verdict(on: question) else { return false }
    answers.relations.insert(key)
    return true
  }

  private func isPlainNote(
    _ row: UInt32, _ lines: LineStore, _ events: [UInt32: UInt32]
  ) -> Bool {
    let target = lines.idTable.row(of: lines.links[lines.firsts[row]].target)
    guard target != .none, lines.labels[row] != conflict, events.isEmpty || events[target] == nil
    else { return false }
    let line = lines.bytes(of: row)
    let bytes = line.span
    for index in bytes.indices where bytes[index] < 0x20 || bytes[index] > 0x7E {
      switch bytes[index] {
      case .tab, .lineFeed: continue
      case 0x80..<0x85, 0x86..<0xA8, 0xAA...: continue
      default: return false
      }
    }
    return true
  }

  /// Where the value of an attribute stands in its line: all that follows the second blank, up to a
  /// second tab; empty where there is none.
  private static func value(in line: Span<UInt8>) -> Range<Int> {
    let content = line.content(of: 0..<line.count)
    let start = line.first(.tab, in: content).map { $0 + 1 } ?? content.upperBound
    let end = line.first(.tab, in: start..<content.upperBound) ?? content.upperBound
    var place = start
    for _ in 0..<2 {
      while place < end, line[place] != .space { place += 1 }
      while place < end, line[place] == .space { place += 1 }
    }
    return place..<end
  }
}

extension SchemaFacts.Traits {
  /// Whether annotations of the label can be without fault by themselves, whatever else the file has.
  fileprivate var isUndemanding: Bool {
    isKnown && !isAbstract && !isEvent && !requiresAttributes && !countsRelations
  }
}

extension SchemaFacts {
  /// Whether annotations of a label may have an attribute with this value.
  fileprivate func allows(
    _ name: UInt32, on label: UInt32, value: Range<Int>, in line: Span<UInt8>
  ) -> Bool {
    guard let rule = attributeRule(name, on: label) else { return false }
    if case .text(nil) = rule.kind, !value.isEmpty { return true }
    return rule.allows(
      value.isEmpty ? nil : String(decoding: value.map { line[$0] }, as: UTF8.self))
  }
}
