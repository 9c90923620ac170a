import Standoff

/// What two annotators cover, label by label.
extension SpanF1 {
  /// Who covers a stretch; what both cover is that of each, too.
  enum Coverage { case both, first, second }

  /// What is covered with each label, in the order of the labels.
  static func covers(_ units: [Continuum.Unit]) -> [Continuum.Unit] {
    var stretches: [String: [TextRange]] = [:]
    for unit in units { stretches[unit.label, default: []] += unit.fragments }
    return stretches.sorted { $0.key < $1.key }.compactMap { Continuum.Unit($1, label: $0) }
  }

  /// Calls `body` with each stretch that one annotator, the other, or both cover with one label;
  /// `one` and `other` come from ``covers(_:)``.
  static func forEachCover(
    _ one: [Continuum.Unit], _ other: [Continuum.Unit], _ body: (Coverage, TextRange) -> Void
  ) {
    for cover in one { for range in cover.fragments { body(.first, range) } }
    for cover in other { for range in cover.fragments { body(.second, range) } }
    var place = other.startIndex
    for cover in one {
      while place < other.endIndex, other[place].label < cover.label { place += 1 }
      guard place < other.endIndex, other[place].label == cover.label else { continue }
      cover.forEachShared(with: other[place]) { body(.both, $0) }
    }
  }
}
