import Standoff

/// The finding of the same lines in three files, so that one id means one thing in all of them.
///
/// A line is the same as one of the base where it has its id, if galley gave that out or both are on
/// common words; where galley did not give its id out, also where it says the same. What both sides
/// added is the same where it has one id that galley gave out, or says the same. Everything is decided
/// by what lines say, never by which side they are from, so that the sides can be swapped.
struct RecordAlignment {
  /// The file that both sides come from.
  let base: RecordTable
  /// The two sides, with the ids of the merge.
  private(set) var sides: BothSides<RecordTable>
  /// The ids that lines have.
  private(set) var taken: Set<AnnotationID>

  /// Finds out what is the same.
  init(base: AnnotationSet, ours: AnnotationSet, theirs: AnnotationSet) {
    self.base = RecordTable(base)
    sides = BothSides(ours: RecordTable(ours), theirs: RecordTable(theirs))
    taken = Set(self.base.order)
    // What lines name comes before them.
    for kind in [LineKind.textBound, .event, .relation, .attribute, .reference, .note] {
      var found = KindAlignment(kind, base: self.base, sides: sides)
      found.nameAdditions(taking: &taken)
      for side in MergeSide.allCases {
        sides[side].rename(found.names[side].filter { $0.key != $0.value })
      }
    }
  }

  /// Whether both sides have settled a conflict of the base: none of its notes stands on either.
  func isSettledByBoth(_ group: DisputedGroup) -> Bool {
    group.notes.allSatisfy { sides.ours[$0] == nil && sides.theirs[$0] == nil }
  }
}
