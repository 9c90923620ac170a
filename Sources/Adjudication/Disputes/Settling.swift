public import Standoff

/// The settling of disputed groups: which reading stands, which go, and the lines that say so.
///
/// ```swift
/// var settling = Settling(merged)
/// try settling.settle(1, by: Verdict(.annotator("ana")))
/// let edit = settling.draft.edit()
/// ```
/// A reading goes with what is said of it. Relations, events and groups of a reading that goes name the
/// one that stays where annotators differ on the words alone; else events do, relations that nobody
/// disputes, and those that somebody who has the one that stays says too. Where two sides of a three-way
/// merge disagree, what they have in common about an annotation names one of its readings alone, so there
/// all do, and the one that stays gets the id the annotation had before the sides parted. Who supports
/// what stands is kept.
public struct Settling: Sendable {
  /// What came of one verdict.
  public struct Outcome: Hashable, Sendable {
    /// What stands: annotations and relations, and those whose attributes or notes were disputed.
    public let standing: [AnnotationID]
    /// Other groups of which one reading alone is left, so that nothing is disputed any more.
    public let settledWithIt: [Int]
  }

  /// The annotations with all verdicts so far.
  public var draft: Draft
  /// What is still open, by number.
  public internal(set) var groups: [Int: DisputedGroup]
  /// The groups that a line tells of, or says something in.
  var numbers: [AnnotationID: Set<Int>] = [:]
  /// The groups whose keys may have changed since the last one was settled, for they are about what it
  /// changed.
  private(set) var affected: Set<Int> = []
  /// The groups of which lines may have gone, or have got another id, since they were read.
  private var touched: Set<Int> = []

  /// Starts with a merged set.
  public init(_ set: AnnotationSet) {
    draft = Draft(set)
    groups = Dictionary(set.disputedGroups.map { ($0.number, $0) }) { first, _ in first }
    for group in groups.values {
      for id in group.ids + group.notes { numbers[id, default: []].insert(group.number) }
    }
  }

  /// Settles a group.
  ///
  /// - Throws: `unknown-conflict` where no group has the number; `no-such-reading` where the group has
  ///   no reading such as is chosen. Nothing has changed then.
  @discardableResult
  public mutating func settle(
    _ number: Int, by verdict: Verdict
  ) throws(DiagnosticError) -> Outcome {
    guard let group = groups[number] else { throw unknown(number) }
    let choice = try ChosenReading(
      verdict.choice, of: group, in: draft.set, setting: verdict.attributes)
    affected = groupsAbout(group.ids + [group.target])
    let standing: [AnnotationID]
    if group.isOfGroup {
      standing = settleMembers(group, choice)
    } else if group.isOfLines {
      standing = settleLines(group, choice)
    } else {
      keep(verdict.kept(of: choice.ids, for: group, in: draft.set), of: group)
      standing = [group.target]
    }
    clear(group)
    var answered: Set<Int> = []
    for attribute in verdict.attributes {
      for id in standing where draft.set.has(id) { answered.formUnion(set(attribute, of: id)) }
    }
    for other in answered.sorted() { groups[other].map { clear($0) } }
    affected.formUnion(touched)
    affected.formUnion(groupsAbout(standing))
    return Outcome(
      standing: standing.filter(draft.set.has),
      settledWithIt: (answered.sorted() + clearIdle()).sorted())
  }

  /// The groups that are about some lines, or about lines that name them.
  private func groupsAbout(_ ids: [AnnotationID]) -> Set<Int> {
    ids.reduce(into: []) { found, id in
      for other in draft.set.ids(hangingOn: id) { found.formUnion(numbers[other] ?? []) }
    }
  }

  /// Sets an attribute, or adds a reference; tells the other groups that are about it, whose question is
  /// answered by that.
  private mutating func set(
    _ attribute: Verdict.Attribute, of standing: AnnotationID
  ) -> Set<Int> {
    var answered: Set<Int> = []
    for id in draft.set.bearers(of: standing) {
      if let reference = attribute.reference {
        draft.addReference(reference.database, key: reference.key, to: id)
        continue
      }
      answered.formUnion(
        groupsAbout([id]).filter { number in
          groups[number].map { $0.target == id && $0.isAbout(attribute) } ?? false
        })
      if attribute.isThere {
        draft.setAttribute(attribute.name, to: attribute.value, of: id)
      } else {
        draft.removeAttribute(attribute.name, of: id)
      }
    }
    return answered
  }

  // MARK: What stands

  private mutating func settleMembers(
    _ group: DisputedGroup, _ choice: ChosenReading
  ) -> [AnnotationID] {
    let all = group.ids.filter(draft.set.has)
    draft.setMembers(
      choice.isAll ? all : choice.ids, ofGroup: String(group.name?.dropFirst() ?? ""), having: all)
    return choice.ids
  }

  private mutating func settleLines(
    _ group: DisputedGroup, _ choice: ChosenReading
  ) -> [AnnotationID] {
    let standing = keep(choice.ids, of: group)
    guard let own = choice.own, let id = standing.first else { return standing }
    draft.setLabel(own.label, of: id)
    draft.setRanges(own.ranges, of: id)
    // Nobody has said this but the adjudicator.
    draft.setAnnotators([], of: id)
    return standing
  }

  /// Takes away all readings but some; tells the ids of those that stand, which change where a
  /// copy that the merge made takes the place of what it was copied from.
  @discardableResult
  private mutating func keep(_ chosen: [AnnotationID], of group: DisputedGroup) -> [AnnotationID] {
    let all = group.ids.filter(draft.set.has)
    let kept = Set(chosen)
    let original = group.isOfSides ? OriginalLine(of: all, in: draft.set).id : nil
    let originalTrigger =
      group.isOfSides ? OriginalLine(of: all.compactMap(trigger), in: draft.set).id : nil
    let gone = all.filter { !kept.contains($0) }
    for id in gone {
      touch(id)
      if let trigger = trigger(of: id) { touch(trigger) }
      if let heir = chosen.first, chosen.count == 1 { inherit(id, heir, in: group) }
      passOn(id, butNotTo: gone)
      removeEvents(goingWith: id, butNotOn: Set(chosen.map(draft.set.standing)), in: group)
      let stays = keepsTrigger(of: id, in: group)
      let own = trigger(of: id)
      giveBack(from: id, butNotTo: gone, orTrigger: stays, in: group)
      handOver(id, butNotTo: gone, orTrigger: stays, in: group)
      draft.remove(id, sparingTrigger: stays)
      // Who has the trigger was told at its event.
      if stays, let own, !group.isOfSides, draft.set.events(on: own).isEmpty {
        draft.setAnnotators(group.annotators, of: own)
      }
    }
    guard let heir = chosen.first, chosen.count == 1 else { return chosen }
    // The trigger of an event that went is gone with it, so nobody will settle whose id it is.
    if let originalTrigger, !draft.set.has(originalTrigger), let own = trigger(of: heir) {
      draft.rename(own, to: originalTrigger)
    }
    guard let original, !draft.set.has(original) else { return chosen }
    touch(heir)
    draft.rename(heir, to: original)
    return [original]
  }

  /// Lets what names a reading that goes name the one that stays, where it is about that as well.
  private mutating func inherit(_ id: AnnotationID, _ heir: AnnotationID, in group: DisputedGroup) {
    let set = draft.set
    // The events of a reading go with it, unless the one that stays has none and is called the same.
    let hasEvents = !set.events(on: heir).isEmpty || group.kind == .label
    func isOn(_ record: StandoffRecord) -> Bool {
      hasEvents && record.trigger == id
    }
    // One thing, whose label and words the sides, or whose words alone the annotators, see otherwise.
    if group.isOfSides || group.kind == .boundary {
      let hadEvents = !draft.set.events(on: heir).isEmpty
      let taken = relations(from: id, takenOverBy: heir, in: group)
      draft.redirect(id, to: heir) { record in
        if record.kind == .group { return group.isOfSides }
        return record.source == id ? taken.contains(record.id) : !isOn(record)
      }
      if !hadEvents, let event = draft.set.events(on: heir).map(\.id).min() {
        draft.moveProperties(ofTrigger: heir, to: event, replacing: true)
      }
      // An event and its trigger have one label.
      if let label = draft.set[heir]?.label { draft.setLabel(label, of: heir) }
      return
    }
    let own = Set(set.annotators(of: heir))
    let (numbers, groups) = (numbers, groups)
    let taken = relations(from: id, takenOverBy: heir, in: group)
    draft.redirect(id, to: heir) { record in
      if isOn(record) { return false }
      if record.source == id { return taken.contains(record.id) }
      // Who takes part in an event is no question of its own, and neither is what nobody disputes.
      if record.kind == .group { return false }
      let isDisputed = numbers[record.id, default: []].contains { groups[$0] != nil }
      return record.kind == .event || !isDisputed
        || !own.isDisjoint(with: set.annotators(of: record.id))
    }
  }

  /// Notes that a line, and what hangs on it, is about to change.
  mutating func touch(_ id: AnnotationID) {
    for id in draft.set.ids(hangingOn: id) { touched.formUnion(numbers[id] ?? []) }
  }

  // MARK: What is said of it

  private mutating func clear(_ group: DisputedGroup) {
    for note in group.notes { draft.remove(note) }
    groups[group.number] = nil
  }

  /// Clears the groups that the going of readings has left with one, and those left with none.
  private mutating func clearIdle() -> [Int] {
    var cleared: [Int] = []
    for number in touched.sorted() {
      guard let before = groups[number] else { continue }
      let now = before.reread(in: draft.set)
      if let now, !now.isIdle(comingFrom: before) {
        groups[number] = now
        for id in now.ids { numbers[id, default: []].insert(number) }
        continue
      }
      clear(now ?? before)
      cleared.append(number)
    }
    touched = []
    return cleared
  }

  private func unknown(_ number: Int) -> DiagnosticError {
    let open = groups.keys.sorted()
    let message = "no conflict has the number \(number)"
    guard let first = open.first, let last = open.last else {
      return DiagnosticError(.unknownConflict, message + ": none is open")
    }
    return DiagnosticError(
      .unknownConflict, message + ": those that are open go from \(first) to \(last)",
      fix: "conflicts")
  }
}

extension Verdict {
  /// The lines of a reading that stay: where references are disputed, and it gives some, those alone which
  /// are the same, for references add up.
  fileprivate func kept(
    of ids: [AnnotationID], for group: DisputedGroup, in set: AnnotationSet
  ) -> [AnnotationID] {
    let references = attributes.filter { $0.reference != nil }.compactMap(\.value)
    guard group.name == MergeConflict.referenceName, !references.isEmpty else { return ids }
    return group.ids.uniqued.filter { id in
      set.record(of: id).map { record in
        references.contains { $0.utf8.elementsEqual(record.entry.utf8) }
      } ?? false
    }
  }
}

extension Verdict.Attribute {
  /// The database and the key, where it is a reference that is added.
  fileprivate var reference: (database: String, key: String)? {
    guard name == MergeConflict.referenceName, isThere, let value,
      let colon = value.firstIndex(of: ":")
    else { return nil }
    return (String(value[..<colon]), String(value[value.index(after: colon)...]))
  }
}

extension DisputedGroup {
  /// Whether it is about the attribute that is set.
  fileprivate func isAbout(_ attribute: Verdict.Attribute) -> Bool {
    kind == .attribute && name?.utf8.elementsEqual(attribute.name.utf8) == true
  }

  /// Whether there is nothing to choose between any more, though there was `before`.
  fileprivate func isIdle(comingFrom before: DisputedGroup) -> Bool {
    guard readings != before.readings else { return false }
    return isOfLines && readings.count < 2 || ids.isEmpty
  }
}

extension DiagnosticName {
  /// No conflict that is open has this number.
  public static let unknownConflict = DiagnosticName("unknown-conflict")
}
