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

  /// What came of one article.
  struct Outcome: Sendable {
    /// Its name.
    let name: String
    /// What came of it, or why nothing did.
    let result: Result<(text: MergeText, decided: DecidedMerge?), DiagnosticError>
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
        let clusters = try clusters(of: work)
        let ready =
          policy.learns
          ? policy : try policy.prepared(for: [], annotators: clusters.annotators)
        let merge = AnnotatorMerge(clusters, policy: ready, boundaries: boundaries)
        guard let output else { return (MergeText(merge), nil) }
        let path = FilePath.path(work.name, in: output)
        let decided = try DecidedMerge(merge.merged, onto: path)
        Self.makeFolders(FilePath.folder(of: path))
        try MergeJob.write(decided.set.encoded(), to: path)
        return (MergeText(merge), decided)
      })
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
