import Standoff

/// The values of one attribute on spans that two annotators both marked.
///
/// A pair of spans counts where either label is one that carries the attribute anywhere; no value is
/// a value then. So two who leave a claim without a stance agree.
struct AttributeTally: Sendable {
  /// Two annotators with the labels of their spans.
  private struct Pairing: Hashable {
    let annotators: [Int]
    let labels: [String]
  }

  /// A pairing with the values of an attribute.
  private struct Reading: Hashable {
    let pairing: Pairing
    let values: [String?]
  }

  private let annotatorCount: Int
  private var pairings: [Pairing: Int] = [:]
  private var readings: [String: [Reading: Int]] = [:]
  /// By attribute and label, the spans that carry it, and those of them with a counterpart.
  private var carriers: [String: [String: (all: Int, paired: Int)]] = [:]

  init(annotatorCount: Int) { self.annotatorCount = annotatorCount }

  /// The attributes, in order.
  var names: [String] { carriers.keys.sorted() }

  /// Adds what two annotators have in common in a passage; `values` gives the attributes of the span of
  /// an annotator in a place.
  mutating func add(
    _ passage: Passage, _ one: Int, _ other: Int, _ pairs: ClosestPairs,
    values: (Int, Int) -> [String: String]
  ) {
    let sides = [one, other]
    for pair in pairs.pairs {
      let labels = [passage.units[one][pair.first].label, passage.units[other][pair.second].label]
      let pairing = Pairing(annotators: sides, labels: labels)
      pairings[pairing, default: 0] += 1
      let given = [values(one, pair.first), values(other, pair.second)]
      for name in Set(given.flatMap(\.keys)) {
        let reading = Reading(pairing: pairing, values: given.map { $0[name] })
        readings[name, default: [:]][reading, default: 0] += 1
      }
      for (values, label) in zip(given, labels) { carry(values, label, isPaired: true) }
    }
    for (annotator, alone) in [(one, pairs.firstAlone), (other, pairs.secondAlone)] {
      for place in alone {
        let label = passage.units[annotator][place].label
        carry(values(annotator, place), label, isPaired: false)
      }
    }
  }

  private mutating func carry(_ values: [String: String], _ label: String, isPaired: Bool) {
    for name in values.keys {
      carriers[name, default: [:]][label, default: (0, 0)].all += 1
      if isPaired { carriers[name]?[label]?.paired += 1 }
    }
  }

  /// Adds what was found in other articles.
  mutating func append(_ other: AttributeTally) {
    pairings.merge(other.pairings, uniquingKeysWith: +)
    for (name, counts) in other.readings {
      readings[name, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    for (name, counts) in other.carriers {
      carriers[name, default: [:]].merge(counts) { ($0.all + $1.all, $0.paired + $1.paired) }
    }
  }

  /// The share of the spans with the attribute that have a counterpart.
  func coverage(of name: String) -> Double? {
    let counts = (carriers[name] ?? [:]).values
    let all = counts.reduce(0) { $0 + $1.all }
    return all > 0 ? Double(counts.reduce(0) { $0 + $1.paired }) / Double(all) : nil
  }

  /// The values as items of two annotators each.
  func runs(of name: String) -> LabelRuns {
    let labels = Set((carriers[name] ?? [:]).keys)
    let given = readings[name] ?? [:]
    var silent: [Pairing: Int] = pairings.filter { !labels.isDisjoint(with: $0.key.labels) }
    var counts: [[String?]: [[Int]: Int]] = [:]
    for (reading, count) in given {
      silent[reading.pairing, default: 0] -= count
      counts[reading.values, default: [:]][reading.pairing.annotators, default: 0] += count
    }
    for (pairing, count) in silent where count > 0 {
      counts[[nil, nil], default: [:]][pairing.annotators, default: 0] += count
    }
    let names = Set(counts.keys.joined()).sorted { ($0 ?? "") < ($1 ?? "") }
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var runs: [(count: Int, given: [Int])] = []
    for (values, pairs) in counts {
      for (annotators, count) in pairs {
        var found = Array(repeating: LabelRuns.unread, count: annotatorCount)
        for (annotator, value) in zip(annotators, values) {
          found[annotator] = places[value] ?? LabelRuns.unread
        }
        runs.append((count, found))
      }
    }
    runs.sort { $0.given.lexicographicallyPrecedes($1.given) }
    return LabelRuns(
      annotatorCount: annotatorCount, names: names.map { $0.map { [$0] } ?? [] },
      counts: runs.map(\.count), given: runs.flatMap(\.given))
  }
}
