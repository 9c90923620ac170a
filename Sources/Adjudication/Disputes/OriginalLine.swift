import Standoff

/// Which of some lines the others are copies of.
///
/// Where two sides disagree about a line the merge lets one of them keep its id and gives the other
/// one made from what it says.
struct OriginalLine {
  /// The line; `nil` where that cannot be told.
  let id: AnnotationID?

  /// Finds it out.
  init(of ids: [AnnotationID], in set: AnnotationSet) {
    let lines = ids.uniqued.compactMap { set.record(of: $0) }
    guard lines.count > 1 else {
      id = nil
      return
    }
    let kept = lines.filter { line in
      line.rekeyed { $0 != line.id && set.has($0) }.id != line.id
    }
    let first = lines.filter { line in line.rekeyed { _ in false }.id == line.id }
    switch (kept.count, first.count) {
    case (1, _): id = kept[0].id
    case (0, 1): id = first[0].id
    default: id = nil
    }
  }
}
