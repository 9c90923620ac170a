package import Adjudication
package import Standoff

extension Workspace {
  /// The conflicts of the file that are meant, the worst first.
  ///
  /// - Throws: `nothing-open`; `unknown-conflict` for a number that none has; as looking up a query
  ///   does.
  package func conflicts(
    _ selection: ConflictSelection
  ) throws(DiagnosticError) -> [DisputedGroup] {
    let set = try annotations
    let open = set.disputedGroups
    var chosen = open
    switch selection {
    case .all: break
    case .numbered(let numbers):
      for number in numbers where !open.contains(where: { number.range.contains($0.number) }) {
        throw Self.unknown(number, open)
      }
      chosen = open.filter { group in numbers.contains { $0.range.contains(group.number) } }
    case .matching(let query):
      let ids = Set(try lookUp([query]))
      chosen = open.filter { group in
        group.annotations(in: set).contains { ids.contains($0) }
      }
    }
    return DisputeOrder(set).sorted(chosen)
  }

  /// Makes sure that an act leaves what is in conflict as its annotators said it.
  ///
  /// - Throws: `in-conflict`.
  func refuseChangedReadings(_ edit: Edit, to after: AnnotationSet) throws(DiagnosticError) {
    let changed = ChangedReadings(edit, from: try annotations, to: after).groups
    guard let first = changed.first else { return }
    let set = try annotations
    var ways = first.annotators.map { "`resolve \(first.number) \($0)`" }
    if first.kind == .attribute, let name = first.name, set.has(first.target) {
      ways.append("`resolve \(first.number) \(name)=…`")
    }
    throw DiagnosticError(
      .inConflict,
      "this would change what annotators said in \(Self.naming(changed.map(\.number))), which \(changed.count == 1 ? "is" : "are") open still; settle \(changed.count == 1 ? "it" : "them") first",
      notes: ways.isEmpty ? [] : [ways.joined(separator: ", ")])
  }

  /// The numbers of the conflicts whose lines an edit takes out.
  func conflicts(notedIn edit: Edit) throws(DiagnosticError) -> Set<Int> {
    let set = try annotations
    guard set.hasConflict else { return [] }
    return Set(
      edit.removedIDs.compactMap { set.record(of: $0) }
        .filter { $0.isRecord && $0.name == Note.conflictType }
        .compactMap { $0.value.flatMap(ConflictRecord.init)?.number })
  }

  /// What is said of conflicts, of some that an edit took lines of, that went with all they were about; `nil`
  /// where none did.
  func remark(onConflictsGoneOf noted: Set<Int>) throws(DiagnosticError) -> StyledText? {
    guard !noted.isEmpty else { return nil }
    let gone = noted.subtracting(try annotations.openConflicts).sorted()
    guard !gone.isEmpty else { return nil }
    return StyledText(
      "gone with what \(gone.count == 1 ? "it was" : "they were") about: \(Self.naming(gone))",
      .severity(.warning))
  }

  /// Some conflicts as people read them: `conflict 1`, `conflicts 1, 2 and 5`, or how many.
  private static func naming(_ numbers: [Int]) -> String {
    let names = numbers.map(String.init)
    guard let last = names.last, names.count > 1 else { return "conflict " + names.joined() }
    return names.count > 8
      ? "\(names.count) open conflicts"
      : "conflicts " + names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func unknown(
    _ numbers: ConflictSelection.Numbers, _ open: [DisputedGroup]
  ) -> DiagnosticError {
    let typed =
      numbers.range.lowerBound == numbers.range.upperBound
      ? "\(numbers.range.lowerBound)" : "\(numbers.range.lowerBound)-\(numbers.range.upperBound)"
    guard let first = open.first, let last = open.last else {
      return DiagnosticError(
        .unknownConflict, "no conflict has the number \(typed): none is open", at: numbers.place)
    }
    let isWithin = numbers.range.overlaps(first.number..<last.number)
    return DiagnosticError(
      .unknownConflict,
      isWithin
        ? "conflict \(typed) is not open, or not any more; `conflicts` lists the \(open.count) that are"
        : "no conflict that is open has the number \(typed); they go from \(first.number) to \(last.number), and `conflicts` lists them",
      at: numbers.place)
  }
}

extension DisputedGroup {
  /// The annotations that it is about: those disputed, and those whose attributes, notes or relations
  /// are.
  package func annotations(in set: AnnotationSet) -> [AnnotationID] {
    (ids + [target]).flatMap { id -> [AnnotationID] in
      if set[id] != nil { return [set.standing(id)] }
      guard let record = set.record(of: id), record.kind == .relation else { return [] }
      return record.mentions.map { set.standing($0.id) }
    }
  }
}
