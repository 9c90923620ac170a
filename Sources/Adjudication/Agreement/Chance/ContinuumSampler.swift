/// How continua are made that agree by chance alone, for what is expected of a measure.
///
/// Which one is used matters more to gamma than most disagreements do, so it is always named.
public enum ContinuumSampler: String, Hashable, Sendable, CaseIterable {
  /// Units with counts, gaps, lengths and labels distributed as in the continuum, one after the
  /// other, as pygamma-agreement and dkpro-statistics make them by default.
  ///
  /// Counts, gaps and lengths are drawn from normal distributions; of discontinuous units the extents
  /// count. Both packages count a gap of 0 beside those there are, for continua with one unit, and
  /// so does this.
  case statistical
  /// Each annotator one of those there are, turned by a random distance around the scope (Mathet,
  /// Widlöcher and Métivier 2015, section 5.2): distances are half a unit's mean length apart where
  /// there is room, and what would begin past the end begins at the start.
  case shuffle

  /// What makes continua like `continuum`, in which all agreement is chance.
  func source(of continuum: Continuum) -> any ContinuumSource {
    switch self {
    case .statistical: DrawnContinua(like: continuum)
    case .shuffle: TurnedContinua(of: continuum)
    }
  }
}
