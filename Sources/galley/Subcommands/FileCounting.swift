import CommandLanguage
import Standoff

/// The counting of files that stand side by side.
struct FileCounting: Sendable {
  /// The schemas of the files.
  let schemas: CorpusSchemas

  /// What was counted in one file.
  struct Count: Sendable {
    let file: String
    let statistics: Statistics
    let schema: Schema
  }

  /// The counts of the files, or why there are none.
  func counts(_ items: ArraySlice<Corpus.Item>) -> [Result<Count, DiagnosticError>] {
    var articles = ArticleReading()
    return items.compactMap { item in
      switch item {
      // Whose files they are does not matter to counting.
      case .finding(let finding) where finding.name != .noStandoffFile: return nil
      case .finding(let finding): return .failure(DiagnosticError(finding))
      case .failure(let failure): return .failure(DiagnosticError(failure))
      case .file(let file):
        return Result { () throws(DiagnosticError) in try count(file, &articles) }
      }
    }
  }

  private func count(
    _ file: StandoffLocation, _ articles: inout ArticleReading
  ) throws(DiagnosticError) -> Count {
    let path = file.article ?? ""
    let bytes = try FileReading().bytes(of: file.standoff, as: "standoff file")
    let set = AnnotationSet(parsing: bytes, of: try articles.article(at: path))
    return Count(
      file: file.standoff, statistics: Statistics(of: set),
      schema: try schemas.schema(forArticle: path))
  }
}
