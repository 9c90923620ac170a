/// One annotation of one annotator, by numbers: what a merge sorts and compares.
struct Mark: BitwiseCopyable, Sendable {
  /// The first start and the last end.
  let lower: UInt32, upper: UInt32
  /// The number of the pieces, in their order; 0 for one stretch.
  var pieces: UInt32
  /// The rank of the label.
  let label: UInt32
  /// The rank of the references of an annotation of the whole article; 0 for all others.
  let article: UInt32
  /// The number of the annotator.
  let annotator: UInt32
  /// The line.
  let row: UInt32

  /// How many code points lie from the first start to the last end.
  var length: Int { Int(upper) - Int(lower) }

  /// Whether both say the same of the same words.
  func says(_ other: Mark) -> Bool { isOn(other) && label == other.label }

  /// Whether both are on the same words.
  func isOn(_ other: Mark) -> Bool {
    lower == other.lower && upper == other.upper && pieces == other.pieces
      && article == other.article
  }

  /// Whether this comes before another by what it says; `nil` where both say the same.
  func precedes(_ other: Mark) -> Bool? {
    if lower != other.lower { return lower < other.lower }
    if upper != other.upper { return upper > other.upper }
    if pieces != other.pieces { return pieces < other.pieces }
    if label != other.label { return label < other.label }
    return article == other.article ? nil : article < other.article
  }
}
