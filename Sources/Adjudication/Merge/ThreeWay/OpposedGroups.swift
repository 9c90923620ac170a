import Standoff

/// The conflicts of a base about who belongs to a group, which both sides have settled, and not alike.
///
/// Each side then has members that the other has taken out, which by itself is no conflict: without this
/// the members of both would go.
struct OpposedGroups {
  private let questions: [(name: String, members: BothSides<Set<AnnotationID>>)]

  /// Looks through the conflicts of a base.
  init(_ groups: [DisputedGroup], in alignment: RecordAlignment) {
    questions = groups.compactMap { group in
      guard group.isOfGroup, let name = group.name?.dropFirst(),
        alignment.isSettledByBoth(group)
      else { return nil }
      let disputed = Set(group.ids)
      let members = alignment.sides.map { table in
        table.groups.filter { $0.name.utf8.elementsEqual(name.utf8) }
          .map { Set($0.mentions.map(\.id)) }.first { !$0.isDisjoint(with: disputed) } ?? []
      }
      return members.ours == members.theirs ? nil : (String(name), members)
    }
  }

  /// Groups of a merge with all whom either side has in those that are in question.
  func standing(among groups: [GroupMerge.Group]) -> [GroupMerge.Group] {
    questions.reduce(groups) { groups, question in
      let all = question.members.ours.union(question.members.theirs)
      let others = groups.filter {
        !$0.name.utf8.elementsEqual(question.name.utf8) || $0.members.isDisjoint(with: all)
      }
      return others + [GroupMerge.Group(name: question.name, members: all)]
    }
  }

  /// The conflicts as they come back, among the lines that stand.
  func conflicts(among lines: [AnnotationID: StandoffRecord]) -> [MergeConflict] {
    questions.compactMap { question in
      let members = question.members.map { $0.filter { lines[$0] != nil }.sorted() }
      guard let target = members.all.joined().min(), members.ours != members.theirs
      else { return nil }
      return MergeConflict(
        kind: .relation, group: 0, name: "*" + question.name, target: target,
        readings: MergeSide.allCases.map { side in
          .init(annotators: [side.rawValue], ids: members[side], value: nil)
        })
    }
  }
}
