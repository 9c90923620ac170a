/// The file under review, in one box: rules take hold of it for every line, and the many columns of its
/// lines would each be counted.
final class ReviewedLines: Sendable {
  /// The file.
  let set: AnnotationSet

  init(_ set: consuming AnnotationSet) { self.set = set }
}
