import Standoff

/// What becomes of one line that both sides have, and have changed otherwise.
struct LineMerge {
  /// What the sides disagree on; `nil` where every field is settled.
  let kind: MergeConflict.Kind?
  /// The line as each side has it, with every field that is settled; one line where all are.
  let readings: BothSides<StandoffRecord>

  /// Merges a line field by field; `base` is `nil` where both sides added it.
  init(base: StandoffRecord?, ours: StandoffRecord, theirs: StandoffRecord) {
    switch ours.kind {
    case .textBound: self.init(spans: base, ours, theirs)
    case .attribute: self.init(open: .attribute, ours, theirs)
    case .note, .reference: self.init(open: .text, ours, theirs)
    default: self.init(ties: base, ours, theirs)
    }
  }

  private init(
    open kind: MergeConflict.Kind?, _ ours: StandoffRecord, _ theirs: StandoffRecord
  ) {
    self.kind = kind
    readings = BothSides(ours: ours, theirs: theirs)
  }

  /// A `T`: the label is one field and where it stands another.
  private init(
    spans base: StandoffRecord?, _ ours: StandoffRecord, _ theirs: StandoffRecord
  ) {
    let label = FieldMerge(base?.name, ours.name, theirs.name) { $0.utf8.elementsEqual($1.utf8) }
    let place = FieldMerge(base, ours, theirs) { $0.ranges == $1.ranges }
    func reading(_ side: StandoffRecord) -> StandoffRecord {
      let (name, stretches) = (label.value(side.name), place.value(side))
      if name.utf8.elementsEqual(side.name.utf8), stretches.ranges == side.ranges { return side }
      return side.combined(label: name, stretches: stretches)
    }
    self.init(
      open: label.isOpen ? .label : place.isOpen ? .boundary : nil, reading(ours), reading(theirs))
  }

  /// An `R` or `E`: the name is a field, and so is each end, or the trigger; arguments merge one by
  /// one.
  private init(
    ties base: StandoffRecord?, _ ours: StandoffRecord, _ theirs: StandoffRecord
  ) {
    let name = FieldMerge(base?.name, ours.name, theirs.name) { $0.utf8.elementsEqual($1.utf8) }
    let count = ours.kind == .event ? 1 : 2
    let ends = (0..<count).map { index in
      FieldMerge(
        base.map { $0.mentions[index] }, ours.mentions[index], theirs.mentions[index]
      ) { $0.id == $1.id && $0.role.utf8.elementsEqual($1.role.utf8) }
    }
    let arguments =
      ours.kind == .event
      ? ArgumentMerge(
        base: (base?.mentions ?? []).dropFirst(), ours: ours.mentions.dropFirst(),
        theirs: theirs.mentions.dropFirst()
      ).arguments : []
    func reading(_ side: StandoffRecord) -> StandoffRecord {
      side.combined(
        name: name.value(side.name),
        mentions: ends.indices.map { ends[$0].value(side.mentions[$0]) } + arguments)
    }
    let isOpen = ends.contains(where: \.isOpen)
    // Each moved another end, and together they would tie an annotation to itself.
    if ours.kind == .relation, !isOpen, Self.isLoop(reading(ours)), !Self.isLoop(ours),
      !Self.isLoop(theirs)
    {
      self.init(open: .relation, ours, theirs)
      return
    }
    self.init(
      open: name.isOpen && ours.kind == .event ? .label : name.isOpen || isOpen ? .relation : nil,
      reading(ours), reading(theirs))
  }

  private static func isLoop(_ relation: StandoffRecord) -> Bool {
    relation.mentions.count == 2 && relation.mentions[0].id == relation.mentions[1].id
  }
}
