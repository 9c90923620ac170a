import Adjudication
import CommandLanguage
import Standoff

/// The merging of all articles of annotators' folders, on all cores.
struct MergeFolders: Sendable {
  /// Where the merged files go; `nil` where none is written.
  let output: String?
  /// What decides.
  let policy: any MergePolicy
  /// What decides about words.
  let boundaries: BoundaryRule

  /// What came of one article.
  struct Outcome: Sendable {
    /// Its name.
    let name: String
    /// What came of it, or why nothing did.
    let result: Result<Merged, DiagnosticError>
  }

  /// A merged article.
  struct Merged: Sendable {
    /// What came of it.
    let text: MergeText
    /// What stands in the file; `nil` where none is written.
    var decided: DecidedMerge?
    /// What is said of annotations that went.
    var warning: Diagnostic?
    /// Whether the article was copied to where the merged file is.
    var isArticleCopied = false
  }

  /// The policy, where it learns from all articles at once.
  ///
  /// - Throws: as ``MergePolicy/prepared(for:annotators:)``.
  @MainActor
  func prepared(_ works: [AnnotatorFolders.Work]) throws(DiagnosticError) -> MergeFolders {
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
    return MergeFolders(output: output, policy: ready, boundaries: boundaries)
  }

  /// Merges one article and writes the file.
  func outcome(of work: AnnotatorFolders.Work) -> Outcome {
    Outcome(
      name: work.name,
      result: Result { () throws(DiagnosticError) in
        let sets = try AnnotatorFiles(work).sets()
        let clusters = try AnnotatorClusters(of: sets)
        let ready =
          policy.learns
          ? policy : try policy.prepared(for: [], annotators: clusters.annotators)
        let merge = AnnotatorMerge(clusters, policy: ready, boundaries: boundaries)
        var merged = Merged(text: MergeText(merge))
        if let output { try write(merge.merged, of: work, sets, to: output, &merged) }
        return merged
      })
  }

  private func write(
    _ set: AnnotationSet, of work: AnnotatorFolders.Work, _ sets: [AnnotatorSet],
    to output: String, _ merged: inout Merged
  ) throws(DiagnosticError) {
    let target = try MergeOutput(FilePath.path(work.name, in: output))
    let files = work.files.map(\.location.standoff)
    let former = try target.former(on: set.article, annotators: files)
    let decided = try DecidedMerge(set, onto: target.path)
    let lost = former.map {
      LostAnnotations(from: $0, to: decided.set, madeFrom: sets.map(\.annotations))
    }
    Self.makeFolders(FilePath.folder(of: target.path))
    merged.isArticleCopied = try Self.putArticle(set.article, beside: target.path)
    let command = (["merge"] + files.map(\.asWord)).joined(separator: " ")
    try target.write(decided.set, over: former, losing: lost, as: command)
    merged.decided = decided
    merged.warning = target.warning(of: lost, in: former)
  }

  /// Copies the article to where a merged file is, unless one of its name is found from there.
  ///
  /// - Returns: whether it was copied.
  /// - Throws: `different-articles` where the one that is found is another text; as reading and
  ///   writing files does.
  private static func putArticle(
    _ article: Article, beside standoff: String
  ) throws(DiagnosticError) -> Bool {
    guard let path = article.path else { return false }
    let name = FilePath.name(of: path)
    if try DifferentArticles.isFound(for: article, from: standoff, called: name) { return false }
    try AtomicFile().write(
      FileReading().bytes(of: path, as: "article"),
      to: FilePath.path(name, in: FilePath.folder(of: standoff)))
    return true
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
