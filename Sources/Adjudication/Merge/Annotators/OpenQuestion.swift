/// A conflict of a merge before its lines have ids.
struct OpenQuestion: Sendable {
  /// A line that says a reading.
  enum Line: Hashable, BitwiseCopyable, Sendable {
    case stand(Int)
    case property(Int)
  }

  let kind: MergeConflict.Kind
  let name: String?
  /// What it is about.
  let target: Int
  /// What each annotator who has a say says, those who say the same together, in the order of the
  /// annotators.
  let readings: Range<Int>
}
