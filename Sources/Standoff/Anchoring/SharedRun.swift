/// A stretch that two editions of a text share, in bytes of each.
struct SharedRun: Hashable {
  /// Where it stands in the old edition.
  var old: Range<Int>
  /// Where it stands in the new one.
  var new: Range<Int>
  /// Whether it is the same byte for byte.
  ///
  /// Otherwise it is one token of the text that people read the
  /// same: another kind of quotation mark, dash or blank, or an accent composed otherwise.
  var isExact: Bool

  /// The run seen from the other edition.
  var reversed: SharedRun { SharedRun(old: new, new: old, isExact: isExact) }

  /// Whether `other` goes on where this one ends in both editions, and nothing sets them apart.
  func isContinued(by other: SharedRun) -> Bool {
    isExact && other.isExact && old.upperBound == other.old.lowerBound
      && new.upperBound == other.new.lowerBound
  }
}
