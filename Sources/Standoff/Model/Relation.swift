/// A named, directed tie between two annotations: an `R` line.
public struct Relation: Hashable, Sendable {
  /// The id as it is written in the file.
  public let id: AnnotationID
  /// The name of the relation.
  public let name: String
  /// The annotation it goes out from.
  public let source: AnnotationID
  /// The annotation it leads to.
  public let target: AnnotationID
  /// The role of the source, `Arg1` in files of ours.
  public let sourceRole: String
  /// The role of the target, `Arg2` in files of ours.
  public let targetRole: String
}

extension AnnotationSet {
  /// All relations in the order of the file.
  public var relations: [Relation] {
    store.order.filter { store.kind(of: $0) == .relation && store.isUsed($0) }.map(relation)
  }

  /// The relation with an id; `nil` where no line that can be used is one.
  package func relation(of id: AnnotationID) -> Relation? {
    store.row(of: id).flatMap { store.kind(of: $0) == .relation ? relation($0) : nil }
  }

  /// The relations that go out from an annotation, in the order of their ids.
  public func relations(from id: AnnotationID) -> [Relation] {
    relations(at: id).filter { $0.source == id }
  }

  /// The relations that lead to an annotation, in the order of their ids.
  public func relations(to id: AnnotationID) -> [Relation] {
    relations(at: id).filter { $0.target == id }
  }

  /// The relations that have an annotation at either end, in the order of their ids.
  private func relations(at id: AnnotationID) -> [Relation] {
    guard let index = store.idTable.find(id) else { return [] }
    let rows = store.owners(ofLinksTo: index).filter { store.kind(of: $0) == .relation }
    guard rows.count > 1 else { return rows.map(relation) }
    return Set(rows).sorted(by: store.idOrder).map(relation)
  }

  /// The `R` line in a row; roles written as `Arg2` and `Arg1` are turned round.
  func relation(_ row: UInt32) -> Relation {
    let ends = store.links(of: row).map {
      (role: store.role(of: $0) ?? "", id: store.writtenID($0.target))
    }
    let isReversed = ends[0].role == "Arg2" && ends[1].role == "Arg1"
    let (source, target) = isReversed ? (ends[1], ends[0]) : (ends[0], ends[1])
    return Relation(
      id: store.id(of: row), name: store.label(of: row), source: source.id, target: target.id,
      sourceRole: source.role, targetRole: target.role)
  }
}
