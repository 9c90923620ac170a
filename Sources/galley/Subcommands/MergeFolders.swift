import Adjudication
import CommandLanguage
import Glibc
import Standoff

/// The merging of all articles of annotators' folders, on all cores.
struct MergeFolders: Sendable {
  /// Where the merged files go; `nil` where none is written.
  let output: String?
  /// What decides.
  let policy: any MergePolicy
  /// What decides about words.
  let boundaries: BoundaryRule
  /// How what came of it is told.
  let report: Settings.Format
  /// What writes the files.
  let batch = FileBatch(pid: getpid())

  /// What came of one article.
  struct Outcome: Sendable {
    /// Its name.
    let name: String
    /// What came of it, or why nothing did.
    let result: Result<Merged, DiagnosticError>
  }

  /// A merged article; what is told of it is laid out, for many wait until they are in their places.
  struct Merged: Sendable {
    /// The counts.
    let tally: MergeTally
    /// The annotators.
    let annotators: [String]
    /// What decided where not all said the same; `nil` where nothing did.
    let judge: String?
    /// What is said of the search for the best alignment.
    let alignment: String?
    /// What is said of the conflicts; the object, where there are to be objects.
    fileprivate(set) var lines: [String] = []
    /// Whether conflicts are open.
    fileprivate(set) var isOpen: Bool
    /// What is said of annotations that went.
    fileprivate(set) var warning: Diagnostic?
    /// Whether the article was copied to where the merged file is.
    fileprivate(set) var isArticleCopied = false
    /// The numbers under which the files are written.
    fileprivate(set) var tickets: [Int] = []

    fileprivate init(_ text: MergeText) {
      (tally, annotators, judge, alignment) = (
        text.tally, text.annotators, text.judge, text.warning
      )
      isOpen = tally.conflictCount > 0
    }
  }

  /// The policy, where it learns from all articles at once.
  ///
  /// - Throws: `wrong-output` where the merged files cannot go into ``output``; as
  ///   ``MergePolicy/prepared(for:annotators:)``.
  @MainActor
  func prepared(_ works: [AnnotatorFolders.Work]) throws(DiagnosticError) -> MergeFolders {
    if let output, !FileReading().isFolder(output), !FileReading().isMissing(output) {
      throw DiagnosticError(
        .wrongOutput,
        "\(output) is a file, and the files that folders are merged into need a folder; name one with -o",
        at: Place(source: output))
    }
    guard policy.learns else { return self }
    var ballots: [Ballot] = []
    var annotators: Set<String> = []
    WatchedWork(called: "merge").results(of: works) { work in
      let clusters = try? clusters(of: work)
      return (clusters?.ballots ?? [], clusters?.annotators ?? [])
    } take: { found in
      ballots += found.0
      annotators.formUnion(found.1)
    }
    let ready = try policy.prepared(for: ballots, annotators: annotators.sorted())
    return MergeFolders(
      output: output, policy: ready, boundaries: boundaries, report: report)
  }

  /// Merges articles that stand side by side and gives the files to ``batch``.
  func outcomes(of works: ArraySlice<AnnotatorFolders.Work>) -> [Outcome] {
    var journals = JournalledArticles()
    return works.map { outcome(of: $0, &journals) }
  }

  private func outcome(
    of work: AnnotatorFolders.Work, _ journals: inout JournalledArticles
  ) -> Outcome {
    Outcome(
      name: work.name,
      result: Result { () throws(DiagnosticError) in
        let sets = try AnnotatorFiles(work).sets(&journals)
        let clusters = try AnnotatorClusters(of: sets)
        let ready =
          policy.learns
          ? policy : try policy.prepared(for: [], annotators: clusters.annotators)
        let merge = AnnotatorMerge(clusters, policy: ready, boundaries: boundaries)
        let text = MergeText(merge)
        var merged = Merged(text)
        var decided: DecidedMerge?
        if let output { decided = try write(merge, of: work, sets, to: output, &merged) }
        if let decided { merged.isOpen = decided.isOpen }
        merged.lines = lines(of: text, decided, called: work.name)
        return merged
      })
  }

  private func lines(
    of text: MergeText, _ decided: DecidedMerge?, called name: String
  ) -> [String] {
    if report == .json {
      return [JSONValue.object(text.members(of: name) + (decided?.members ?? [])).encoded()]
    }
    guard text.tally.conflictCount > 0 else { return [] }
    return ([text.tally.conflictSummary] + (decided?.lines ?? []))
      .map { "\(name): \($0)" }
  }

  private func write(
    _ merge: AnnotatorMerge, of work: AnnotatorFolders.Work, _ sets: [AnnotatorSet],
    to output: String, _ merged: inout Merged
  ) throws(DiagnosticError) -> DecidedMerge {
    let target = try MergeOutput(FilePath.path(work.name, in: output))
    let files = work.files.map(\.location.standoff)
    let former = try target.former(on: merge.file.article, annotators: files)
    let decided = try DecidedMerge(
      merge.file, isOpen: merge.conflictCount > 0, onto: target.path)
    let lost = former.map {
      LostAnnotations(from: $0, to: decided.file.set, madeFrom: sets.map(\.annotations))
    }
    Self.makeFolders(FilePath.folder(of: target.path))
    if let ticket = try putArticle(merge.file.article, beside: target.path) {
      merged.isArticleCopied = true
      merged.tickets.append(ticket)
    }
    if let ticket = try target.write(
      decided.file, over: former, losing: lost,
      as: (["merge"] + files.map(\.asWord)).joined(separator: " "), in: batch)
    {
      merged.tickets.append(ticket)
    }
    merged.warning = target.warning(of: lost, in: former)
    return decided
  }

  /// Copies the article to where a merged file is, unless one of its name is found from there.
  ///
  /// - Returns: the number under which it is written; `nil` where it need not be copied.
  /// - Throws: `different-articles` where the one that is found is another text; as reading and
  ///   writing files does.
  private func putArticle(
    _ article: Article, beside standoff: String
  ) throws(DiagnosticError) -> Int? {
    guard let path = article.path else { return nil }
    let name = FilePath.name(of: path)
    if try DifferentArticles.isFound(for: article, from: standoff, called: name) { return nil }
    return try batch.add(
      article.bytes, for: FilePath.path(name, in: FilePath.folder(of: standoff)))
  }

  /// Makes a folder and those above it; where one cannot be made, writing into it says so.
  private static func makeFolders(_ path: String) {
    guard !FileReading().isFolder(path) else { return }
    let above = FilePath.folder(of: path)
    if above != path, above != "." { makeFolders(above) }
    try? SystemDisk().makeFolder(path)
  }

  private func clusters(
    of work: AnnotatorFolders.Work
  ) throws(DiagnosticError) -> AnnotatorClusters {
    try AnnotatorClusters(of: AnnotatorFiles(work).sets())
  }
}
