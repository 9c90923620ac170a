import Standoff

/// Lines that are not used because an earlier one has their id.
extension Workspace {
  /// Makes sure that an act brings none of them to life by taking the earlier line away.
  ///
  /// - Throws: `duplicate-id` with the first line that would be used then.
  func refuseRevival(to after: AnnotationSet) throws(DiagnosticError) {
    let before = try annotations
    guard before.takenIDCount > 0, after.takenIDCount < before.takenIDCount else { return }
    let left = Set(after.malformed.filter { $0.name == .duplicateID }.compactMap(\.place.excerpt))
    let revived = before.malformed.first { finding in
      finding.name == .duplicateID && !(finding.place.excerpt.map(left.contains) ?? false)
    }
    var place = revived?.place ?? Place()
    place.source = FilePath.name(of: try current.location.standoff)
    throw DiagnosticError(
      .duplicateID,
      "this would take a line away whose id another one has as well, which would be used in its place; give that one an id of its own in the file first",
      at: place)
  }
}
