/// Something that happens, with those who take part: an `E` line, as other tools write them.
public struct Event: Hashable, Sendable {
  /// One who takes part, and as what.
  public struct Argument: Hashable, Sendable {
    /// The role as it is written; a repeated one is `Role`, `Role2`, `Role3`.
    public let role: String
    /// The annotation or event in the role.
    public let id: AnnotationID
  }

  /// The id as it is written in the file.
  public let id: AnnotationID
  /// The event's label.
  public let label: String
  /// The `T` line that says where in the text the event is.
  public let trigger: AnnotationID
  /// Those who take part, in the order of the line.
  public let arguments: [Argument]
}

extension AnnotationSet {
  /// All events in the order of the file.
  public var events: [Event] {
    guard store.mayHaveEvents else { return [] }
    return store.order.filter { store.kind(of: $0) == .event && store.isUsed($0) }.map(event)
  }

  /// The events of which an annotation is the trigger, in the order of their ids.
  public func events(on trigger: AnnotationID) -> [Event] {
    guard store.mayHaveEvents else { return [] }
    return store.rows(of: .event, on: trigger).map(event)
  }

  /// The events that an annotation or event takes part in, in the order of their ids.
  public func events(with participant: AnnotationID) -> [Event] {
    guard store.mayHaveEvents, let index = store.idTable.find(participant) else { return [] }
    let rows = store.owners(ofLinksTo: index).filter { store.kind(of: $0) == .event }
    return Set(rows).sorted(by: store.idOrder).map(event).filter { event in
      event.arguments.contains { $0.id == participant }
    }
  }

  /// The `E` line in a row.
  func event(_ row: UInt32) -> Event {
    let links = store.links(of: row)
    return Event(
      id: store.id(of: row), label: store.label(of: row),
      trigger: links.first.map { store.writtenID($0.target) } ?? AnnotationID(""),
      arguments: links.dropFirst().map {
        Event.Argument(
          role: store.role(of: $0) ?? "", id: store.writtenID($0.target))
      })
  }
}

extension Event.Argument {
  /// The role without the number that tells it from others of its name: `Who` of `Who2`.
  public var roleName: String { role.roleName }
}

extension String {
  /// A role without the number that tells it from others of its name.
  package var roleName: String {
    var name = Substring(self).unicodeScalars
    while let last = name.last, ("0"..."9").contains(last) { name.removeLast() }
    return name.isEmpty ? self : String(name)
  }
}
