/// A change of a schema's names, carried over to the annotations that were made with it.
///
/// ```swift
/// var draft = Draft(set)
/// let change = SchemaChange(.label, ["Claim"], into: "Assertion")
/// let outcome = change.apply(to: &draft)
/// ```
/// Ids stay, and so does every line that does not have the name; lines that are not used, too.
public struct SchemaChange: Hashable, Sendable {
  /// What a name names.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What spans and events are labeled.
    case label
    /// A property of annotations.
    case attribute
    /// What ties annotations together, in pairs or in groups.
    case relation
  }

  /// What the names name.
  public let kind: Kind
  /// The names that go.
  public let names: [String]
  /// The name that takes their place; `nil` where what has them goes too.
  public let new: String?

  /// Creates a change; without `new` what has the names is removed, with all that hangs on it.
  public init(_ kind: Kind, _ names: [String], into new: String?) {
    self.kind = kind
    self.names = names.filter { name in !(new?.utf8.elementsEqual(name.utf8) ?? false) }
    self.new = new
  }

  /// What a change comes to in one file.
  public struct Outcome: Hashable, Sendable {
    /// How many lines had one of the names.
    public var changed = 0
    /// The lines that went besides, because they hung on those: how many of each name.
    public var removedWith: [String: Int] = [:]
    /// How many events and groups are left without something that went.
    public var shortened = 0
    /// How many lines now say what another says of the same words or annotations.
    public var repeated = 0
    /// How many attributes now stand beside one of another value on the same annotation.
    public var opposed = 0

    /// Creates an outcome in which nothing has a name.
    public init() {}
  }

  /// Carries the change out in a draft; a second time changes nothing.
  public func apply(to draft: inout Draft) -> Outcome {
    let rows = draft.set.rows(named: names, as: kind)
    var outcome = Outcome()
    outcome.changed = rows.count + changeConflicts(in: &draft)
    guard let new else {
      let before = draft.set.counts(without: rows)
      let ties = Set(draft.set.looseTies)
      for row in rows { draft.remove(row: row) }
      outcome.shortened = draft.set.looseTies.count { !ties.contains($0) }
      let after = draft.set.counts(without: [])
      outcome.removedWith = before.merging(after) { $0 - $1 }.filter { $0.value > 0 }
      return outcome
    }
    let before = (names + [new]).map { draft.set.repetitions(of: $0, as: kind) }
    for row in rows { draft.rename(row, to: new) }
    let after = draft.set.repetitions(of: new, as: kind)
    outcome.repeated = after.alike - before.reduce(0) { $0 + $1.alike }
    outcome.opposed = after.opposed - before.reduce(0) { $0 + $1.opposed }
    return outcome
  }
}

extension SchemaChange {
  /// Carries the change over to the records of conflicts about one of the names; tells how many there are.
  ///
  /// A conflict about something that goes, goes with it.
  private func changeConflicts(in draft: inout Draft) -> Int {
    guard kind != .label else { return 0 }
    var count = 0
    for row in draft.set.store.order where draft.set.store.kind(of: row) == .note {
      guard draft.set.store.isUsed(row), draft.set.store.label(of: row) == Note.conflictType,
        case .object(var members)? = JSONValue(parsing: draft.set.note(row).text),
        let place = members.firstIndex(where: { $0.key == "name" }),
        let name = members[place].value.string,
        names.contains(where: { $0.utf8.elementsEqual(name.utf8) })
      else { continue }
      let isAttribute =
        members.first { $0.key == "kind" }?.value.string == ConflictRecord.attributeKind
      guard isAttribute == (kind == .attribute) else { continue }
      count += 1
      guard let new else {
        draft.remove(draft.set.store.id(of: row))
        continue
      }
      members[place].value = .string(new)
      draft.setRecord(.object(members), in: row)
    }
    return count
  }
}

extension Draft {
  fileprivate mutating func remove(row: UInt32) {
    // What hangs on a line that is gone may have had the name, too.
    guard set.store.order.contains(row) else { return }
    if set.store.kind(of: row) == .group {
      set.store.remove(row)
    } else {
      remove(set.store.id(of: row))
    }
  }
}

extension AnnotationSet {
  /// Whether any name, type or role of the file is such; far fewer are looked at than there are lines.
  package func hasName(where isSuch: (String) -> Bool) -> Bool {
    (0..<store.names.count).contains { isSuch(store.names[UInt32($0)]) }
  }

  /// The names that lines of the file have, with what they name, each once, in the order of the file.
  package var names: [(kind: SchemaChange.Kind, name: String)] {
    let kinds = SchemaChange.Kind.allCases
    var isSeen = Array(repeating: false, count: store.names.count * kinds.count)
    var names: [(kind: SchemaChange.Kind, name: String)] = []
    for row in store.order where store.isUsed(row) {
      guard let kind = store.kind(of: row).namedKind else { continue }
      let number = kind == .label ? 0 : kind == .attribute ? 1 : 2
      let place = Int(store.labelIndex(of: row)) * kinds.count + number
      if isSeen[place] { continue }
      isSeen[place] = true
      names.append((kind, store.label(of: row)))
    }
    return names
  }

  /// The lines that have one of the names, in the order of the file.
  fileprivate func rows(named names: [String], as kind: SchemaChange.Kind) -> [UInt32] {
    let wanted = Set(names.compactMap { store.names.index(of: $0) })
    return store.order.filter { row in
      wanted.contains(store.labelIndex(of: row)) && store.kind(of: row).namedKind == kind
        && store.isUsed(row)
    }
  }

  /// How many lines that are used have each name, some rows left out.
  fileprivate func counts(without rows: [UInt32]) -> [String: Int] {
    let left = Set(rows)
    var counts: [String: Int] = [:]
    for row in store.order where store.isUsed(row) && !left.contains(row) {
      counts[store.label(of: row), default: 0] += 1
    }
    return counts
  }

  /// The lines that stay when something they name goes: events and groups.
  fileprivate var looseTies: [[UInt8]] {
    store.order.filter { row in
      let kind = store.kind(of: row)
      return (kind == .event || kind == .group) && store.isUsed(row)
    }.map { Array(store.content(of: $0)) }
  }

  /// How many lines of a name say what an earlier one says of the same words or annotations, and how many
  /// attributes say another value of what has one.
  fileprivate func repetitions(
    of name: String, as kind: SchemaChange.Kind
  ) -> (alike: Int, opposed: Int) {
    let rows = rows(named: [name], as: kind).filter {
      store.kind(of: $0) != .event && store.kind(of: $0) != .group
    }
    let said = rows.map { row in
      store.kind(of: row).isTextBound
        ? article.joining(store.ranges(of: row)).map(\.description)
        : store.links(of: row).map { "\(store.writtenID($0.target))" }
    }
    let values = rows.map { kind == .attribute ? Array((record($0).value ?? "").utf8) : [] }
    let distinct = Set(zip(said, values).map { Saying(of: $0, value: $1) })
    return (rows.count - distinct.count, distinct.count - Set(said).count)
  }
}

/// What a line says of words or annotations, its name apart.
private struct Saying: Hashable {
  let targets: [String]
  let value: [UInt8]

  init(of targets: [String], value: [UInt8]) { (self.targets, self.value) = (targets, value) }
}

extension LineKind {
  /// What the name of such a line names; `nil` where it is none of a schema's.
  package var namedKind: SchemaChange.Kind? {
    switch self {
    case .textBound, .discontinuous, .event: .label
    case .attribute: .attribute
    case .relation, .group: .relation
    case .reference, .note, .malformed: nil
    }
  }
}
