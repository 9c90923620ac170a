import Adjudication
import CommandLanguage
import Glibc
import Standoff

/// The file that a merge goes to.
///
/// An article is never written to, and neither is anything else that is no standoff file. What was added
/// by hand to an earlier merge, and would go, is told, and stays in the journal.
struct MergeOutput {
  /// The path of the file.
  let path: String

  /// Takes a path.
  ///
  /// - Throws: `wrong-output` where it is not called as a standoff file is.
  init(_ path: String) throws(DiagnosticError) {
    self.path = path
    guard path.hasSuffix(".ann") || FileReading().isFolder(path) else {
      throw Self.wrong(
        path, "is not called as standoff files are; give -o a name that ends in .ann")
    }
  }

  /// Makes sure that a merge may take the place of what stands there.
  ///
  /// - Parameters:
  ///   - article: the article of the merge.
  ///   - annotators: the files that are merged, where they are annotators'; the merged file is none of
  ///     them, and takes the place of none that no merge has made.
  /// - Returns: what stands there; `nil` where nothing does.
  /// - Throws: `wrong-output`; `same-file`; as reading a file does.
  func former(on article: Article, annotators: [String]?) throws(DiagnosticError) -> AnnotationSet?
  {
    let files = FileReading()
    let own = annotators?.first { Self.isSame($0, path) }
    // Most often there is nothing, and nothing that could be the same.
    if own == nil, files.isMissing(path) { return nil }
    if let text = article.path, files.isSame(text, path) {
      throw Self.wrong(path, "is the article, which is never written to; name another file with -o")
    }
    if let own = own ?? annotators?.first(where: { files.isSame($0, path) }) {
      throw DiagnosticError(
        .sameFile,
        "\(own) is one of the annotators’ files, and the merged file would take its place; name another one with -o",
        at: Place(source: own))
    }
    guard let bytes = try files.bytes(ofPossible: path, as: "standoff file") else { return nil }
    let set = AnnotationSet(parsing: bytes, of: article)
    let lines = StandoffLines(set)
    if lines.rows.isEmpty, !set.unusable.isEmpty {
      throw Self.wrong(path, "holds something else than annotations; name another file with -o")
    }
    // Where all is settled by readings of the adjudicator's own, the decisions tell of the merge.
    if annotators != nil, !lines.rows.isEmpty, !lines.hasName(Note.annotatorsType),
      files.isMissing(JournalPaths.decisions(of: path))
    {
      throw Self.wrong(
        path,
        "holds annotations that no merge has put there; name another file with -o, or merge it with the others"
      )
    }
    return set
  }

  /// Whether a path leads to the file.
  func isSame(_ other: String) -> Bool {
    Self.isSame(other, path) || FileReading().isSame(other, path)
  }

  /// Makes sure that a merge of two sides does not take the place of an annotator's own file, which nothing
  /// tells from an earlier merge but its name, and that it has what none of the files has.
  ///
  /// - Throws: `wrong-output`.
  func checkIsNobodys(
    _ former: AnnotationSet, losing lost: LostAnnotations?
  ) throws(DiagnosticError) {
    let lines = StandoffLines(former)
    let location = StandoffLocation(ofStandoff: path)
    guard location.article != nil, let annotator = location.annotator,
      let count = lost?.annotations.count, count > 0, !lines.hasName(Note.conflictType),
      !lines.hasName(Note.annotatorsType),
      FileReading().isMissing(JournalPaths.decisions(of: path))
    else { return }
    throw Self.wrong(
      path,
      "is \(annotator)’s file, and \(counted(count, "annotation")) of it, or something said of \(count == 1 ? "it" : "them"), \(count == 1 ? "is" : "are") in none of the merged files; name another file with -o, or merge it with the others"
    )
  }

  /// Puts a merged file in the place of what stands there.
  ///
  /// - Parameters:
  ///   - former: what stands there, as ``former(on:annotators:)`` has read it.
  ///   - lost: what it alone has.
  ///   - command: what the journal calls the merge.
  /// - Throws: `different-articles` where that is on an earlier edition of the article; as rewriting a
  ///   standoff file does.
  func write(
    _ merged: MergedBytes, over former: AnnotationSet?, losing lost: LostAnnotations?,
    as command: String
  ) throws(DiagnosticError) {
    _ = try write(merged, over: former, losing: lost, as: command, in: nil)
  }

  /// The same in a batch, where it need not be an act of a session.
  ///
  /// - Returns: the number under which the batch writes the file; `nil` where nothing is left to be
  ///   written.
  func write(
    _ merged: MergedBytes, over former: AnnotationSet?, losing lost: LostAnnotations?,
    as command: @autoclosure () -> String, in batch: FileBatch?
  ) throws(DiagnosticError) -> Int? {
    let bytes = merged.bytes
    guard let former else {
      if let batch { return try batch.add(bytes, for: path) }
      try AtomicFile().write(bytes, to: path)
      return nil
    }
    let isJournalled = FileReading().isFile(JournalPaths(of: path, on: SystemDisk()).journal)
    guard let lost, !lost.annotations.isEmpty, !isJournalled else {
      let old = former.encoded()
      if let batch { return old == bytes ? nil : try batch.add(bytes, for: path, inPlaceOf: old) }
      try StandoffRewrite(of: path, pid: getpid()).replace(old, with: bytes)
      return nil
    }
    // As an act of a session, so that it can be undone.
    try DifferentArticles.check(former, of: FilePath.name(of: path), at: path, nil)
    let session = try Session.open(
      SessionRequest(article: merged.article.path ?? path, into: path, access: .script),
      schema: .news, now: { Timestamp(seconds: Environment.now) }, pid: getpid())
    defer { session.release() }
    try session.perform(Edit(from: session.annotations, to: merged.set), as: command())
    try session.commit()
    return nil
  }

  /// What is said of annotations that go with the former file; `nil` where none does.
  func warning(of lost: LostAnnotations?, in former: AnnotationSet?) -> Diagnostic? {
    guard let lost, let former, !lost.annotations.isEmpty else { return nil }
    let echo = SpanEcho(former.article)
    let count = lost.annotations.count
    var named = lost.annotations.prefix(Self.mostNamed).map {
      "\($0.label) \(echo.placed($0))"
    }
    if count > named.count { named.append("\(count - named.count) more") }
    return Diagnostic(
      .takenOut, severity: .warning,
      "\(counted(count, "annotation")) of \(path), or something said of \(count == 1 ? "it" : "them"), \(count == 1 ? "is" : "are") in none of the merged files, and not in the merge: \(named.joined(separator: ", ")); `\(StandoffLocation.shellCommand(opening: path, of: former.article.path))` and `undo` bring back what stood there",
      at: Place(source: path))
  }

  /// How many annotations are named one by one.
  private static let mostNamed = 3

  private static func isSame(_ one: String, _ other: String) -> Bool {
    FilePath.simplified(one).utf8.elementsEqual(FilePath.simplified(other).utf8)
  }

  private static func wrong(_ path: String, _ what: String) -> DiagnosticError {
    DiagnosticError(
      .wrongOutput, "\(path) \(what); nothing was written", at: Place(source: path))
  }
}

extension DiagnosticName {
  /// A merged file was to take the place of something that a merge must not write over.
  static let wrongOutput = DiagnosticName("wrong-output")
  /// A merged file took the place of one that had more than any of the files it was made from.
  static let takenOut = DiagnosticName("taken-out")
}
