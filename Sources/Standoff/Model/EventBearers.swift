/// An annotation and the events on it are one thing to people: what they say of the annotation is said
/// on the `E` lines, as other tools have it, for brat gives up a document in which anything is said of
/// a trigger.
extension AnnotationSet {
  /// What is said of an annotation, on its own line and then on those of its events.
  ///
  /// - Parameter list: what is said on one line.
  package func said<Item>(
    of id: AnnotationID, _ list: (AnnotationID) -> [Item]
  ) -> [Item] {
    let events = events(on: id)
    return events.isEmpty ? list(id) : list(id) + events.flatMap { list($0.id) }
  }

  /// The lines on which something new is said of an annotation: its events, or itself where it has none.
  package func bearers(of id: AnnotationID) -> [AnnotationID] {
    let events = events(on: id)
    return events.isEmpty ? [id] : events.map(\.id)
  }

  /// The annotation on whose words a line stands: of an event its trigger, of all else itself.
  package func standing(_ id: AnnotationID) -> AnnotationID {
    guard store.mayHaveEvents, let row = store.row(of: id), store.kind(of: row) == .event,
      let trigger = store.links(of: row).first
    else { return id }
    return store.writtenID(trigger.target)
  }
}
