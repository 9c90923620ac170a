package import Standoff

/// What stands already where a label is to be put.
package enum Standing: Hashable, Sendable {
  /// Nothing of the label.
  case free
  /// An annotation of the label on the very span.
  case there(AnnotationID)
  /// An annotation of the label around the span.
  case inside(AnnotationID)

  /// What a bulk act makes of it.
  package func state(_ label: Label) -> BulkItem.State {
    switch self {
    case .free: .ticked
    case .there: .settled(why: "marked already")
    case .inside:
      .unticked(
        why: "inside another \(label.name.lowercased())", hint: "`--inside` takes it")
    }
  }
}

extension AnnotationSet {
  /// What stands on some words, or around them, of a label.
  ///
  /// - Parameter own: an annotation that does not count.
  package func standing(
    of label: Label, on ranges: [TextRange], but own: AnnotationID? = nil
  ) -> Standing {
    let same = annotations(labeled: label.name, on: ranges)
    if let other = same.first(where: { !$0.isArticleLevel && $0.id != own }) {
      return .there(other.id)
    }
    guard let hull = ranges.hull else { return .free }
    let around = annotations(overlapping: hull).first { other in
      other.label == label.name && !other.isArticleLevel && other.id != own
        && ranges.allSatisfy { range in other.ranges.contains { $0.contains(range) } }
    }
    return around.map { .inside($0.id) } ?? .free
  }
}
