package import Standoff

/// What is opened, opened anew and closed.
extension Workspace {
  /// Opens another article.
  ///
  /// At the prompt what is open is saved first; a script's articles are all written when it is over,
  /// so one that was open before is taken up again.
  ///
  /// - Throws: as opening and saving do; what was open is open still.
  package mutating func open(_ path: String) throws(DiagnosticError) {
    let simple = FilePath.simplified(path)
    if let session, FilePath.simplified(self.path) == simple {
      guard door == .prompt else { return }
      return session.noticeOfArticleSince == nil ? try save() : try openAnew(session, path)
    }
    let next: Session
    if let index = waiting.firstIndex(where: { FilePath.simplified($0.path) == simple }) {
      next = waiting.remove(at: index).session
    } else {
      next = try opened(path)
    }
    if let session {
      if door == .prompt {
        do {
          try close(session, .saving)
        } catch {
          next.release()
          throw error
        }
      } else {
        waiting.append((self.path, session))
      }
    }
    session = next
    self.path = path
    forget()
  }

  /// Lets go of what was found, made and shown in what was open before.
  private mutating func forget() {
    (hits, last, lastAct, position) = ([], nil, nil, nil)
    formerNames = []
  }

  private func opened(_ path: String) throws(DiagnosticError) -> Session {
    let session = try opener.session(path)
    session.merging = Self.merging
    return session
  }

  /// Opens the article that is open once more, for it is another text by now; where it is gone nothing is
  /// open any more.
  private mutating func openAnew(_ session: Session, _ path: String) throws(DiagnosticError) {
    try session.close()
    self.session = nil
    self.session = try opened(path)
    forget()
  }

  /// Lets the annotations that are open follow the words of an article that was corrected, and opens
  /// them anew.
  ///
  /// - Returns: what became of them, line by line.
  /// - Throws: as saving and re-anchoring do; the article is open still.
  package mutating func reanchor() throws(DiagnosticError) -> [String] {
    let act: Result<ArticleReanchoring, DiagnosticError>
    do {
      act = .success(try current.reanchor())
    } catch {
      act = .failure(error)
    }
    session?.release()
    session = try opened(path)
    forget()
    let done = try act.get()
    return done.files.flatMap { ReanchoringText($0, on: done.article).lines }
  }

  /// Ends the session, and those that a script has waiting; the workspace is then empty.
  ///
  /// - Throws: as saving does; what could not be saved is open still.
  package mutating func close(_ leave: Report.Leave) throws(DiagnosticError) {
    while let session = waiting.first?.session ?? session {
      try close(session, leave)
      if waiting.isEmpty { self.session = nil } else { waiting.removeFirst() }
    }
  }

  private mutating func close(
    _ session: Session, _ leave: Report.Leave
  ) throws(DiagnosticError) {
    let isSaving = leave != .discarding && session.hasUnsaved
    try session.close(discarding: leave == .discarding)
    if isSaving, let notice = session.noticeOfArticleSince { savingNotices.append(notice) }
    if let merge = session.foreignMerge { savingNotices.append(merge.notice) }
  }

  /// What a person should know of savings that came with closing, once.
  package mutating func takeSavingNotices() -> [Diagnostic] {
    defer { savingNotices = [] }
    return savingNotices
  }

  /// Goes on at the prompt after scripts have run.
  package mutating func becomePrompt() throws(DiagnosticError) {
    for (_, session) in waiting { try close(session, .saving) }
    waiting = []
    try session?.becomeInteractive()
    door = .prompt
  }
}
