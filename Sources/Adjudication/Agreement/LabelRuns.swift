public import Standoff

/// What each annotator calls each code point or word, as runs of items that are called the same.
///
/// What an item is called is the set of labels whose units cover it; the empty set is a name like
/// any other, for an annotator who has read a place and marked nothing said so. Coefficients need
/// no more than the runs, so their cost does not grow with the text.
public struct LabelRuns: Hashable, Sendable {
  /// A set of labels, without repeats, in order.
  public typealias LabelSet = [String]

  /// So many items in a row that each annotator calls the same.
  public struct Run: Hashable, Sendable {
    /// How many items there are.
    public let count: Int
    /// By annotator, the place of the name in ``LabelRuns/names``; `nil` for what was not read.
    public let names: [Int?]
  }

  /// Every name that occurs.
  public private(set) var names: [LabelSet] = []
  /// The runs, in the order of the text.
  public private(set) var runs: [Run] = []
  /// How many annotators there are.
  public let annotatorCount: Int

  private var places: [LabelSet: Int] = [:]

  /// The code points of the scope of each continuum, one after the other.
  ///
  /// - Parameters:
  ///   - documents: The continua, with the same annotators in each.
  ///   - label: Where given, the one label that is looked at: it covers an item, or it does not.
  public init(codePointsOf documents: [Continuum], label: String? = nil) {
    annotatorCount = documents.first?.annotatorCount ?? 0
    for document in documents {
      let layers = document.units.map { CoverSweep($0, in: document.scope, label: label) }
      let cuts = Set(layers.flatMap(\.starts) + [document.scope.upper.value]).sorted()
      var walks = layers.map(CoverSweep.Walk.init)
      for (start, end) in zip(cuts, cuts.dropFirst()) {
        add(end - start, walks.indices.map { walks[$0].labels(at: start) })
      }
    }
  }

  /// The words of the scope of each continuum; a word has every label whose unit covers part of it.
  ///
  /// - Parameters:
  ///   - documents: The continua, with the same annotators in each.
  ///   - words: The words of each continuum, in order, not overlapping.
  ///   - label: Where given, the one label that is looked at.
  public init(
    wordsOf documents: [Continuum], _ words: [[TextRange]], label: String? = nil
  ) {
    annotatorCount = documents.first?.annotatorCount ?? 0
    for (document, words) in zip(documents, words) {
      let layers = document.units.map { CoverSweep($0, in: document.scope, label: label) }
      var walks = layers.map(CoverSweep.Walk.init)
      for word in words where document.scope.contains(word) && !word.isEmpty {
        add(1, walks.indices.map { walks[$0].labels(in: word) })
      }
    }
  }

  /// Items with names already given, as a published table has them.
  ///
  /// - Parameter items: By item, the name that each annotator gave; `nil` where there is none.
  public init(items: [[String?]]) {
    annotatorCount = items.first?.count ?? 0
    for item in items { add(1, item.map { $0.map { [$0] } }) }
  }

  /// How many items there are.
  public var itemCount: Int { runs.reduce(0) { $0 + $1.count } }

  private mutating func add(_ count: Int, _ labels: [LabelSet?]) {
    let found = labels.map { set in set.map { place(of: $0) } }
    if let last = runs.last, last.names == found {
      runs[runs.count - 1] = Run(count: last.count + count, names: found)
    } else {
      runs.append(Run(count: count, names: found))
    }
  }

  private mutating func place(of name: LabelSet) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
