public import Standoff

/// The file that a merge comes to: its bytes, and the annotations in it, which are read from these when
/// they are first asked for.
///
/// Whoever writes the file needs none of them.
public final class MergedBytes: Sendable {
  /// The article that the annotations stand on.
  public let article: Article
  /// The bytes of the file.
  public let bytes: [UInt8]

  private let reading = Lazily<AnnotationSet>()

  /// Takes over bytes that are known to be in the form of the clean profile.
  init(inForm bytes: [UInt8], of article: Article) {
    (self.article, self.bytes) = (article, bytes)
  }

  /// Takes over the file of a set.
  package init(_ set: AnnotationSet) {
    (article, bytes) = (set.article, set.encoded())
    _ = reading.value { set }
  }

  /// The annotations.
  public var set: AnnotationSet {
    reading.value { AnnotationSet(parsing: bytes, of: article) }
  }
}
