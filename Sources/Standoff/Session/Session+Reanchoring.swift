extension Session {
  /// Whether the article is another text than the annotations were made on, so that some of them do
  /// not stand on their words; nothing can be marked then.
  package var articleIsOther: Bool { fit.misfits > 0 }

  /// Why nothing can be changed on an article that is another text than the annotations were made on.
  package func refusalOnOtherArticle() -> DiagnosticError {
    DiagnosticError(
      .articleChanged, fit.sentence(of: articleName) + "; nothing can be marked until they follow",
      at: Place(source: article.path), notes: [Self.remedy(articleName)])
  }

  /// What whoever opens the session is told of it.
  var noticeOfOtherArticle: Diagnostic {
    var notice = refusalOnOtherArticle().diagnostic
    notice.severity = .warning
    return notice
  }

  /// What whoever opened the session is told of annotations whose words stand elsewhere, though the
  /// article need not be another one.
  var noticeOfOtherWords: Diagnostic {
    var file = location.standoff.asShellWord
    if StandoffLocation(ofStandoff: location.standoff, on: disk).article == nil {
      file += " --text " + articleName.asShellWord
    }
    let (verb, their) = fit.others == 1 ? ("does", "its") : ("do", "their")
    return Diagnostic(
      fit.isCountedOtherwise ? .wrongUnit : .textMismatch, severity: .warning,
      "\(fit.others) of \(counted(fit.spans, "annotation")) \(verb) not stand on \(their) words; "
        + (fit.isCountedOtherwise
          ? "the file counts otherwise than in code points, which `galley validate --fix \(file)` puts right while no shell has it open"
          : "`validate` here, or `galley validate \(file)`, says which and where the words are"),
      at: Place(source: location.standoff))
  }

  /// What a person should know where the article is not the text any more that was opened; `nil` where it
  /// is.
  package var noticeOfArticleSince: Diagnostic? {
    guard access == .interactive, let path = article.path else { return nil }
    let files = FileReading(on: disk)
    let isGone = files.isMissing(path)
    if !isGone, (try? files.holds(article.bytes, at: path, as: "article")) ?? true { return nil }
    return Diagnostic(
      .articleChanged, severity: .warning,
      "\(path) \(isGone ? "is gone" : "was changed by another program") since it was opened, and what stands here is on the text as it was",
      at: Place(source: path),
      notes: isGone
        ? [] : ["`open` with its name opens it anew, so that the annotations can follow"])
  }

  private var articleName: String { article.path ?? "the article" }

  private static func remedy(_ article: String) -> String {
    "galley reanchor \(article) --from OLD.txt lets them follow; without --from it goes by the quoted words"
  }

  /// How many annotations of the standoff file wait for their words to come back, see ``ParkedFile``.
  ///
  /// - Throws: where the file beside it that has them cannot be read.
  package func parkedCount() throws(DiagnosticError) -> Int {
    let bytes = try FileReading(on: disk).bytes(
      ofPossible: ParkedFile.path(ofStandoff: location.standoff), as: "file of parked annotations")
    return ParkedFile(parsing: bytes ?? []).spanCount
  }

  /// Lets the annotations follow their words, and gives up the session's hold on its files; the
  /// article has to be opened anew.
  ///
  /// What is not saved is saved first. The old text is not to be had here, so the quoted words tell.
  ///
  /// - Throws: as saving, and as ``ArticleReanchoring``; the session is open still where saving fails.
  package func reanchor() throws(DiagnosticError) -> ArticleReanchoring {
    try save()
    release()
    let act = try ArticleReanchoring(
      of: [location.standoff], to: article, from: nil, on: disk)
    _ = try act.carryOut(pid: pid, on: disk)
    return act
  }
}

extension ArticleFit {
  fileprivate func sentence(of article: String) -> String {
    "\(article) is not the text it was when these annotations were made: \(misfits) of \(spans) do not stand on their words"
  }
}
