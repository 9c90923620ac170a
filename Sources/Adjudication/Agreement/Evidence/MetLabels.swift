import Standoff

/// How often one annotator's label met which label of another, on spans about the same words, with
/// labels as numbers.
struct MetLabels: Sendable {
  /// Two labels, or none, by their numbers.
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// Stands for no span.
  static let none = 0
  /// So many labels are gone through more quickly than one is hashed.
  private static let few = 8

  /// The labels, numbered from 1.
  private(set) var labels: [String] = []
  private var numbers: [String: Int] = [:]
  /// How often two met, of those alone that did: most of many labels never do.
  private(set) var counts: [Pair: Int] = [:]

  /// The number of a label.
  mutating func number(of label: String) -> Int {
    if labels.count <= Self.few {
      if let place = labels.firstIndex(of: label) { return place + 1 }
    } else if let number = numbers[label] {
      return number
    }
    labels.append(label)
    numbers[label] = labels.count
    return labels.count
  }

  /// The numbers of the labels of an annotator's units, which stand in these rows of a file.
  mutating func numbers(
    of units: [Continuum.Unit], _ rows: [UInt32], in lines: StandoffLines
  ) -> [Int] {
    // By the index of its name in the file, so that each label is looked up once.
    var known = Array(repeating: Self.none, count: lines.nameCount)
    return units.indices.map { place in
      let name = Int(lines.nameIndex(of: rows[place]))
      if known[name] == Self.none { known[name] = number(of: units[place].label) }
      return known[name]
    }
  }

  /// Counts that two labels met.
  mutating func add(_ first: Int, _ second: Int) {
    counts[Pair(first: first, second: second), default: 0] += 1
  }

  /// Adds what other articles show.
  mutating func append(_ other: MetLabels) {
    let own = [Self.none] + other.labels.map { number(of: $0) }
    for (pair, count) in other.counts {
      counts[Pair(first: own[pair.first], second: own[pair.second]), default: 0] += count
    }
  }
}
