/// Annotations that are the same thing: a `*` line, as other tools write them.
public struct Group: Hashable, Sendable {
  /// The group's type, `Equiv` in brat's own files.
  public let name: String
  /// The annotations, in the order of the line.
  public let members: [AnnotationID]
}

extension AnnotationSet {
  /// All equivalence groups in the order of the file.
  public var groups: [Group] {
    store.order.filter { store.kind(of: $0) == .group }.map(group)
  }

  /// The groups that an annotation is in, in the order of the file.
  package func groups(with member: AnnotationID) -> [Group] {
    guard let index = store.idTable.find(member) else { return [] }
    return Set(store.owners(ofLinksTo: index).filter { store.kind(of: $0) == .group })
      .sorted { store.order.precedes($0, $1) }.map(group)
  }

  private func group(_ row: UInt32) -> Group {
    Group(
      name: store.label(of: row), members: store.links(of: row).map { store.writtenID($0.target) })
  }
}
