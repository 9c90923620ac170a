import Standoff

/// The units of a continuum in an order that depends neither on the order of the annotators nor on
/// any name, so that what is found does not either.
///
/// Units come by start, then end, then pieces, then the rank of their label, then annotator.
/// Labels rank by how often they occur, then by where; annotators by what they marked.
struct Placement {
  /// A unit with what the search looks at again and again.
  struct Entry {
    let unit: Continuum.Unit
    let lower: Int
    let upper: Int
    /// The rank of the label.
    let label: Int
    /// The rank of the annotator.
    let annotator: Int
    /// Where the unit stands in the continuum: its annotator and its place there.
    let source: (annotator: Int, index: Int)

    var length: Int { upper - lower }
  }

  let entries: [Entry]
  let annotatorCount: Int
  /// Whether only units that share words can stand in one cluster.
  let sharesWords: Bool

  /// How many pairs of annotators there are.
  var pairCount: Int { annotatorCount * (annotatorCount - 1) / 2 }

  init(of continuum: Continuum, sharingWords sharesWords: Bool = false) {
    self.sharesWords = sharesWords
    let ranks = Self.labelRanks(of: continuum)
    let lists = continuum.units.enumerated().map { annotator, units in
      units.enumerated().map { index, unit in
        Entry(
          unit: unit, lower: unit.extent.lower.value, upper: unit.extent.upper.value,
          label: ranks[unit.label] ?? 0, annotator: annotator, source: (annotator, index))
      }.sorted(by: Self.precedes)
    }
    let byContent = lists.sorted { first, second in
      if first.count != second.count { return first.count > second.count }
      for (one, other) in zip(first, second) {
        if Self.precedes(one, other) { return true }
        if Self.precedes(other, one) { return false }
      }
      return false
    }
    entries = byContent.enumerated().flatMap { rank, list in
      list.map {
        Entry(
          unit: $0.unit, lower: $0.lower, upper: $0.upper, label: $0.label, annotator: rank,
          source: $0.source)
      }
    }.sorted { Self.precedes($0, $1) || (!Self.precedes($1, $0) && $0.annotator < $1.annotator) }
    annotatorCount = continuum.annotatorCount
  }

  /// Whether two units can stand in one cluster as far as their words are asked.
  ///
  /// Where they have to share words: one code point under one label, and under two labels half of
  /// what they cover together, for a topic within a quotation is no other reading of it.
  func canJoin(_ one: Entry, _ other: Entry) -> Bool {
    guard sharesWords else { return true }
    guard one.lower < other.upper, other.lower < one.upper else { return false }
    let isPlain = !one.unit.isDiscontinuous && !other.unit.isDiscontinuous
    if isPlain, one.label == other.label { return true }
    let shared = one.unit.sharedCount(with: other.unit)
    return one.label == other.label
      ? shared > 0 : 3 * shared >= one.unit.count + other.unit.count
  }

  /// Whether one unit comes before another by what is marked alone.
  private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    if one.lower != other.lower { return one.lower < other.lower }
    if one.upper != other.upper { return one.upper < other.upper }
    if !one.unit.coversTheSame(as: other.unit) {
      return one.unit.fragments.lexicographicallyPrecedes(other.unit.fragments)
    }
    return one.label < other.label
  }

  private static func labelRanks(of continuum: Continuum) -> [String: Int] {
    var places: [String: [[TextRange]]] = [:]
    for unit in continuum.units.joined() { places[unit.label, default: []].append(unit.fragments) }
    let order = places.map { (label: $0.key, places: $0.value.sorted(by: isEarlier)) }
      .sorted { one, other in
        if one.places.count != other.places.count { return one.places.count > other.places.count }
        if one.places != other.places {
          return one.places.lexicographicallyPrecedes(other.places, by: isEarlier)
        }
        return one.label < other.label
      }
    return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.label, $0) })
  }

  private static func isEarlier(_ one: [TextRange], _ other: [TextRange]) -> Bool {
    one.lexicographicallyPrecedes(other)
  }
}
