import Standoff

/// The values of one attribute on what several annotators marked, see ``MarkedTogether``.
///
/// A thing counts where any of its labels is one that carries the attribute anywhere; no value is a value
/// then. So two who leave a claim without a stance agree. Each thing is an item once, however many have
/// marked it, so that coefficients of several annotators are what they are called.
struct AttributeTally: Sendable {
  /// A thing with the attributes that anybody gives it.
  private struct Thing: Hashable {
    /// By annotator; `nil` for whoever has not marked it.
    let labels: [String?]
  }

  /// A thing with the values of an attribute.
  private struct Reading: Hashable {
    let thing: Thing
    let values: [String?]
  }

  private let annotatorCount: Int
  private var things: [Thing: Int] = [:]
  private var readings: [String: [Reading: Int]] = [:]
  /// By attribute and label, the spans that carry it, and those of them that others marked as well.
  private var carriers: [String: [String: (all: Int, shared: Int)]] = [:]

  init(annotatorCount: Int) { self.annotatorCount = annotatorCount }

  /// The attributes, in order.
  var names: [String] { carriers.keys.sorted() }

  /// Adds what was marked in a passage; `values` gives the attributes of the span of an annotator in a
  /// place.
  mutating func add(
    _ passage: Passage, _ together: MarkedTogether, values: (Int, Int) -> [String: String]
  ) {
    var together = together
    for places in together.things() {
      let labels = places.enumerated().map { annotator, place in
        place.map { passage.units[annotator][$0].label }
      }
      let given = places.enumerated().map { annotator, place in
        place.map { values(annotator, $0) } ?? [:]
      }
      let isShared = places.count { $0 != nil } > 1
      for (values, label) in zip(given, labels) {
        if let label { carry(values, label, isShared: isShared) }
      }
      guard isShared else { continue }
      let thing = Thing(labels: labels)
      things[thing, default: 0] += 1
      for name in Set(given.flatMap(\.keys)) {
        let reading = Reading(thing: thing, values: given.map { $0[name] })
        readings[name, default: [:]][reading, default: 0] += 1
      }
    }
  }

  private mutating func carry(_ values: [String: String], _ label: String, isShared: Bool) {
    for name in values.keys {
      carriers[name, default: [:]][label, default: (0, 0)].all += 1
      if isShared { carriers[name]?[label]?.shared += 1 }
    }
  }

  /// Adds what was found in other articles.
  mutating func append(_ other: AttributeTally) {
    things.merge(other.things, uniquingKeysWith: +)
    for (name, counts) in other.readings {
      readings[name, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    for (name, counts) in other.carriers {
      carriers[name, default: [:]].merge(counts) { ($0.all + $1.all, $0.shared + $1.shared) }
    }
  }

  /// The share of the spans with the attribute that others marked as well.
  func coverage(of name: String) -> Double? {
    let counts = (carriers[name] ?? [:]).values
    let all = counts.reduce(0) { $0 + $1.all }
    return all > 0 ? Double(counts.reduce(0) { $0 + $1.shared }) / Double(all) : nil
  }

  /// The values as an item for each thing.
  func runs(of name: String) -> LabelRuns {
    let labels = Set((carriers[name] ?? [:]).keys)
    var silent = things.filter { thing, _ in
      thing.labels.contains { $0.map(labels.contains) ?? false }
    }
    var counts: [Reading: Int] = readings[name] ?? [:]
    for (reading, count) in counts { silent[reading.thing, default: 0] -= count }
    for (thing, count) in silent where count > 0 {
      counts[Reading(thing: thing, values: Array(repeating: nil, count: annotatorCount))] = count
    }
    // What those say who have marked it; that they say nothing is a name too.
    let said = counts.map { reading, count in
      (
        zip(reading.thing.labels, reading.values).map { label, value in label.map { _ in value } },
        count
      )
    }
    let names = Set(said.flatMap { $0.0.compactMap(\.self) }).sorted { ($0 ?? "") < ($1 ?? "") }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var runs: [[Int]: Int] = [:]
    for (values, count) in said {
      let given = values.map { value in
        value.flatMap { places[$0] } ?? LabelRuns.unread
      }
      runs[given, default: 0] += count
    }
    let sorted = runs.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return LabelRuns(
      annotatorCount: annotatorCount, names: names.map { $0.map { [$0] } ?? [] },
      counts: sorted.map(\.value), given: sorted.flatMap(\.key))
  }
}
