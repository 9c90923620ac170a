import Standoff

/// What each pair of annotators has in common, in one mode of ``SpanF1``.
struct SpanTally: Sendable {
  let mode: SpanF1.Mode
  private let annotatorCount: Int
  /// Four columns for each pair: matched halves, spans of one, of the other, passages.
  private(set) var table = PieceTable()

  private static let columns = 4

  init(_ mode: SpanF1.Mode, annotatorCount: Int) {
    self.mode = mode
    self.annotatorCount = annotatorCount
  }

  /// Adds a passage; its pieces are its paragraphs, where these are drawn, or it belongs to the last.
  mutating func add(_ passage: Passage, byParagraph: Bool) {
    let borders = byParagraph ? passage.borders : []
    let pieces = borders.count + 1
    let width = Self.columns * annotatorPairs(annotatorCount).count
    var cells = Array(repeating: 0, count: pieces * width)
    func row(_ unit: Continuum.Unit) -> Int { row(unit.extent.lower) }
    /// Where the cells begin of the paragraph in which a place lies.
    func row(_ place: ScalarOffset) -> Int {
      width * borders.partitioningIndex { $0 > place.value }
    }
    let covers = mode == .chars ? passage.units.map(SpanF1.covers) : []
    for (number, pair) in annotatorPairs(annotatorCount).enumerated()
    where passage.readers.contains(pair.0) && passage.readers.contains(pair.1) {
      let (one, other) = (passage.units[pair.0], passage.units[pair.1])
      let column = Self.columns * number
      cells[column + 3] += 1
      if mode == .chars {
        SpanF1.forEachCover(covers[pair.0], covers[pair.1]) { part, range in
          let cell = row(range.lower) + column
          switch part {
          case .both: cells[cell] += 2 * range.count
          case .first: cells[cell + 1] += range.count
          case .second: cells[cell + 2] += range.count
          }
        }
        continue
      }
      if borders.isEmpty {
        cells[column + 1] += one.count
        cells[column + 2] += other.count
      } else {
        for place in one.indices { cells[row(one[place]) + column + 1] += 1 }
        for place in other.indices { cells[row(other[place]) + column + 2] += 1 }
      }
      // Each half of a match belongs to the piece of its span, so that the pieces sum to the whole.
      for match in SpanF1(mode).matches(one, other) {
        if borders.isEmpty {
          cells[column] += match.halves
          continue
        }
        cells[row(one[match.first]) + column] += match.halves / 2 + match.halves % 2
        cells[row(other[match.second]) + column] += match.halves / 2
      }
    }
    for piece in 0..<pieces {
      if byParagraph { table.beginPiece() }
      for column in 0..<width where cells[piece * width + column] > 0 {
        table.add(cells[piece * width + column], to: column)
      }
    }
  }

  /// Begins a new piece that is not a paragraph.
  mutating func beginPiece() { table.beginPiece() }

  /// Adds what was counted in other articles.
  mutating func append(_ other: SpanTally) {
    table.append(other.table, columns: Array(other.table.sums.indices))
  }
}

extension SpanTally {
  /// What was counted for a pair of annotators; `nil` where they have read nothing in common.
  private func counts(_ pair: Int, in sums: [Int]) -> SpanF1.Counts? {
    let column = Self.columns * pair
    guard column + 3 < sums.count,
      sums[column + 3] > 0 || !sums[column...(column + 2)].allSatisfy({ $0 == 0 })
    else { return nil }
    return SpanF1.Counts(
      matchedHalves: sums[column], first: sums[column + 1], second: sums[column + 2])
  }

  /// The mean over the pairs of annotators that have read something in common and marked something.
  func f1(in sums: [Int]) -> AgreementValue {
    mean(of: annotatorPairs(annotatorCount).indices.map { counts($0, in: sums) }) { $0.f1 }
  }

  /// The mean precision of the others, where `reference` is right.
  func precision(reference: Int, in sums: [Int]) -> AgreementValue {
    mean(of: against(reference, in: sums), \.precision)
  }

  /// The mean recall of the others, where `reference` is right.
  func recall(reference: Int, in sums: [Int]) -> AgreementValue {
    mean(of: against(reference, in: sums), \.recall)
  }

  /// How many of those who share something with `reference` have no such value, of how many.
  func passedOver(
    _ value: (SpanF1.Counts) -> AgreementValue, reference: Int
  ) -> (count: Int, all: Int) {
    let met = against(reference, in: table.sums).compactMap(\.self)
    return (met.count { value($0).number == nil }, met.count)
  }

  /// What was counted for the pairs with `reference`, which comes first in each.
  private func against(_ reference: Int, in sums: [Int]) -> [SpanF1.Counts?] {
    annotatorPairs(annotatorCount).enumerated().compactMap { number, pair in
      guard pair.0 == reference || pair.1 == reference else { return nil }
      return counts(number, in: sums).map { counts in
        pair.0 == reference
          ? counts
          : SpanF1.Counts(
            matchedHalves: counts.matchedHalves, first: counts.second, second: counts.first)
      }
    }
  }

  private func mean(
    of pairs: [SpanF1.Counts?], _ value: (SpanF1.Counts) -> AgreementValue
  ) -> AgreementValue {
    guard annotatorCount > 1 else { return .undefined(.fewerThanTwoAnnotators) }
    let met = pairs.compactMap(\.self)
    guard !met.isEmpty else { return .undefined(.nothingCompared) }
    let marked = met.filter { $0.spanCount > 0 }.map(value)
    // Two who marked nothing agree on nothing; a 1 for them would be made up.
    let numbers = marked.compactMap(\.number)
    guard !numbers.isEmpty else { return marked.first ?? .undefined(.nothingMarked) }
    return .number(numbers.reduce(0, +) / Double(numbers.count))
  }
}
