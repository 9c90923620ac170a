import Standoff

/// How many code points any two annotators called what, and what chance would give.
///
/// Of the paper's matrix, which has a cell for every two labels, no more is kept than is asked for: how
/// often a label met itself, the gap, and anything at all. Counts are those of the paper times m - 1,
/// for m annotators, so that they are whole numbers.
struct Coincidences: Sendable {
  /// What the matrix says of a label, or of the gap.
  private struct Row {
    /// The sum of its row, which is that of its column.
    var sum = 0.0
    /// How often it met itself.
    var same = 0.0
    /// How often it met the gap; not counted of the gap.
    var gap = 0.0
    /// What chance cannot put together, for it belongs to one unit: times (m - 1) squared.
    var correction = 0.0
    /// The same among what is marked.
    var unionCorrection = 0.0
    var meanCorrection = 0.0

    static func += (sum: inout Row, more: Row) {
      sum.sum += more.sum
      sum.same += more.same
      sum.gap += more.gap
      sum.correction += more.correction
      sum.unionCorrection += more.unionCorrection
      sum.meanCorrection += more.meanCorrection
    }

    /// The row without the column of the gap.
    func withoutGap(_ reading: UnitizedAlpha.Reading) -> Row {
      Row(
        sum: sum - gap, same: same,
        correction: reading == .union ? unionCorrection : meanCorrection)
    }
  }

  private let annotatorCount: Int
  private var rows: [String: Row] = [:]
  private var gap = Row()

  /// Begins with no label and nothing counted.
  init(annotatorCount: Int) { self.annotatorCount = annotatorCount }

  /// The labels, in order, without the gap.
  var labels: [String] { rows.keys.sorted() }

  static func counted(_ documents: [Continuum]) -> Result<Coincidences, UndefinedAgreement> {
    let annotators = documents.first?.annotatorCount ?? 0
    guard annotators > 1 else { return .failure(.init(.fewerThanTwoAnnotators)) }
    guard documents.contains(where: { !$0.scope.isEmpty }) else {
      return .failure(.init(.nothingCompared))
    }
    var matrix = Coincidences(annotatorCount: annotators)
    for document in documents {
      guard matrix.add(document) else { return .failure(.init(.overlap)) }
    }
    return .success(matrix)
  }

  /// Adds what all annotators marked in a text; false, and nothing is added, where units of one overlap.
  mutating func add(_ document: Continuum) -> Bool {
    let partitions = document.units.map { Partition($0, in: document.scope) }
    let segments = partitions.compactMap { $0?.segments }
    guard segments.count == annotatorCount else { return false }
    add(segments, labels: document.labels)
    return true
  }

  /// Adds what was counted in other texts.
  mutating func append(_ other: Coincidences) {
    gap += other.gap
    for (label, row) in other.rows { rows[label, default: Row()] += row }
  }

  private mutating func add(_ segments: [[Segment]], labels: [String]) {
    // The gap has number 0.
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0 + 1) })
    let called = segments.map { list in list.map { $0.label.flatMap { numbers[$0] } ?? 0 } }
    var found = Array(repeating: Row(), count: labels.count + 1)
    for (one, other) in annotatorPairs(annotatorCount) {
      Self.forEachMeeting(segments[one], segments[other]) { mine, theirs, length in
        let (first, second) = (called[one][mine], called[other][theirs])
        found[first].sum += length
        found[second].sum += length
        if first == second { found[first].same += 2 * length }
        if first > 0, second == 0 { found[first].gap += length }
        if first == 0, second > 0 { found[second].gap += length }
      }
    }
    let others = Double(annotatorCount - 1)
    for (annotator, list) in segments.enumerated() {
      let covers = segments.indices.filter { $0 != annotator }.map { segments[$0] }
      let any = Self.covered(list, by: [Self.union(covers)])
      let sum = Self.covered(list, by: covers)
      for (index, segment) in list.enumerated() {
        let number = called[annotator][index]
        let length = Double(segment.length)
        let fixed = segment.isUnit ? length * length : length
        found[number].correction += fixed * others * others
        guard segment.isUnit else { continue }
        let (covered, covering) = (any[index] * others, sum[index])
        found[number].unionCorrection += covered * covered
        found[number].meanCorrection += covering * covering
      }
    }
    gap += found[0]
    for (label, row) in zip(labels, found.dropFirst()) { rows[label, default: Row()] += row }
  }

  /// Calls `body` with the places of each two pieces that share code points, and with how many.
  private static func forEachMeeting(
    _ one: [Segment], _ other: [Segment], _ body: (Int, Int, Double) -> Void
  ) {
    var (mine, theirs) = (0, 0)
    while mine < one.count, theirs < other.count {
      let (a, b) = (one[mine], other[theirs])
      let length = min(a.end, b.end) - max(a.start, b.start)
      if length > 0 { body(mine, theirs, Double(length)) }
      if a.end <= b.end { mine += 1 } else { theirs += 1 }
    }
  }

  /// By place in the list, how much of each unit the units of others cover, added up.
  private static func covered(_ list: [Segment], by others: [[Segment]]) -> [Double] {
    var sums = Array(repeating: 0.0, count: list.count)
    for other in others {
      forEachMeeting(list, other) { mine, theirs, length in
        if list[mine].isUnit, other[theirs].isUnit { sums[mine] += length }
      }
    }
    return sums
  }

  /// What the units of any of the lists cover.
  private static func union(_ lists: [[Segment]]) -> [Segment] {
    var joined: [Segment] = []
    for unit in lists.joined().filter(\.isUnit).sorted(by: { $0.start < $1.start }) {
      if let last = joined.last, unit.start <= last.end {
        joined[joined.count - 1] = Segment(
          start: last.start, end: max(last.end, unit.end), label: last.label)
      } else {
        joined.append(unit)
      }
    }
    return joined
  }
}

extension Coincidences {
  /// The matrix of what two annotators both marked.
  func withoutGaps(_ reading: UnitizedAlpha.Reading) -> Coincidences {
    var marked = self
    marked.gap = Row()
    marked.rows = rows.mapValues { $0.withoutGap(reading) }
    return marked
  }

  /// The sum of a label's row.
  func sum(of label: String) -> Double { rows[label]?.sum ?? 0 }

  /// The sum of the matrix, and how many pairs of it chance can put together.
  struct Sums {
    let total: Double
    let pairs: Double
  }

  /// The sums of all rows, which are whole numbers, so that their order does not matter.
  var sums: Sums {
    let total = rows.values.reduce(gap.sum) { $0 + $1.sum }
    let fixed = rows.values.reduce(gap.correction) { $0 + $1.correction }
    return Sums(total: total, pairs: total * total - fixed)
  }

  /// 1 less the disagreements by those expected.
  func alpha(otherwise reason: AgreementValue.Reason) -> AgreementValue {
    let (all, sums) = ([gap] + rows.sorted { $0.key < $1.key }.map(\.value), sums)
    guard sums.pairs > 0 else { return .undefined(reason) }
    return .chanceCorrected(
      observed: all.reduce(0) { $0 + $1.sum - $1.same },
      expected: sums.total * all.reduce(0) { $0 + $1.sum * (sums.total - $1.sum) } / sums.pairs,
      otherwise: reason)
  }

  /// The same where all labels count as one.
  func boundaryAlpha(otherwise reason: AgreementValue.Reason) -> AgreementValue {
    let sums = sums
    guard sums.pairs > 0 else { return .undefined(reason) }
    return .chanceCorrected(
      observed: gap.sum - gap.same,
      expected: sums.total * gap.sum * (sums.total - gap.sum) / sums.pairs, otherwise: reason)
  }

  /// The same for one label, against all others; `sums` are those of this matrix.
  func alpha(of label: String, _ sums: Sums) -> AgreementValue {
    guard sums.pairs > 0, let row = rows[label], row.sum > 0 else {
      return .undefined(.nothingShared)
    }
    let observed = row.sum - row.same
    let chance = sums.total * row.sum * (sums.total - row.sum) / sums.pairs
    // Everything paired is this label, on both sides: agreement is complete by definition.
    if chance == 0, observed == 0 { return .number(1) }
    let column = sums.total * (row.sum * sums.total - row.correction) / sums.pairs
    return .chanceCorrected(
      observed: column / row.sum * observed, expected: chance, otherwise: .oneLabelOnly)
  }
}
