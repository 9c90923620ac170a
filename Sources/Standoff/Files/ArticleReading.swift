/// Reads articles, and keeps the last one for those who ask for it again.
///
/// Several annotators' files stand on one article, one after the other.
package struct ArticleReading {
  private let files: FileReading
  private var last: (path: String, article: Result<Article, DiagnosticError>)?

  /// Creates a reader.
  package init(on disk: any Disk = SystemDisk()) { files = FileReading(on: disk) }

  /// The article at `path`; `isListed` as for ``FileReading/bytes(of:as:isListed:)``.
  ///
  /// - Throws: where it cannot be read, or is no article.
  package mutating func article(
    at path: String, isListed: Bool = false
  ) throws(DiagnosticError) -> Article {
    if let last, FilePath.areSame(last.path, path) { return try last.article.get() }
    let files = files
    let article = Result { () throws(DiagnosticError) in
      try Article(bytes: files.bytes(of: path, as: "article", isListed: isListed), path: path)
    }
    last = (path, article)
    return try article.get()
  }
}
