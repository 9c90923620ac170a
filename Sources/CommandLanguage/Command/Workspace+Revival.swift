import Standoff

/// Lines that are not used because an earlier one has their id.
extension Workspace {
  /// Makes sure that an act brings none of them to life by taking the earlier line away, or by putting it
  /// elsewhere.
  ///
  /// - Throws: `duplicate-id` with the first line that would be used then.
  func refuseRevival(to after: AnnotationSet) throws(DiagnosticError) {
    guard var place = try annotations.revivedLine(in: after)?.place else { return }
    place.source = FilePath.name(of: try current.location.standoff)
    throw DiagnosticError(
      .duplicateID,
      "this would bring this line to life, which is not used because an earlier one has its id; give it an id of its own in the file first",
      at: place)
  }
}
