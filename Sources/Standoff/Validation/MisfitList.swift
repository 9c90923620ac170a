/// The annotations of a file whose words do not stand where their lines say, and what that is put
/// down to.
package struct MisfitList {
  /// The fewest misfits that are put down to the article, unless it is known to be another text.
  package static let usualFewest = 3
  /// How many of the misfits are looked at to learn whether the article has changed.
  private static let sampleSize = 64

  /// The misfits, in the order of the text.
  var all: [Misfit] = []
  /// How many annotations the file has, fitting ones included.
  var spanCount = 0
  /// What the offsets of the file count, where that is not code points.
  private(set) var unit: OffsetUnit?
  private var known: Set<UInt32> = []

  /// Begins with no annotation.
  init() {}

  /// Looks at all annotations of a set.
  init(of set: AnnotationSet) {
    spanCount = set.store.text.count
    for row in set.store.text where set.store.rows[row].words < .fitting {
      if let misfit = set.misfit(set.store.entry(of: row)) { all.append(misfit) }
    }
  }

  /// The rows that are put down to a cause, in the order of the text.
  func rows(_ cause: Misfit.Cause) -> [UInt32] {
    all.filter { $0.cause == cause }.map(\.row)
  }

  /// Whether the words of a `T` line do not stand where it says.
  func contains(_ row: UInt32) -> Bool { known.contains(row) }

  /// Looks for one cause of many misfits.
  ///
  /// - Parameters:
  ///   - articleHash: the fingerprint of the article that the file was made on, where that is known. It
  ///     may be that of the article at hand although the file is one for another edition: somebody
  ///     has put an older one back.
  ///   - fewest: how many misfits there have to be for the words alone to tell that.
  mutating func explain(
    articleHash: UInt64?, in set: AnnotationSet, fewest: Int = Self.usualFewest
  ) {
    guard !all.isEmpty else { return }
    known = Set(all.map(\.row))
    explainByUnit(in: set)
    let left = all.indices.filter { all[$0].cause == .otherWords || all[$0].cause == .beyondEnd }
    guard !left.isEmpty else { return }
    let isKnown = articleHash.map { $0 != set.article.hash } ?? false
    if isKnown || standElsewhere(left, in: set, fewest) {
      for index in left { all[index].cause = .article }
    }
  }

  /// Puts misfits down to another way of counting, where that makes more lines fit than code points
  /// do.
  private mutating func explainByUnit(in set: AnnotationSet) {
    for unit in OffsetUnit.all(in: set.article) {
      let fitting = all.indices.filter { index in
        let cause = all[index].cause
        guard cause != .noWords else { return false }
        return set.article.reads(all[index].row, countedIn: unit, of: set)
      }
      guard fitting.count * 2 > all.count else { continue }
      guard agrees(with: unit, gained: fitting.count, in: set) else { continue }
      self.unit = unit
      for index in fitting { all[index].cause = .unit }
      return
    }
  }

  /// Whether reading the file so makes more lines fit than it makes misfits.
  private func agrees(with unit: OffsetUnit, gained: Int, in set: AnnotationSet) -> Bool {
    var lost = 0
    for row in set.store.text where !known.contains(row) {
      if !set.article.reads(row, countedIn: unit, of: set) { lost += 1 }
      if lost >= gained { return false }
    }
    return true
  }

  /// Whether at least `fewest` and over half of all annotations do not fit and have their words
  /// elsewhere; many misfits are judged by some of them, taken evenly.
  private func standElsewhere(_ left: [Int], in set: AnnotationSet, _ fewest: Int) -> Bool {
    guard left.count >= fewest, left.count * 2 > spanCount else { return false }
    let size = min(left.count, Self.sampleSize)
    let sample = (0..<size).map { left[$0 * left.count / size] }
    var search = WordSearch()
    let found = sample.count { search.place(of: all[$0].row, in: set) != nil }
    return found >= fewest && found * left.count * 2 > spanCount * size
  }
}
