package import Standoff

/// What there is to count in a standoff file and its article.
package struct Statistics: Sendable {
  /// How many annotations each label has.
  package private(set) var labels: [String: Int] = [:]
  /// How many annotations there are.
  package private(set) var annotations = 0
  /// The article's code points inside a span; annotations of the whole article do not count.
  private var marked = 0
  /// The article's code points.
  private var length = 0
  /// The words of the article.
  package private(set) var words = 0

  /// The share of the article's code points inside a span, from 0 to 1.
  package var covered: Double { length == 0 ? 0 : Double(marked) / Double(length) }

  /// Begins with nothing counted.
  package init() {}

  /// Counts.
  package init(of set: AnnotationSet) {
    var stretches: [TextRange] = []
    for annotation in set.annotations {
      annotations += 1
      labels[annotation.label, default: 0] += 1
      if !annotation.isArticleLevel { stretches += annotation.ranges }
    }
    stretches.sort()
    var end = 0
    let article = set.article
    length = article.scalarCount
    // What lies behind the end of the article marks nothing.
    for stretch in stretches where min(stretch.upper.value, length) > max(end, stretch.lower.value)
    {
      marked += min(stretch.upper.value, length) - max(end, stretch.lower.value)
      end = min(stretch.upper.value, length)
    }
    let layout = article.layout
    for paragraph in layout.paragraphs.indices.map({ $0 + 1 }) {
      for sentence in layout.sentences(in: paragraph).indices.map({ $0 + 1 }) {
        words += layout.words(in: paragraph, sentence: sentence).count
      }
    }
  }

  /// Adds what was counted in another file.
  package mutating func add(_ other: Statistics) {
    labels.merge(other.labels, uniquingKeysWith: +)
    annotations += other.annotations
    marked += other.marked
    length += other.length
    words += other.words
  }
}
