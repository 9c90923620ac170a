/// Tells lines about which no rule has anything to say, quickly and with few questions.
///
/// A line is plain where its own kind is as usual, what it names is there, and the schema was asked
/// about the like of it before. `false` says nothing: the rules then look at the line. That the
/// rules would find nothing on a plain line is held by a test against validating without.
struct PlainLines {
  private let facts: SchemaFacts
  private let conflict: UInt32?
  /// By the index of its name, whether a label asks nothing of its annotations.
  private let isUndemanding: [Bool]
  /// What was asked about before, in this file or another.
  private var answers: PlainAnswers
  /// By the index of its name in the file, the index in ``answers``.
  private let places: [UInt32]

  /// The file as it was read.
  private let file: [UInt8]
  /// Attributes that were found to be plain, by their name, label and value.
  private var recent: [UInt64]

  /// How many links to a target are looked at for an attribute that it has twice.
  private static let mostLinks = 8
  /// How many different values of attributes are kept, and how long they may be.
  private static let mostValues = 256
  /// The index that stands for no value.
  private static let noValue: UInt32 = 0xF_FFFF

  /// Prepares for a file.
  init(_ facts: SchemaFacts, _ file: [UInt8]) {
    self.facts = facts
    self.file = file
    // Powers of two; in a short file few are met.
    recent = Array(repeating: .max, count: file.count < 1 << 16 ? 32 : 512)
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
    case .textBound:
      lines.rows[row].words >= .fitting && isUndemanding[Int(lines.labelIndex(of: row))]
    case .attribute: isPlainAttribute(row, lines, events)
    case .relation: isPlainRelation(row, lines)
    case .note: isPlainNote(row, lines, events)
    default: false
    }
  }

  private mutating func isPlainAttribute(
    _ row: UInt32, _ lines: LineStore, _ events: [UInt32: UInt32]
  ) -> Bool {
    let (name, link) = (lines.labelIndex(of: row), lines.firstLink(of: row))
    let id = lines.links[link].target
    let target = lines.idTable.row(of: id)
    guard target != .none, lines.kind(of: target) == .textBound,
      events.isEmpty || events[target] == nil, !repeatsAny(of: id, by: link, lines)
    else { return false }
    let (value, label) = (lines.rows[row].value, lines.labelIndex(of: target))
    let key = UInt64(name) << 40 | UInt64(label) << 16 | UInt64(value.code)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55) & (recent.count - 1)
    if recent[place] == key { return true }
    let start = Int(lines.rows[row].offset)
    let end = start + Int(lines.length(of: row))
    guard end <= file.count, let range = Self.value(in: file.span, start..<end),
      isKnown(name, on: label, range)
    else { return false }
    if value != .unknown, max(name, label) < 1 << 24 { recent[place] = key }
    return true
  }

  /// Whether annotations of a label may have an attribute with the value in the file.
  private mutating func isKnown(_ name: UInt32, on label: UInt32, _ value: Range<Int>) -> Bool {
    let (namePlace, labelPlace) = (places[Int(name)], places[Int(label)])
    guard max(namePlace, labelPlace) < Self.noValue, value.count <= 128 else { return false }
    let file = file
    let span = file.span
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

  /// Whether some attribute is twice on the annotation with an id, which is named by `link`, or many
  /// lines name it.
  private func repeatsAny(of id: UInt32, by link: UInt32, _ lines: LineStore) -> Bool {
    var one = lines.idTable.head(of: id)
    if one == link, lines.links[link].next == .none { return false }
    var count = 0
    while one != .none {
      count += 1
      guard count <= Self.mostLinks else { return true }
      let entry = lines.links[one]
      one = entry.next
      guard lines.kind(of: entry.owner) == .attribute else { continue }
      let name = lines.labelIndex(of: entry.owner)
      var (other, left) = (one, Self.mostLinks)
      while other != .none, left > 0 {
        let entry = lines.links[other]
        if lines.labelIndex(of: entry.owner) == name, lines.kind(of: entry.owner) == .attribute {
          return true
        }
        other = entry.next
        left -= 1
      }
    }
    return false
  }

  private mutating func isPlainRelation(_ row: UInt32, _ lines: LineStore) -> Bool {
    let first = lines.firstLink(of: row)
    let (source, target) = (lines.links[first], lines.links[first + 1])
    let rows = (lines.idTable.row(of: source.target), lines.idTable.row(of: target.target))
    guard source.target != target.target, rows.0 != .none, rows.1 != .none,
      lines.kind(of: rows.0).isAnnotation, lines.kind(of: rows.1).isAnnotation
    else { return false }
    let labels = (lines.labelIndex(of: rows.0), lines.labelIndex(of: rows.1))
    let name = lines.labelIndex(of: row)
    guard source.role != .none, target.role != .none else { return false }
    let ends = (places[Int(labels.0)], places[Int(labels.1)])
    let roles = (places[Int(source.role)], places[Int(target.role)])
    guard places[Int(name)] | ends.0 | ends.1 | roles.0 | roles.1 < 1 << 12 else { return false }
    let key =
      UInt64(places[Int(name)]) << 48 | UInt64(ends.0) << 36 | UInt64(ends.1) << 24
      | UInt64(roles.0) << 12 | UInt64(roles.1)
    if answers.relations.contains(key) { return true }
    let question = RelationVerdict.Question(
      name: name, labels: [labels.0, labels.1], roles: [source.role, target.role])
    guard case .legal = facts.verdict(on: question),
      facts.requiredAttributes(ofRelationLike: question).isEmpty
    else { return false }
    answers.relations.insert(key)
    return true
  }

  private func isPlainNote(
    _ row: UInt32, _ lines: LineStore, _ events: [UInt32: UInt32]
  ) -> Bool {
    let target = lines.idTable.row(of: lines.links[lines.firstLink(of: row)].target)
    guard target != .none, lines.labelIndex(of: row) != conflict,
      events.isEmpty || events[target] == nil
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
  /// second tab.
  ///
  /// Empty where there is none; `nil` where more than one blank stands anywhere, or a line feed alone
  /// does not end the line.
  private static func value(in bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let tab = ByteSearch.firstBlank(in: bytes, from: line.lowerBound), bytes[tab] == .tab,
      let space = ByteSearch.firstBlank(in: bytes, from: tab + 1), bytes[space] == .space,
      let end = ByteSearch.firstBlank(in: bytes, from: space + 1), end < line.upperBound
    else { return nil }
    if bytes[end] == .lineFeed || bytes[end] == .tab { return end..<end }
    // Inside the value there may be blanks, but no other such byte.
    guard bytes[end] == .space, end + 1 < line.upperBound, bytes[end + 1] > 0x20,
      var last = ByteSearch.firstBlank(in: bytes, from: end + 1)
    else { return nil }
    while bytes[last] == .space {
      guard let next = ByteSearch.firstBlank(in: bytes, from: last + 1) else { return nil }
      last = next
    }
    return bytes[last] == .lineFeed || bytes[last] == .tab ? end + 1..<last : nil
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
