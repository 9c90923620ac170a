import Standoff

/// A stretch of an article that the same annotators have read, with what they marked in it.
struct Passage: Sendable {
  /// A span of one annotator, with the row of the line that its attributes and relations hang on.
  struct Span: Sendable {
    let unit: Continuum.Unit
    let row: UInt32
  }

  /// The stretch.
  let scope: TextRange
  /// Who has read it, in order.
  let readers: [Int]
  /// By annotator, those who have not read included, the spans in the order of the text.
  let spans: [[Span]]
  /// Where paragraphs begin inside the stretch, but for the first.
  let borders: [Int]

  /// The units of each annotator.
  let units: [[Continuum.Unit]]

  init(scope: TextRange, readers: [Int], spans: [[Span]], borders: [Int]) {
    self.scope = scope
    self.readers = readers
    self.spans = spans
    self.borders = borders
    units = spans.map { $0.map(\.unit) }
  }

  /// How many spans there are.
  var unitCount: Int { units.reduce(0) { $0 + $1.count } }

  /// What those who have read it marked, for measures that want all of them alike.
  var continuum: Continuum { Continuum(scope: scope, units: readers.map { units[$0] }) }

  /// The pairs of annotators who have both read it, by their places in the list of all.
  var pairs: [(Int, Int)] { annotatorPairs(readers.count).map { (readers[$0], readers[$1]) } }

  /// The same with the spans alone whose label passes.
  func only(_ passes: (String) -> Bool) -> Passage {
    Passage(
      scope: scope, readers: readers,
      spans: spans.map { list in list.filter { passes($0.unit.label) } }, borders: borders)
  }

  /// The same with two annotators alone, where both have read it.
  func only(_ one: Int, _ other: Int) -> Passage? {
    guard readers.contains(one), readers.contains(other) else { return nil }
    return Passage(
      scope: scope, readers: [0, 1], spans: [spans[one], spans[other]], borders: borders)
  }

  /// The number of the paragraph, from 0, in which a place lies.
  func paragraph(of place: ScalarOffset) -> Int {
    borders.partitioningIndex { $0 > place.value }
  }
}
