/// One usable line of a standoff file taken apart, for programs that compare files line by line.
package struct StandoffRecord: Sendable {
  /// What the line says.
  package let kind: LineKind
  /// The id; empty for a group.
  package let id: AnnotationID
  /// The label, or the name of the relation, attribute or note.
  package let name: String
  /// The stretches of a `T`, joined over line breaks.
  package let ranges: [TextRange]
  /// The pieces of a `T` as they stand in the file.
  package let fragments: [TextRange]
  /// The ids that the line names, with the role it gives each; the role is empty where it gives none.
  package let mentions: [(role: String, id: AnnotationID)]
  /// What an attribute, a reference or a note says: its value, entry, or text as it stands in the file.
  package let value: String?
  /// The bytes of the line without its line end.
  package let content: [UInt8]

  /// Whether the line is galley's own record, whose text is JSON.
  package var isRecord: Bool { kind == .note && Note.isRecord(name) }

  /// What a `T` quotes, as it stands in the file.
  package var quotation: ArraySlice<UInt8> {
    content.split(separator: .tab, maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2)
      .first ?? []
  }
}

extension StandoffRecord {
  /// The line under another id, with other ids in place of those it names.
  package func renamed(
    _ id: AnnotationID? = nil, _ names: [AnnotationID: AnnotationID] = [:]
  ) -> StandoffRecord {
    let newMentions = mentions.map { (role: $0.role, id: names[$0.id] ?? $0.id) }
    let newID = id ?? self.id
    guard newID != self.id || zip(newMentions, mentions).contains(where: { $0.id != $1.id }) else {
      return self
    }
    var line = StandoffLine()
    line.read(content.span, content.indices, isUTF8: true)
    var bytes: [UInt8] = []
    var place = 0
    func replace(_ range: Range<Int>, with id: AnnotationID) {
      bytes += content[place..<range.lowerBound]
      bytes += id.description.utf8
      place = range.upperBound
    }
    if !line.id.isEmpty { replace(line.id, with: newID) }
    let places = zip(line.mentions, newMentions).sorted {
      $0.0.target.lowerBound < $1.0.target.lowerBound
    }
    for (mention, new) in places { replace(mention.target, with: new.id) }
    bytes += content[place...]
    return StandoffRecord(
      kind: kind, id: newID, name: name, ranges: ranges, fragments: fragments,
      mentions: newMentions, value: value,
      content: bytes)
  }

  /// The line under an id made from what it says, next after those that are taken.
  package func rekeyed(taken: (AnnotationID) -> Bool) -> StandoffRecord {
    let rest = content.drop { $0 != .tab }.dropFirst()
    let data = rest.prefix { $0 != .tab }
    let said: ArraySlice<UInt8>
    switch kind {
    case .note: said = rest
    case .attribute:
      let words = data.split(separator: .space, maxSplits: 2)
      said = ArraySlice(words.prefix(2).joined(separator: [.space]))
    default: said = data
    }
    let family = content.first.map { Unicode.Scalar($0) } ?? "T"
    let new = StableID.id(family, of: String(decoding: said, as: UTF8.self)) {
      taken(AnnotationID($0.description))
    }
    return renamed(AnnotationID(new.description))
  }

  /// A `T` with another label, and the stretches and words of another `T`.
  package func combined(label: String, stretches other: StandoffRecord) -> StandoffRecord {
    let pieces = other.content.drop { $0 != .tab }.dropFirst().drop { $0 != .space }
    let content = Array("\(id)\t\(label)".utf8) + pieces
    return StandoffRecord(
      kind: other.kind, id: id, name: label, ranges: other.ranges, fragments: other.fragments,
      mentions: [], value: nil,
      content: content)
  }

  /// A relation or event of these parts; the trigger of an event is its first mention.
  package func combined(
    name: String, mentions: [(role: String, id: AnnotationID)]
  ) -> StandoffRecord {
    let parts = mentions.map { $0.role.isEmpty ? "\($0.id)" : "\($0.role):\($0.id)" }
    let data =
      kind == .event
      ? (["\(name):\(parts.first ?? "")"] + parts.dropFirst()).joined(separator: " ")
      : ([name] + parts).joined(separator: " ")
    let tail = content.split(separator: .tab, maxSplits: 2, omittingEmptySubsequences: false)
      .dropFirst(2).map { [.tab] + $0 }.joined()
    return StandoffRecord(
      kind: kind, id: id, name: name, ranges: ranges, fragments: fragments, mentions: mentions,
      value: value,
      content: Array("\(id)\t\(data)".utf8) + tail)
  }
}

extension AnnotationSet {
  /// The lines of the file in order, taken apart.
  package var parts: [StandoffPart] {
    store.order.map { row in
      if store.problems[row]?.kind == .blank { return .blank(store.content(of: row)) }
      let isUsable = store.isUsed(row) && store.kind(of: row) != .malformed
      return isUsable ? .record(record(row)) : .unusable(store.content(of: row))
    }
  }

  /// The lines that can be used, in the order of the file.
  package var records: [StandoffRecord] {
    store.order.filter { store.isUsed($0) && store.kind(of: $0) != .malformed }.map(record)
  }

  /// The numbers of the conflicts that stand in the file, one for each line that keeps one; 0 for a
  /// line that says none.
  package var openConflicts: [Int] {
    conflictNotes.map { ConflictRecord($0.text)?.number ?? 0 }
  }

  /// The lines that keep conflicts, in the order of the file.
  package var conflictNotes: [Note] {
    guard let type = store.names.index(of: Note.conflictType) else { return [] }
    return store.order.filter { store.isConflict($0, type) }.map(note)
  }

  /// Whether a line keeps a conflict.
  package var hasConflict: Bool {
    guard let type = store.names.index(of: Note.conflictType) else { return false }
    return store.order.contains { store.isConflict($0, type) }
  }

  /// The note with an id; `nil` where no line that can be used is one.
  package func note(of id: AnnotationID) -> Note? {
    store.row(of: id).flatMap { store.kind(of: $0) == .note ? note($0) : nil }
  }

  /// The line with an id, taken apart; `nil` where no line that can be used has it.
  package func record(of id: AnnotationID) -> StandoffRecord? { store.row(of: id).map(record) }

  /// Whether a line that can be used has an id.
  package func has(_ id: AnnotationID) -> Bool { store.row(of: id) != nil }

  /// Whether the first line ends in CR LF.
  package var hasCarriageReturns: Bool { line(0).suffix(2) == [.carriageReturn, .lineFeed] }

  /// Whether the file is in the order and spelling of the clean profile, and all of it can be used.
  package var isInForm: Bool {
    store.refusal == nil && store.problems.isEmpty && formatted() == encoded()
  }

  /// Why no line of the file was read; `nil` where they were.
  package var refusal: Diagnostic? { store.refusal == nil ? nil : malformed.first }

  /// The line in a row, taken apart.
  func record(_ row: UInt32) -> StandoffRecord {
    let kind = store.kind(of: row)
    let fragments = store.ranges(of: row)
    let mentions: [(role: String, id: AnnotationID)] = store.links(of: row).map {
      (role: store.role(of: $0) ?? "", id: store.writtenID($0.target))
    }
    var value: String?
    switch kind {
    case .attribute: value = attribute(row).value
    case .reference:
      value = reference(row).map { "\($0.entry)\t\($0.text)" }
    case .note: value = String(decoding: store.tail(of: row) ?? [], as: UTF8.self)
    default: break
    }
    return StandoffRecord(
      kind: kind.isTextBound ? .textBound : kind,
      id: store.hasID(row) ? store.id(of: row) : "",
      name: store.label(of: row), ranges: kind.isTextBound ? article.joining(fragments) : [],
      fragments: kind.isTextBound ? fragments : [], mentions: mentions, value: value,
      content: store.content(of: row))
  }
}

extension StandoffRecord {
  /// The text of a note as it was typed; see ``Note/text``.
  package var noteText: String {
    NoteText.isEscaped(type: name, id: id) ? NoteText.unescaped(value ?? "") : value ?? ""
  }

  /// What stands in the text column of a note that says the same as this one and has an id that galley
  /// gives out.
  package var ownText: String {
    guard kind == .note, name == Note.freeType, !StableID.isOwn(id) else { return value ?? "" }
    return NoteText.escaped(value ?? "")
  }
}

extension StandoffRecord {
  /// An event or relation that no file has; ``combined(name:mentions:)`` gives it its bytes.
  package init(
    kind: LineKind, id: AnnotationID, name: String, mentions: [(role: String, id: AnnotationID)]
  ) {
    self.init(
      kind: kind, id: id, name: name, ranges: [], fragments: [], mentions: mentions, value: nil,
      content: [])
  }
}

extension LineStore {
  /// Whether a line can be used and keeps a conflict; `type` is the index of what such lines are called.
  fileprivate func isConflict(_ row: UInt32, _ type: UInt32) -> Bool {
    kind(of: row) == .note && labelIndex(of: row) == type && isUsed(row)
  }
}
