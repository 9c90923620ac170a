import Adjudication
import Standoff

/// The three files of a merge.
struct MergeFiles {
  /// What both sides come from, and the sides.
  let base: String, ours: String, theirs: String

  /// Reads the files and merges them.
  ///
  /// - Throws: where a file cannot be read, or the sides cannot be merged.
  func merge(article: Article) throws(DiagnosticError) -> ThreeWayMerge {
    let sets = try sets(on: article)
    return try ThreeWayMerge(base: sets[0], ours: sets[1], theirs: sets[2])
  }

  /// Reads the files: what both sides come from, ours and theirs.
  func sets(on article: Article) throws(DiagnosticError) -> [AnnotationSet] {
    try [base, ours, theirs].map { path throws(DiagnosticError) in
      AnnotationSet(
        parsing: try FileReading().bytes(of: path, as: "standoff file"), of: article)
    }
  }
}
