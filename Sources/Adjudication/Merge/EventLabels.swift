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
        side[event.trigger].map { $0.label.utf8.elementsEqual(event.label.utf8) } ?? false
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

  /// Whether a line has attributes, references or notes of its own.
  private func records(saidOf id: AnnotationID) -> Bool {
    !attributes(of: id).isEmpty || !references(of: id).isEmpty || !notes(of: id).isEmpty
  }
}
