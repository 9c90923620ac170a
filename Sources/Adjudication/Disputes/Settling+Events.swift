import Standoff

/// What becomes of events and their triggers when readings go.
extension Settling {
  /// What an event stands on; `nil` for any other line.
  func trigger(of id: AnnotationID) -> AnnotationID? {
    draft.set.record(of: id)?.trigger
  }

  /// Takes away the events that go with one that goes: all on its trigger, where the label or the words
  /// of that are disputed; those that nobody else has, where it is disputed whether the event is there.
  mutating func removeEvents(
    goingWith id: AnnotationID, butNotOn kept: Set<AnnotationID>, in group: DisputedGroup
  ) {
    let trigger = draft.set.standing(id)
    guard trigger != id, !kept.contains(trigger) else { return }
    let losers = Set(group.readings.filter { $0.ids.contains(id) }.flatMap(\.annotators))
    let set = draft.set
    let gone = set.events(on: trigger).map(\.id).filter { other in
      if other == id { return false }
      if group.kind == .label || group.kind == .boundary { return true }
      let isDisputed = numbers[other, default: []].contains { groups[$0] != nil }
      let own = set.annotators(of: other)
      // Where readings are listed an event is one by itself, and its trigger is not in question.
      return group.kind == .presence && !group.areReadingsListed && !isDisputed && !own.isEmpty
        && losers.isSuperset(of: own)
    }
    for other in gone {
      touch(other)
      draft.remove(other)
    }
  }

  /// Whether the trigger of an event that goes stays: where it is open whether the event is there,
  /// those who say that it is not have its trigger all the same, and are listed.
  func keepsTrigger(of id: AnnotationID, in group: DisputedGroup) -> Bool {
    (group.kind == .presence || group.kind == .deleted) && group.areReadingsListed
      && trigger(of: id) != nil
      && group.readings.contains { $0.ids.isEmpty }
  }

  /// Moves what was said of a trigger from an event on it that goes to another event on it that stays,
  /// or back to the trigger: free notes, and what is said by somebody who has no such event.
  mutating func giveBack(
    from event: AnnotationID, butNotTo gone: [AnnotationID], orTrigger stays: Bool,
    in group: DisputedGroup
  ) {
    guard let line = heir(of: event, butNot: gone, orTrigger: stays) else { return }
    let own = Set(
      draft.set.annotators(of: event)
        + group.readings.filter { $0.ids.contains(event) }.flatMap(\.annotators))
    let said = draft.set.ids(hangingOn: event).filter { draft.set.record(of: $0)?.owner == event }
    for id in said.sorted() {
      let isTheirs = numbers[id, default: []].contains { number in
        groups[number]?.readings.contains {
          $0.ids.contains(id) && !own.isSuperset(of: $0.annotators)
        } ?? false
      }
      // A side that took the event away took its notes away, too.
      let isFree =
        stays && !group.isOfSides && draft.set.note(of: id)?.type == Note.freeType
      if isTheirs || isFree { draft.move(id, to: line) }
    }
  }

  /// On which line that stays stands what was said of the trigger of an event that goes.
  private func heir(
    of id: AnnotationID, butNot gone: [AnnotationID], orTrigger stays: Bool
  ) -> AnnotationID? {
    trigger(of: id).flatMap { own in
      draft.set.events(on: own).map(\.id).first { !gone.contains($0) } ?? (stays ? own : nil)
    }
  }

  /// Lets what is open about the trigger of an event that goes stand on another one of it that stays, or
  /// on the trigger itself.
  ///
  /// What is said of a trigger stands on the first of its events, `Conflict` lines too.
  mutating func handOver(
    _ id: AnnotationID, butNotTo gone: [AnnotationID], orTrigger stays: Bool,
    in group: DisputedGroup
  ) {
    guard let heir = heir(of: id, butNot: gone, orTrigger: stays) else { return }
    for note in draft.set.notes(of: id, type: Note.conflictType) {
      let number = ConflictRecord(note.text)?.number ?? 0
      guard number != group.number, let other = groups[number],
        other.isOfLines || other.ids.contains(where: { draft.set.record(of: $0)?.owner != id })
      else { continue }
      let text = note.text.replacing("\"\(id)\"", with: "\"\(heir)\"")
      draft.remove(note.id)
      let new = draft.addNote(text, of: Note.conflictType, to: heir)
      groups[number] = other.with(other.notes.map { $0 == note.id ? new : $0 })
      numbers[heir, default: []].insert(number)
      numbers[new, default: []].insert(number)
    }
  }
}

extension DisputedGroup {
  /// The same with other `Conflict` lines.
  fileprivate func with(_ notes: [AnnotationID]) -> DisputedGroup {
    DisputedGroup(
      number: number, kind: kind, name: name, target: target, readings: readings, notes: notes,
      areReadingsListed: areReadingsListed)
  }
}
