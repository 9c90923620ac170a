public import Standoff

/// The lines that stand when a group is settled, as a choice names them.
struct ChosenReading {
  /// The lines of the readings chosen.
  let ids: [AnnotationID]
  /// Whether every reading stands.
  let isAll: Bool
  /// What the line is to become, where the adjudicator has a reading of their own.
  private(set) var own: (label: String, ranges: [TextRange])?

  /// Finds what a choice names; `attributes` are set besides.
  ///
  /// - Throws: `no-such-reading`.
  init(
    _ choice: Verdict.Choice, of group: DisputedGroup, in set: AnnotationSet,
    setting attributes: [Verdict.Attribute] = []
  ) throws(DiagnosticError) {
    switch choice {
    case .annotator(let name):
      guard let reading = group.reading(of: name) else {
        throw group.lacks("`\(name)` has no part in it")
      }
      ids = reading.ids
    case .both:
      ids = group.ids.uniqued
      try Self.check(ids, areOneValueOf: group, in: set, unless: attributes)
    case .none: ids = []
    case .longest: ids = try Self.extreme(group, in: set) { $0 > $1 }
    case .shortest: ids = try Self.extreme(group, in: set) { $0 < $1 }
    case .own(let label, let ranges):
      let own = try Self.own(label, ranges, of: group, in: set)
      let same = group.ids.first { id in
        set[id].map { $0.label.utf8.elementsEqual(own.label.utf8) && $0.ranges == own.ranges }
          ?? false
      }
      // What somebody says already stands as they have it.
      if let same {
        ids = [same]
      } else {
        ids = [Self.basis(label, ranges, of: group, in: set)]
        self.own = own
      }
    }
    if case .both = choice { isAll = true } else { isAll = false }
  }

  /// Makes sure that not several values of one attribute are to stand, which no valid file has.
  private static func check(
    _ ids: [AnnotationID], areOneValueOf group: DisputedGroup, in set: AnnotationSet,
    unless attributes: [Verdict.Attribute]
  ) throws(DiagnosticError) {
    guard group.kind == .attribute, let name = group.name,
      ids.count(where: { set.record(of: $0)?.kind == .attribute }) > 1,
      !attributes.contains(where: { $0.name.utf8.elementsEqual(name.utf8) })
    else { return }
    throw group.lacks("\(name) has one value, so name whose it is to be, or give it as \(name)=…")
  }

  /// The reading on most characters, or on fewest.
  private static func extreme(
    _ group: DisputedGroup, in set: AnnotationSet, by isMore: (Int, Int) -> Bool
  ) throws(DiagnosticError) -> [AnnotationID] {
    let lengths = group.readings.filter { !$0.ids.isEmpty }.map { reading in
      (reading.ids, reading.ids.reduce(0) { $0 + (set[$1]?.length ?? 0) })
    }
    guard group.isOfLines, !lengths.contains(where: { $0.1 == 0 }),
      let best = lengths.max(by: { isMore($1.1, $0.1) })
    else { throw group.lacks("its readings have no length") }
    guard lengths.count(where: { $0.1 == best.1 }) == 1 else {
      throw group.lacks("its readings are of the same length")
    }
    return best.0
  }

  /// The reading that becomes one of the adjudicator's own: of those that have its label, else its words,
  /// else of all, the one that was there before sides parted, or the first.
  private static func basis(
    _ label: String?, _ ranges: [TextRange]?, of group: DisputedGroup, in set: AnnotationSet
  ) -> AnnotationID {
    let labelled = group.ids.filter { id in
      label.map { set[id]?.label.utf8.elementsEqual($0.utf8) == true } ?? false
    }
    let placed = group.ids.filter { id in ranges.map { set[id]?.ranges == $0 } ?? false }
    let near = labelled.isEmpty ? (placed.isEmpty ? group.ids : placed) : labelled
    let original = OriginalLine(of: group.ids, in: set).id
    return original.flatMap { near.contains($0) ? $0 : nil } ?? near[0]
  }

  private static func own(
    _ label: String?, _ ranges: [TextRange]?, of group: DisputedGroup, in set: AnnotationSet
  ) throws(DiagnosticError) -> (label: String, ranges: [TextRange]) {
    let annotations = group.ids.compactMap { set[$0] }
    guard group.isOfLines, !annotations.isEmpty, annotations.count == group.ids.count else {
      throw group.lacks("it is about no annotation, so words and labels do not settle it")
    }
    // The readings that have the label, or the words, say what is left open.
    let alike = annotations.filter { annotation in
      label.map { annotation.label.utf8.elementsEqual($0.utf8) } ?? true
        && ranges.map { annotation.ranges == $0 } ?? true
    }
    let basis = alike.isEmpty ? annotations : alike
    guard let first = basis.first else { throw group.lacks("it has no annotation") }
    if label == nil, basis.contains(where: { !$0.label.utf8.elementsEqual(first.label.utf8) }) {
      throw group.lacks("its readings have several labels, so a label belongs before the words")
    }
    if ranges == nil, basis.contains(where: { $0.ranges != first.ranges }) {
      throw group.lacks("its readings stand on several spans, so the words belong after the label")
    }
    return (label ?? first.label, ranges ?? first.ranges)
  }
}

extension DisputedGroup {
  /// Whether it can be settled so, as it stands in a set.
  public func offers(_ choice: Verdict.Choice, in set: AnnotationSet) -> Bool {
    (try? ChosenReading(choice, of: self, in: set)) != nil
  }

  /// The error for a choice that the group does not offer.
  func lacks(_ why: String) -> DiagnosticError {
    let names = readings.map { $0.annotators.joined(separator: ", ") }.filter { !$0.isEmpty }
    return DiagnosticError(
      .noSuchReading, "conflict \(number) cannot be settled so: \(why)",
      notes: names.isEmpty ? [] : ["readings: " + names.joined(separator: " | ")])
  }
}

extension Annotation {
  /// How many code points it is on.
  var length: Int { ranges.reduce(0) { $0 + $1.count } }
}

extension [AnnotationID] {
  /// The ids, each once.
  var uniqued: [AnnotationID] {
    var seen: Set<AnnotationID> = []
    return filter { seen.insert($0).inserted }
  }
}

extension DiagnosticName {
  /// A conflict was to be settled for a reading that it does not have.
  public static let noSuchReading = DiagnosticName("no-such-reading")
}
