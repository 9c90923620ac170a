import Standoff

/// The units of a continuum in an order that depends neither on the order of the annotators nor on
/// any name, so that what is found does not either.
///
/// Units come by start, then end, then pieces, then the rank of their label, then annotator.
/// Labels rank by how often they occur, then by where; annotators by what they marked.
struct Placement {
  /// What the search looks at again and again of a unit.
  struct Entry: BitwiseCopyable {
    let lower: Int
    let upper: Int
    /// The rank of the label.
    let label: Int
    /// The rank of the annotator.
    var annotator: Int
    /// Where the unit stands in the continuum: its annotator and its place there.
    let source: (annotator: Int, index: Int)
    /// Whether the unit has several pieces.
    let isDiscontinuous: Bool

    var length: Int { upper - lower }
  }

  let entries: [Entry]
  let annotatorCount: Int
  /// Whether only units that share words can stand in one cluster: others are not two readings of one
  /// thing; see ``canJoin(_:_:)``.
  let sharesWords: Bool

  private let units: [[Continuum.Unit]]

  /// How many pairs of annotators there are.
  var pairCount: Int { Self.pairCount(of: annotatorCount) }

  /// What joining two clusters saves, beside how alike their units are; see ``joinSaving(of:)``.
  var joinSaving: Int { Self.joinSaving(of: annotatorCount) }

  /// How unlike two units are at least that do not link; see ``linkCeiling(of:)``.
  var linkCeiling: Int { Self.linkCeiling(of: annotatorCount) }

  /// Whether what a few clusters save fits an `Int`, see ``Dissimilarity/isWritable(pairCount:)``.
  var isWritable: Bool { Dissimilarity.isWritable(pairCount: pairCount) }

  init(of continuum: Continuum, sharingWords sharesWords: Bool = false) {
    self.sharesWords = sharesWords
    units = continuum.units
    annotatorCount = continuum.annotatorCount
    let order = PlacementOrder(continuum.units)
    let ranks = LabelRanks(of: continuum)
    let lists = continuum.units.enumerated().map { annotator, units in
      units.enumerated().map { index, unit in
        Entry(
          lower: unit.extent.lower.value, upper: unit.extent.upper.value,
          label: ranks[unit.label], annotator: annotator, source: (annotator, index),
          isDiscontinuous: unit.isDiscontinuous)
      }.sorted(by: order.precedes)
    }
    let byContent = lists.sorted { first, second in
      if first.count != second.count { return first.count > second.count }
      for (one, other) in zip(first, second) {
        if order.precedes(one, other) { return true }
        if order.precedes(other, one) { return false }
      }
      return false
    }
    var entries: [Entry] = []
    entries.reserveCapacity(continuum.unitCount)
    for (rank, list) in byContent.enumerated() {
      for var entry in list {
        entry.annotator = rank
        entries.append(entry)
      }
    }
    entries.sort {
      order.precedes($0, $1) || (!order.precedes($1, $0) && $0.annotator < $1.annotator)
    }
    self.entries = entries
  }

  /// The unit of an entry.
  func unit(_ entry: Entry) -> Continuum.Unit { units[entry.source.annotator][entry.source.index] }

  /// Whether two units can stand in one cluster as far as their words are asked.
  ///
  /// Where they have to share words: one code point under one label, and under two labels half of
  /// what they cover together, for a topic within a quotation is no other reading of it.
  func canJoin(_ one: Entry, _ other: Entry) -> Bool {
    guard sharesWords else { return true }
    guard one.lower < other.upper, other.lower < one.upper else { return false }
    let isPlain = !one.isDiscontinuous && !other.isDiscontinuous
    if isPlain, one.label == other.label { return true }
    let shared =
      isPlain
      ? min(one.upper, other.upper) - max(one.lower, other.lower)
      : unit(one).sharedCount(with: unit(other))
    return Self.canJoin(
      sharing: shared,
      of: isPlain ? one.length + other.length : unit(one).count + unit(other).count,
      isOneLabel: one.label == other.label)
  }

  /// The same of two units that have so many code points together and share some of them.
  static func canJoin(sharing shared: Int, of count: Int, isOneLabel: Bool) -> Bool {
    isOneLabel ? shared > 0 : 3 * shared >= count
  }

  /// How unlike the units of two entries are, see ``Dissimilarity/total(_:_:)``.
  func distance(_ one: Entry, _ other: Entry) -> Double {
    let isOneLabel = one.label == other.label
    if one.isDiscontinuous || other.isDiscontinuous {
      return Dissimilarity.ofPosition(unit(one), unit(other)) + (isOneLabel ? 0 : 1)
    }
    let shift = abs(one.lower - other.lower) + abs(one.upper - other.upper)
    return Dissimilarity.ofStretches(
      shift: shift, lengths: one.length + other.length, isOneLabel: isOneLabel)
  }

  /// What a cluster of units costs, by their places: the mean over the pairs of annotators of how unlike
  /// theirs are, 1 for a missing one.
  func cost(of units: ArraySlice<Int>) -> Double {
    var sum = 0.0
    // Of thousands of annotators mostly many have the same.
    let runs = units.count < 64 ? units.map { (unit: $0, count: 1) } : runs(of: units)
    for (place, run) in runs.enumerated() {
      sum -= Double(run.count * (run.count - 1) / 2) * Dissimilarity.empty
      for other in runs[(place + 1)...] {
        let gain = distance(entries[run.unit], entries[other.unit]) - Dissimilarity.empty
        sum += gain * Double(run.count * other.count)
      }
    }
    return Dissimilarity.empty + (pairCount > 0 ? sum / Double(pairCount) : 0)
  }

  /// What stands together and is alike, by its first unit and how many there are.
  private func runs(of units: ArraySlice<Int>) -> [(unit: Int, count: Int)] {
    var runs: [(unit: Int, count: Int)] = []
    for unit in units {
      if let last = runs.last, areAlike(entries[last.unit], entries[unit]) {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((unit, 1))
      }
    }
    return runs
  }

  /// Whether two units have one label on the same words.
  func areAlike(_ one: Entry, _ other: Entry) -> Bool {
    one.lower == other.lower && one.upper == other.upper && one.label == other.label
      && unit(one).coversTheSame(as: unit(other))
  }

  /// The distance in units of ``Dissimilarity/one``; whatever exceeds `ceiling` times the empty unit is
  /// as good as `ceiling`.
  func apart(_ one: Entry, _ other: Entry, ceiling: Int) -> Int {
    Dissimilarity.inWholes(distance(one, other), ceiling: ceiling)
  }
}

extension Placement {
  /// How many pairs of so many annotators there are.
  static func pairCount(of annotatorCount: Int) -> Int { annotatorCount * (annotatorCount - 1) / 2 }

  /// C: what joining two clusters saves, beside how alike their units are, and so what dividing one
  /// costs: there is one cluster less in which units can be missing.
  ///
  /// In units of ``Dissimilarity/one``, summed over the pairs of annotators. To be asked only where it
  /// fits an `Int`, see ``Dissimilarity/isWritable(pairCount:)``.
  static func joinSaving(of annotatorCount: Int) -> Int {
    pairCount(of: annotatorCount) * Dissimilarity.one
  }

  /// How unlike two units are at least, in distances of the empty unit, that do not link: even if all
  /// others of their cluster were like both, it would be better divided; see ``LinkSweep``.
  static func linkCeiling(of annotatorCount: Int) -> Int {
    pairCount(of: annotatorCount) + annotatorCount - 1
  }
}

/// Whether one unit comes before another by what is marked alone.
private struct PlacementOrder {
  private let units: [[Continuum.Unit]]

  init(_ units: [[Continuum.Unit]]) { self.units = units }

  func precedes(_ one: Placement.Entry, _ other: Placement.Entry) -> Bool {
    if one.lower != other.lower { return one.lower < other.lower }
    if one.upper != other.upper { return one.upper < other.upper }
    if one.isDiscontinuous || other.isDiscontinuous {
      let (first, second) = (unit(one), unit(other))
      if !first.coversTheSame(as: second) {
        return first.fragments.lexicographicallyPrecedes(second.fragments)
      }
    }
    return one.label < other.label
  }

  private func unit(_ entry: Placement.Entry) -> Continuum.Unit {
    units[entry.source.annotator][entry.source.index]
  }
}

/// The labels of a continuum by how often they occur; of those that do as often, by where.
private struct LabelRanks {
  private let ranks: [String: Int]

  init(of continuum: Continuum) {
    var counts: [String: Int] = [:]
    for unit in continuum.units.joined() { counts[unit.label, default: 0] += 1 }
    // Few labels occur as often as another one.
    let labels = Dictionary(grouping: counts.keys) { counts[$0] ?? 0 }
    let tied = Set(labels.values.filter { $0.count > 1 }.joined())
    var places: [String: [[TextRange]]] = [:]
    if !tied.isEmpty {
      for unit in continuum.units.joined() where tied.contains(unit.label) {
        places[unit.label, default: []].append(unit.fragments)
      }
    }
    for label in tied { places[label]?.sort(by: Self.isEarlier) }
    let order = counts.keys.sorted { one, other in
      let (a, b) = (counts[one] ?? 0, counts[other] ?? 0)
      if a != b { return a > b }
      let (left, right) = (places[one] ?? [], places[other] ?? [])
      return left != right
        ? left.lexicographicallyPrecedes(right, by: Self.isEarlier) : one < other
    }
    ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
  }

  /// The rank of a label; the first is 0.
  subscript(label: String) -> Int { ranks[label] ?? 0 }

  private static func isEarlier(_ one: [TextRange], _ other: [TextRange]) -> Bool {
    one.lexicographicallyPrecedes(other)
  }
}
