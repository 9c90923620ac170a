/// Where a span of the old edition stands in the new one.
struct SpanPlacement: Hashable, Sendable {
  /// The stretches in the new edition.
  var ranges: [TextRange]
  /// How sure that is, from 0 to 1; see ``AnchorScore``.
  var score: Double
  /// Whether its words stand elsewhere as well, and nothing beside it tells which are meant.
  var isDoubtful = false
}
