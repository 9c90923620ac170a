/// A line of an annotator that does not stand.
struct DroppedLine: Sendable {
  /// The line; of a group none.
  let holder: Holder?
  let source: Int
  let reason: AnnotatorMerge.Dropped.Reason
}
