package import Standoff

/// What there is to count in a standoff file and its article.
package struct Statistics: Sendable {
  /// How many annotations each label has.
  package private(set) var labels: [String: Int] = [:]
  /// How many annotations there are.
  package private(set) var annotations = 0
  /// The share of the article's code points inside a span, from 0 to 1; those of the whole article
  /// do not count.
  package private(set) var covered = 0.0
  /// The words of the article.
  package private(set) var words = 0

  /// Counts.
  package init(of set: AnnotationSet) {
    var stretches: [TextRange] = []
    for annotation in set.annotations {
      annotations += 1
      labels[annotation.label, default: 0] += 1
      if !annotation.isArticleLevel { stretches += annotation.ranges }
    }
    stretches.sort()
    var (end, sum) = (0, 0)
    for stretch in stretches where stretch.upper.value > end {
      sum += stretch.upper.value - max(end, stretch.lower.value)
      end = stretch.upper.value
    }
    let article = set.article
    covered = article.scalarCount == 0 ? 0 : Double(sum) / Double(article.scalarCount)
    let layout = article.layout
    for paragraph in layout.paragraphs.indices.map({ $0 + 1 }) {
      for sentence in layout.sentences(in: paragraph).indices.map({ $0 + 1 }) {
        words += layout.words(in: paragraph, sentence: sentence).count
      }
    }
  }
}
