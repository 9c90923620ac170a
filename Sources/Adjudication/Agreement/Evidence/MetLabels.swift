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
  /// Up to how many labels going through them is faster than hashing one.
  private static let few = 8

  /// The labels, numbered from 1.
  private(set) var labels: [String] = []
  private var numbers: [String: Int] = [:]
  /// How often two of the first labels met, by the numbers of both: a place is found more quickly than a
  /// key is hashed.
  private var early: [Int] = []
  /// How often two met of which one is not among the first, of those alone that did: most of many
  /// labels never do.
  private var late: [Pair: Int] = [:]

  /// How many numbers the first labels have, that of no span among them.
  private static var side: Int { few + 1 }

  /// How often two met, of those alone that did.
  var counts: [Pair: Int] {
    var counts = late
    for (place, count) in early.enumerated() where count > 0 {
      counts[Pair(first: place / Self.side, second: place % Self.side)] = count
    }
    return counts
  }

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

  /// The numbers of labels that have these indices among the names of a file.
  mutating func numbers(ofNames names: [UInt32], in lines: StandoffLines) -> [Int] {
    // So that each label is looked up once.
    var known = Array(repeating: Self.none, count: lines.nameCount)
    return names.map { name in
      if known[Int(name)] == Self.none { known[Int(name)] = number(of: lines.name(at: name)) }
      return known[Int(name)]
    }
  }

  /// Counts that two labels met.
  mutating func add(_ first: Int, _ second: Int) { add(1, first, second) }

  private mutating func add(_ count: Int, _ first: Int, _ second: Int) {
    guard first < Self.side, second < Self.side else {
      late[Pair(first: first, second: second), default: 0] += count
      return
    }
    if early.isEmpty { early = Array(repeating: 0, count: Self.side * Self.side) }
    early[first * Self.side + second] += count
  }

  /// Adds what other articles show.
  mutating func append(_ other: MetLabels) {
    let own = [Self.none] + other.labels.map { number(of: $0) }
    for (place, count) in other.early.enumerated() where count > 0 {
      add(count, own[place / Self.side], own[place % Self.side])
    }
    for (pair, count) in other.late { add(count, own[pair.first], own[pair.second]) }
  }
}
