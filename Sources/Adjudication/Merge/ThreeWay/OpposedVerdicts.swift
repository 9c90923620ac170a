import Standoff

/// The conflicts of the base that both sides have settled, and not alike.
///
/// Each side then took readings away that the other left as they were, which by itself is no conflict:
/// without this the readings of both would go.
struct OpposedVerdicts {
  /// Such a conflict: the lines that one side alone has kept, by that side.
  private struct Question {
    let kind: MergeConflict.Kind
    let name: String?
    let target: AnnotationID
    let kept: BothSides<[AnnotationID]>
  }

  /// The readings that one side alone has kept, of all such conflicts.
  private(set) var disputed: Set<AnnotationID> = []
  /// The readings that both sides have kept, and say otherwise.
  private(set) var changed: Set<AnnotationID> = []
  private var questions: [Question] = []

  /// Looks through the conflicts of a base.
  init(_ groups: [DisputedGroup], in alignment: RecordAlignment) {
    for group in groups where !group.isOfGroup {
      guard let kind = MergeConflict.Kind(rawValue: group.kind.rawValue),
        alignment.isSettledByBoth(group)
      else { continue }
      let (ours, theirs) = (alignment.sides.ours, alignment.sides.theirs)
      let lines = group.ids.uniqued.filter { alignment.base[$0] != nil }
      for id in lines {
        guard let mine = ours[id], let yours = theirs[id], !mine.says(yours) else { continue }
        changed.insert(id)
      }
      let kept = BothSides(
        ours: lines.filter { ours[$0] != nil && theirs[$0] == nil },
        theirs: lines.filter { theirs[$0] != nil && ours[$0] == nil })
      guard kept.all.contains(where: { !$0.isEmpty }) else { continue }
      disputed.formUnion(kept.all.joined())
      questions.append(
        Question(
          kind: Self.kind(kind, kept, alignment.base), name: group.name, target: group.target,
          kept: kept))
    }
  }

  /// What the sides disagree on: of lines that one side alone has kept, whether they are there.
  private static func kind(
    _ kind: MergeConflict.Kind, _ kept: BothSides<[AnnotationID]>, _ base: RecordTable
  ) -> MergeConflict.Kind {
    guard kind.isOfLines(named: nil) else { return kind }
    guard !kept.all.contains(where: \.isEmpty) else { return .deleted }
    guard kind == .presence || kind == .deleted else { return kind }
    let labels = kept.map { Set($0.compactMap { base[$0]?.name }) }
    return labels.ours == labels.theirs ? .boundary : .label
  }

  /// The conflicts as they come back, among the lines that stand.
  func conflicts(among lines: [AnnotationID: StandoffRecord]) -> [MergeConflict] {
    questions.compactMap { question in
      let kept = question.kept.map { $0.filter { lines[$0] != nil } }
      let isOfLines = question.kind.isOfLines(named: question.name)
      guard let first = kept.all.joined().min() else { return nil }
      return MergeConflict(
        kind: question.kind, group: 0, name: isOfLines ? nil : question.name,
        target: isOfLines ? first : question.target,
        readings: MergeSide.allCases.map { side in
          let ids = kept[side]
          return .init(
            annotators: [side.rawValue], ids: ids,
            value: question.kind == .attribute ? Self.value(ids, lines) : nil)
        })
    }
  }

  /// The values of attributes, or the entries of references; `nil` where there are none.
  private static func value(
    _ ids: [AnnotationID], _ lines: [AnnotationID: StandoffRecord]
  ) -> String? {
    let values = ids.compactMap { lines[$0] }.map { line in
      line.kind == .attribute ? line.shownValue : line.entry
    }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }
}
