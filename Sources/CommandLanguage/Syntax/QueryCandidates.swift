import Standoff

extension QueryCondition {
  /// Candidates in text order, among which are all annotations that meet the condition; `nil` where
  /// finding them is no faster than asking every annotation.
  func candidates(in set: AnnotationSet) -> [Annotation]? {
    switch self {
    case .relation(_, let targets): targets.map(set.annotations(relatedTo:))
    case .inside(let scope, isArticle: false), .overlapping(let scope, _):
      set.annotations(around: scope)
    case .label(let name): set.annotations(labeled: name)
    case .all(let parts):
      (parts.filter { !$0.isLabel } + parts.filter(\.isLabel)).lazy
        .compactMap { $0.candidates(in: set) }.first
    case .any, .not, .attribute, .reference, .inside, .words, .pattern, .note: nil
    }
  }

  /// Whether it asks for a label, which most annotations of a file may have.
  private var isLabel: Bool { if case .label = self { true } else { false } }
}

extension AnnotationSet {
  /// The annotations that share a code point with what lies between the first start of some ranges
  /// and their last end, or stand empty at an edge of it.
  fileprivate func annotations(around scope: [TextRange]) -> [Annotation] {
    guard let lower = scope.map(\.lower).min(), let upper = scope.map(\.upper).max() else {
      return []
    }
    return annotations(overlapping: TextRange(lower.value, upper.value + 1))
  }
}
