import Standoff

/// Overlaps that the schema does not allow, said when they are made.
extension Workspace {
  /// How many annotations an act made or moved are looked at: nobody reads more remarks.
  private static let mostLookedAt = 200

  /// What is said where an annotation that was made, moved or given another label overlaps another as the
  /// schema does not let their labels; `nil` where none does.
  ///
  /// - Parameter edit: what was done; of it the `T` lines that it put in count.
  func overlapRemark(on edit: Edit) throws(DiagnosticError) -> StyledText? {
    let schema = schema
    guard schema.overlap.allowed.count < OverlapRules.Kind.allCases.count else { return nil }
    let set = try annotations
    var found: [String] = []
    let made = edit.addedIDs.lazy.compactMap { set[$0] }.filter { annotation in
      set.standing(annotation.id) == annotation.id && !annotation.isArticleLevel
    }
    for own in made.prefix(Self.mostLookedAt) {
      guard let extent = own.ranges.hull else { continue }
      let other = set.annotations(overlapping: extent).first { other in
        guard other.id != own.id, !other.isArticleLevel,
          let (kind, isInner) = OverlapRules.Kind.between(own.ranges, other.ranges)
        else { return false }
        let (inner, outer) = isInner ? (own, other) : (other, own)
        return !schema.allows(kind, of: inner.label, with: outer.label)
      }
      if let other { found.append("\(handle(of: own.id)) and \(handle(of: other.id))") }
    }
    guard let first = found.first else { return nil }
    let more = found.count > 1 ? ", and \(found.count - 1) more so" : ""
    return StyledText(
      "\(first) overlap\(more), which the schema does not allow: `validate` says how",
      .severity(.warning))
  }
}
