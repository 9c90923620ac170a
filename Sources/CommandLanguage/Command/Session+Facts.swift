package import Standoff

extension Session {
  /// The article's path as it was given.
  package var articlePath: String { article.path ?? "" }
  /// The standoff file's path.
  package var standoffPath: String { location.standoff }
  /// Who annotates.
  package var annotator: String? { location.annotator }
  /// How many acts the standoff file lacks, or has though they were taken back.
  package var unsavedActs: Int {
    let (added, removed) = unsavedCounts
    return added + removed
  }
}
