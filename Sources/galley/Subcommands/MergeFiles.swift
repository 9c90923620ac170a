import Adjudication
import Standoff

/// The three files of a merge.
struct MergeFiles {
  /// What both sides come from, and the sides.
  let base: String, ours: String, theirs: String
  /// What messages call the sides, where not by their paths.
  var names: (ours: String, theirs: String)?

  /// Reads the files and merges them.
  ///
  /// - Throws: where a file cannot be read, or the sides cannot be merged.
  func merge(article: Article) throws(DiagnosticError) -> ThreeWayMerge {
    let sets = try sets(on: article)
    return try ThreeWayMerge(base: sets[0], ours: sets[1], theirs: sets[2])
  }

  /// Makes sure that a side that lacks a line of the base has no line that cannot be used but the base's.
  ///
  /// What such a line was meant to say would pass for taken away. One that was added is kept.
  private static func requireUsable(
    _ side: AnnotationSet, _ path: String, since base: AnnotationSet
  ) throws(DiagnosticError) {
    let known = Set(base.unusable.compactMap(\.place.excerpt))
    let new = side.unusable.filter { $0.place.excerpt.map { !known.contains($0) } ?? true }
    guard let first = new.first else { return }
    let ids = Set(side.records.map(\.id))
    guard
      new.contains(where: { $0.name == .gitMarkers })
        || base.records.contains(where: { !ids.contains($0.id) })
    else { return }
    throw DiagnosticError(
      .unusableLines,
      "\(path) has \(counted(new.count, "line")) that cannot be used, and what \(new.count == 1 ? "it was" : "they were") meant to say would be lost; `galley validate` names them: mend or delete them",
      at: first.place, notes: ["the first is line \(first.place.line ?? 1): \(first.message)"])
  }

  /// Reads the files: what both sides come from, ours and theirs.
  ///
  /// - Throws: `unusable-lines`, and where a file cannot be read.
  func sets(on article: Article) throws(DiagnosticError) -> [AnnotationSet] {
    let sets = try [base, ours, theirs].map { path throws(DiagnosticError) in
      AnnotationSet(
        parsing: try FileReading().bytes(of: path, as: "standoff file"), of: article)
    }
    try Self.requireUsable(sets[1], names?.ours ?? ours, since: sets[0])
    try Self.requireUsable(sets[2], names?.theirs ?? theirs, since: sets[0])
    return sets
  }
}
