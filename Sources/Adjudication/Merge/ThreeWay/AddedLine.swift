import Standoff

/// A line that one side added, or both.
struct AddedLine {
  /// What it is known by.
  let key: LineKey
  /// The id that each side gave it; `nil` where a side has no such line.
  let ids: BothSides<AnnotationID?>
  /// The line, as the side has it whose key is the lower.
  let record: StandoffRecord

  /// A line that one side added.
  init(_ record: StandoffRecord, key: LineKey, by side: MergeSide) {
    self.key = key
    self.record = record
    var ids = BothSides<AnnotationID?>(repeating: nil)
    ids[side] = record.id
    self.ids = ids
  }

  /// A line of ours and one of theirs as one.
  private init(_ ours: AddedLine, _ theirs: AddedLine) {
    let first = theirs.key < ours.key ? theirs : ours
    key = first.key
    record = first.record
    ids = BothSides(ours: ours.ids.ours, theirs: theirs.ids.theirs)
  }

  /// The ids it could have, the lowest first.
  var candidates: [AnnotationID] { Set(ids.all.compactMap(\.self)).sorted() }

  /// What both sides added as one, and what one side added by itself.
  static func joined(_ ours: [AddedLine], _ theirs: [AddedLine]) -> [AddedLine] {
    var rest = theirs
    var found: [AddedLine] = []
    var waiting = ours
    for pass in Pass.allCases {
      var places: [LineKey: [Int]] = [:]
      for (index, line) in rest.enumerated().reversed() {
        places[line.label(.theirs, pass), default: []].append(index)
      }
      var joinedPlaces: Set<Int> = []
      waiting = waiting.filter { line in
        if pass == .id, line.ids.ours?.isStable != true { return true }
        guard let index = places[line.label(.ours, pass)]?.popLast() else { return true }
        joinedPlaces.insert(index)
        found.append(AddedLine(line, rest[index]))
        return false
      }
      rest = rest.indices.filter { !joinedPlaces.contains($0) }.map { rest[$0] }
    }
    return found + waiting + rest
  }

  /// By what two lines are taken for one, the surest first.
  private enum Pass: CaseIterable {
    /// One id and what is said.
    case idAndContent
    /// One id that galley gave out.
    case id
    /// What is said.
    case content
  }

  private func label(_ side: MergeSide, _ pass: Pass) -> LineKey {
    switch pass {
    case .idAndContent: key.adding(ids[side]?.description ?? "")
    case .id: ids[side].map { LineKey($0) } ?? key
    case .content: key
    }
  }

  /// Whether one is given its id before the other, whichever side they are from.
  static func precedes(_ left: AddedLine, _ right: AddedLine) -> Bool {
    left.key != right.key
      ? left.key < right.key : left.candidates.lexicographicallyPrecedes(right.candidates)
  }
}
