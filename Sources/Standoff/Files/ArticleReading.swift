/// Reads articles, and keeps the last one for those who ask for it again.
///
/// Several annotators' files stand on one article, one after the other.
package struct ArticleReading {
  private let files: FileReading
  private var last: (path: String, article: Result<Article, DiagnosticError>)?

  /// Creates a reader.
  package init(on disk: any Disk = SystemDisk()) { files = FileReading(on: disk) }

  /// The article at `path`.
  ///
  /// - Throws: where it cannot be read, or is no article.
  package mutating func article(at path: String) throws(DiagnosticError) -> Article {
    if let last, last.path.utf8.elementsEqual(path.utf8) { return try last.article.get() }
    let files = files
    let article = Result { () throws(DiagnosticError) in
      try Article(bytes: files.bytes(of: path, as: "article"), path: path)
    }
    last = (path, article)
    return try article.get()
  }
}
