public import Standoff

extension MergePolicy {
  /// Sees to it that each annotator is named, and nobody else.
  ///
  /// - Throws: `unknown-annotator`.
  func checkNames(
    _ named: [String], against annotators: [String]
  ) throws(DiagnosticError) {
    let left = annotators.filter { !named.contains($0) }
    let strangers = named.filter { !annotators.contains($0) }
    guard !left.isEmpty || !strangers.isEmpty else { return }
    let parts = [
      left.isEmpty ? nil : "leaves out \(left.joined(separator: ", "))",
      strangers.isEmpty
        ? nil : "names \(strangers.joined(separator: ", ")), who is no annotator here",
    ]
    throw DiagnosticError(
      .unknownAnnotator,
      "\(name) \(parts.compactMap(\.self).joined(separator: " and ")); name each of \(annotators.joined(separator: ", ")) once"
    )
  }
}

extension DiagnosticName {
  /// A policy names somebody who annotated nothing, or leaves somebody out.
  public static let unknownAnnotator = DiagnosticName("unknown-annotator")
}
