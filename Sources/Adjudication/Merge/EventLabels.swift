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
}
