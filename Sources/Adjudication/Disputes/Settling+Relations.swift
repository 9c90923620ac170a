import Standoff

/// What becomes of relations when readings go.
extension Settling {
  /// Which relations of a reading that goes start at the one that stays then: those that somebody who
  /// has that one says too and, where only the words are disputed, those that nobody who has it
  /// contradicts.
  ///
  /// The sides of a three-way merge have relations of their own at each reading.
  func relations(
    from id: AnnotationID, takenOverBy heir: AnnotationID, in group: DisputedGroup
  ) -> Set<AnnotationID> {
    guard !group.isOfSides else { return [] }
    let set = draft.set
    let winners = Set(group.readings.filter { $0.ids.contains(heir) }.flatMap(\.annotators))
    let own = set.relations(from: heir)
    return Set(
      set.relations(from: id).filter { relation in
        if !winners.isDisjoint(with: set.annotators(of: relation.id)) { return true }
        return group.kind == .boundary
          && winners.isDisjoint(with: annotators(having: relation.target))
          && !own.contains { $0.name.utf8.elementsEqual(relation.name.utf8) }
      }.map(\.id))
  }

  /// Who has an annotation, in whatever words and under whatever label.
  private func annotators(having id: AnnotationID) -> [String] {
    let readings = numbers[id, default: []].compactMap { groups[$0] }
      .filter { ($0.kind == .label || $0.kind == .boundary) && $0.ids.contains(id) }
      .flatMap(\.readings).filter { !$0.ids.isEmpty }
    return draft.set.annotators(of: id) + readings.flatMap(\.annotators)
  }

  /// Lets relations to what goes, which somebody else says too, lead to what that somebody means.
  ///
  /// A merge keeps one relation of what several say, where the ends carry one reference, and it leads to
  /// the end of one of them.
  mutating func passOn(_ id: AnnotationID, butNotTo gone: [AnnotationID]) {
    let set = draft.set
    let relations = set.relations(to: id)
    guard !relations.isEmpty else { return }
    let entries = Set(set.references(of: id).map { [$0.database, $0.key] })
    guard !entries.isEmpty else { return }
    let own = Set(set.annotators(of: id))
    for relation in relations {
      let others = Set(set.annotators(of: relation.id)).subtracting(own)
      let heir =
        others.isEmpty
        ? nil
        : set.annotations.first { other in
          !gone.contains(other.id) && other.id != relation.source
            && !others.isDisjoint(with: set.annotators(of: other.id))
            && set.references(of: other.id).contains { entries.contains([$0.database, $0.key]) }
        }
      if let heir { draft.redirect(id, to: heir.id) { $0.id == relation.id } }
    }
  }
}
