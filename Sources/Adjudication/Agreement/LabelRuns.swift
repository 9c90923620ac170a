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
  /// How many annotators there are.
  public let annotatorCount: Int
  /// The items of each run.
  private(set) var counts: [Int] = []
  /// Run by run and annotator by annotator, the place of the name in ``names`` or ``unread``: one list,
  /// for a list of lists takes longer to walk through than to add up.
  private(set) var given: [Int] = []

  /// Stands for the name of what an annotator has not read.
  static let unread = -1

  private var places: [LabelSet: Int] = [:]

  /// The code points of the scope of each continuum, one after the other.
  ///
  /// - Parameters:
  ///   - documents: The continua, with the same annotators in each.
  ///   - label: Where given, the one label that is looked at: it covers an item, or it does not.
  public init(codePointsOf documents: [Continuum], label: String? = nil) {
    annotatorCount = documents.first?.annotatorCount ?? 0
    for document in documents {
      add(codePointsOf: document, readers: Array(document.units.indices), label: label)
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
      add(words: words, of: document, readers: Array(document.units.indices), label: label)
    }
  }

  /// Items with names already given, as a published table has them.
  ///
  /// - Parameter items: By item, the name that each annotator gave; `nil` where there is none, as at the
  ///   end of an item that is shorter than others.
  public init(items: [[String?]]) {
    annotatorCount = items.reduce(0) { max($0, $1.count) }
    for item in items {
      let given = item.map { name in name.map { place(of: [$0]) } ?? Self.unread }
      add(1, given + Array(repeating: Self.unread, count: annotatorCount - item.count))
    }
  }

  /// Runs that were counted before; those with a count of 0 do no harm.
  init(annotatorCount: Int, names: [LabelSet], counts: [Int], given: [Int]) {
    self.annotatorCount = annotatorCount
    self.names = names
    self.counts = counts
    self.given = given
  }

  /// The items of a passage, those of annotators who have not read it without names.
  init(_ passage: Passage, words: [TextRange]?) {
    annotatorCount = passage.units.count
    let document = Continuum(scope: passage.scope, units: passage.units)
    if let words {
      add(words: words, of: document, readers: passage.readers, label: nil)
    } else {
      add(codePointsOf: document, readers: passage.readers, label: nil)
    }
  }

  /// The runs, in the order of the text.
  public var runs: [Run] {
    counts.indices.compactMap { run in
      counts[run] == 0
        ? nil
        : Run(
          count: counts[run],
          names: names(ofRun: run).map { $0 == Self.unread ? nil : $0 })
    }
  }

  /// What the annotators call the items of a run: places in ``names``, or ``unread``.
  func names(ofRun run: Int) -> ArraySlice<Int> {
    given[run * annotatorCount..<(run + 1) * annotatorCount]
  }

  /// How many items there are.
  public var itemCount: Int { counts.reduce(0, +) }

  private mutating func add(codePointsOf document: Continuum, readers: [Int], label: String?) {
    let layers = readers.map {
      CoverSweep(document.units[$0], in: document.scope, label: label)
    }
    let names = layers.map { layer in layer.sets.map { place(of: $0) } }
    let cuts = Set(layers.flatMap(\.starts) + [document.scope.upper.value]).sorted()
    var walks = layers.map(CoverSweep.Walk.init)
    var found = Array(repeating: Self.unread, count: annotatorCount)
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      for (layer, reader) in readers.enumerated() {
        found[reader] = names[layer][walks[layer].cover(at: start)]
      }
      add(end - start, found)
    }
  }

  private mutating func add(
    words: [TextRange], of document: Continuum, readers: [Int], label: String?
  ) {
    var walks = readers.map {
      CoverSweep.Walk(CoverSweep(document.units[$0], in: document.scope, label: label))
    }
    var found = Array(repeating: Self.unread, count: annotatorCount)
    for word in words where document.scope.contains(word) && !word.isEmpty {
      for (layer, reader) in readers.enumerated() {
        found[reader] = place(of: walks[layer].labels(in: word))
      }
      add(1, found)
    }
  }

  private mutating func add(_ count: Int, _ found: [Int]) {
    if !counts.isEmpty, given.suffix(annotatorCount).elementsEqual(found) {
      counts[counts.count - 1] += count
    } else {
      counts.append(count)
      given += found
    }
  }

  private mutating func place(of name: LabelSet) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
