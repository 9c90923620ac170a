/// The steps that a search has taken, and how many it may.
///
/// A step is some fifty nanoseconds of work; steps are counted, and no clock is read, so that the
/// same is found everywhere.
struct SearchEffort {
  private(set) var steps = 0
  /// The most steps that it may have taken in the end.
  var limit: Int

  init(limit: Int) { self.limit = limit }

  /// Whether `count` steps more are within the limit; then they are counted.
  mutating func spends(_ count: Int) -> Bool {
    guard count <= limit - steps else { return false }
    steps += count
    return true
  }

  /// Counts steps that have been taken, as far as the limit has room for them.
  mutating func took(_ count: Int) { steps += min(count, max(0, limit - steps)) }
}
