/// How often one annotator's label met which label of another, on spans about the same words.
public struct ConfusionTable: Hashable, Sendable {
  /// A cell of the table.
  public struct Cell: Hashable, Sendable {
    /// What the annotator called it who was named first; `nil` for no span.
    public let first: String?
    /// What the other one called it.
    public let second: String?
    /// How often, over all pairs of annotators.
    public let count: Int
  }

  private struct Key: Hashable {
    let first: String?
    let second: String?
  }

  private var counts: [Key: Int] = [:]

  /// Takes over what was counted.
  init(_ met: MetLabels) {
    let names: [String?] = [nil] + met.labels
    for (pair, count) in met.counts {
      counts[Key(first: names[pair.first], second: names[pair.second])] = count
    }
  }

  /// The labels that occur, in order.
  public var labels: [String] {
    Set(counts.keys.flatMap { [$0.first, $0.second].compactMap(\.self) }).sorted()
  }

  /// How often the two met; `nil` stands for no span.
  public func count(_ first: String?, _ second: String?) -> Int {
    counts[Key(first: first, second: second)] ?? 0
  }

  /// The cells with a count, in the order of the labels, no span last.
  public var cells: [Cell] {
    counts.sorted { one, other in
      one.key.first == other.key.first
        ? Self.precedes(one.key.second, other.key.second)
        : Self.precedes(one.key.first, other.key.first)
    }.map { Cell(first: $0.key.first, second: $0.key.second, count: $0.value) }
  }

  private static func precedes(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one != nil && other == nil }
    return one < other
  }
}
