/// A line of an annotator that does not stand, or who takes part in an event that does.
struct DroppedLine: Sendable {
  /// The line; of a group none.
  let holder: Holder?
  /// The number of the annotator.
  let annotator: Int
  let reason: AnnotatorMerge.Dropped.Reason
  /// The place of an argument among what the line names, where that alone does not stand.
  var argument: Int?
}
