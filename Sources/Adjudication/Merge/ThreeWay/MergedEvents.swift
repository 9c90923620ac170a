import Standoff

extension AnnotationSet {
  /// The set with the label of each trigger on all events on it, where a side of the merge had them alike.
  ///
  /// One side may give a trigger and its events another label while the other adds an event to it. What
  /// was at odds in a side already is for the validator.
  func withEventsInStep(withTheirTriggersAsIn sides: [AnnotationSet]) -> AnnotationSet {
    var draft = Draft(self)
    for event in events {
      guard let label = draft.set[event.trigger]?.label, !label.utf8.elementsEqual(event.label.utf8)
      else { continue }
      let wasInStep = sides.contains { side in
        // The trigger may be another line than it was.
        let own = side.record(of: event.id)?.trigger.flatMap { side[$0] }
        return [side[event.trigger], own].contains { trigger in
          trigger.map { $0.label.utf8.elementsEqual(event.label.utf8) } ?? false
        }
      }
      if wasInStep { draft.setLabel(label, of: event.trigger) }
    }
    return draft.set
  }

  /// The set with what is said of triggers on their events, where no side of the merge said it of a trigger.
  ///
  /// One side may describe an annotation while the other makes an event of it.
  func withTheirTriggersDescribedAtEvents(butWhereIn sides: [AnnotationSet]) -> AnnotationSet {
    guard !events.isEmpty else { return self }
    var draft = Draft(self)
    for (trigger, events) in Dictionary(grouping: events, by: \.trigger).sorted(by: {
      $0.key < $1.key
    })
    where records(saidOf: trigger) {
      let wasSo = sides.contains { $0.records(saidOf: trigger) && !$0.events(on: trigger).isEmpty }
      guard !wasSo, let first = events.map(\.id).min() else { continue }
      draft.moveProperties(ofTrigger: trigger, to: first)
    }
    return draft.set
  }

  /// What is open because one side gives an attribute to a trigger and the other another value of it to an
  /// event on it; not numbered yet.
  func attributesAtOdds(between ours: AnnotationSet, and theirs: AnnotationSet) -> [MergeConflict] {
    func isDisputed(_ id: AnnotationID) -> Bool { !notes(of: id, type: Note.conflictType).isEmpty }
    return events.flatMap { event in
      Dictionary(grouping: attributes(of: event.id), by: \.name).sorted { $0.key < $1.key }
        .compactMap { name, values -> MergeConflict? in
          let sides = [ours, theirs].map { side in
            [event.id, event.trigger].map { id in
              side.attributes(of: id).filter { $0.name == name }.map(\.value)
            }
          }
          let isOfTrigger = sides.contains { !$0[1].isEmpty }
          let said = sides.map { Set($0.joined()) }
          guard values.count == 2, isOfTrigger, !isDisputed(event.id),
            let own = values.first(where: { said[0].contains($0.value) }),
            let other = values.last(where: { said[1].contains($0.value) }), own.id != other.id
          else { return nil }
          return MergeConflict(
            kind: .attribute, group: 0, name: name, target: event.id,
            readings: [(MergeSide.ours, own), (.theirs, other)].map { side, attribute in
              .init(
                annotators: [side.rawValue], ids: [attribute.id], value: attribute.shownValue)
            })
        }
    }
  }

  /// Whether a line has attributes, references or notes of its own.
  private func records(saidOf id: AnnotationID) -> Bool {
    !attributes(of: id).isEmpty || !references(of: id).isEmpty || !notes(of: id).isEmpty
  }
}
