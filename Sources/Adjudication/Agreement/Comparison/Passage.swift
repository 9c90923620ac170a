import Standoff

/// A stretch of an article that the same annotators have read, with what they marked in it.
struct Passage: Sendable {
  /// The text.
  let article: Article
  /// The stretch.
  let scope: TextRange
  /// Who has read it, in order.
  let readers: [Int]
  /// By annotator, those who have not read included, the spans in the order of the text.
  let units: [[Continuum.Unit]]
  /// By annotator, the rows of the lines that the attributes and relations of the spans hang on.
  let rows: [[UInt32]]
  /// By annotator, the indices of the spans' labels among the names of the file.
  let names: [[UInt32]]

  /// Where paragraphs begin inside the stretch, but for the first; looked for anew each time.
  var borders: [Int] {
    article.layout.paragraphs.dropFirst().map(\.range.lower.value)
      .filter { scope.lower.value < $0 && $0 < scope.upper.value }
  }

  /// How many spans there are.
  var unitCount: Int { units.reduce(0) { $0 + $1.count } }

  /// What those who have read it marked, for measures that want all of them alike.
  var continuum: Continuum { Continuum(scope: scope, units: readers.map { units[$0] }) }

  /// The pairs of annotators who have both read it, by their places in the list of all.
  var pairs: [(Int, Int)] { annotatorPairs(readers.count).map { (readers[$0], readers[$1]) } }

  /// The same of so many annotators: those beyond are left out, and who is missing has not read it; `nil`
  /// where fewer than two have then.
  func resized(to count: Int) -> Passage? {
    guard units.count != count else { return self }
    func resized<Element>(_ lists: [[Element]]) -> [[Element]] {
      lists.prefix(count) + Array(repeating: [], count: max(0, count - lists.count))
    }
    let readers = readers.filter { $0 < count }
    guard readers.count > 1 else { return nil }
    return Passage(
      article: article, scope: scope, readers: readers, units: resized(units),
      rows: resized(rows), names: resized(names))
  }

  /// The same with the spans alone whose label passes.
  func only(_ passes: (String) -> Bool) -> Passage {
    let places = units.map { list in list.indices.filter { passes(list[$0].label) } }
    return Passage(
      article: article, scope: scope, readers: readers,
      units: zip(units, places).map { list, places in places.map { list[$0] } },
      rows: zip(rows, places).map { list, places in places.map { list[$0] } },
      names: zip(names, places).map { list, places in places.map { list[$0] } })
  }

  /// The same with two annotators alone, where both have read it.
  func only(_ one: Int, _ other: Int) -> Passage? {
    guard readers.contains(one), readers.contains(other) else { return nil }
    return Passage(
      article: article, scope: scope, readers: [0, 1], units: [units[one], units[other]],
      rows: [rows[one], rows[other]], names: [names[one], names[other]])
  }
}
