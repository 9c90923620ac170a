public import Standoff

/// What one annotator marked on an article.
public struct AnnotatorSet: Sendable {
  /// The name by which the annotator is called in reports and in merged files: ASCII letters, digits,
  /// `_` and `-`, or merges refuse it.
  public let annotator: String
  /// The annotations.
  public let annotations: AnnotationSet

  /// Creates the set of an annotator.
  public init(_ annotator: String, _ annotations: AnnotationSet) {
    self.annotator = annotator
    self.annotations = annotations
  }
}
