import Adjudication
import ArgumentParser
import CommandLanguage
import Standoff

/// `galley merge FILE…` and `galley merge --base BASE.ann OURS.ann THEIRS.ann`: puts together what
/// annotators marked, or what two sides did.
struct MergeJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merges annotators’ files, or what two sides did since they parted.",
    usage: """
      galley merge ANA.ann BEN.ann … -o GOLD.ann [--policy P] [--boundary R]
      galley merge FOLDER … -o FOLDER [--policy P] [--boundary R]
      galley merge --base BASE.ann OURS.ann THEIRS.ann -o OUT.ann
      """,
    discussion: """
      Annotators: what is one thing is found by alignment, the policy decides whether it stands and \
      what is said of it, and the rule of boundaries on which words. agreed: what all say alike, \
      the rest is a conflict. union: what anybody says. intersection: what all say. majority: what \
      more than half say. threshold=2 or threshold=50%: what so many say. priority=ana,ben: what \
      the first of them says. weighted=ana:2,ben:1: as majority, by weight; weighted=ds and \
      weighted=mace learn the weights (Dawid and Skene; Hovy and others) from three annotators and \
      thirty annotations at least.

      With --base: what one side changed is taken, and what both changed otherwise is a conflict. \
      `galley git setup` lets git merge so. What was decided before for the output, in the file of \
      decisions beside it, is carried out again. The output takes the place of an earlier merge and of \
      nothing else, with --base of one of the sides as well; what was added to that by hand, and would \
      go, is named.

      A conflict stands in the file in every reading, with a line that says so, and `galley validate` \
      finds it. Exit status: 0 merged, 1 conflicts are left, or an article was not in all folders, \
      2 something could not be merged.
      """)

  @Argument(
    help: ArgumentHelp(
      "The annotators’ files, or folders of them; with --base the two sides.",
      valueName: "file.ann"),
    completion: .file(extensions: ["ann"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("What both sides come from.", valueName: "base.ann"),
    completion: .file(extensions: ["ann"]))
  var base: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where the merged file goes, or the folder where the merged files go.", valueName: "out.ann"),
    completion: .file(extensions: ["ann"]))
  var output: String?

  @Option(
    help: ArgumentHelp("The article, where no name tells.", valueName: "article.txt"),
    completion: .file())
  var text: String?

  @Option(
    help: ArgumentHelp(
      "What decides where not all say the same: agreed, union, intersection, majority, threshold=…, priority=…, weighted=….",
      valueName: "policy"),
    completion: .list(PolicyList.names))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "What decides where words differ under one label: exact, longest, shortest or median.",
      valueName: "rule"),
    completion: .list(BoundaryRule.allCases.map(\.rawValue)), transform: Self.rule)
  var boundary: BoundaryRule?

  @Option(help: "text, or json: an object that says all that came of it.")
  var report = Settings.Format.text

  @Flag(help: "Say what would come of it, and write nothing.")
  var dryRun = false

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  func validate() throws {
    if base != nil {
      guard files.count == 2 else { throw ValidationError("Name two files, ours and theirs.") }
      if policy != nil || boundary != nil {
        throw ValidationError("--policy and --boundary are for annotators’ files, without --base.")
      }
    }
    guard output != nil || dryRun else {
      throw ValidationError("Say with -o where the merged file goes, or try it with --dry-run.")
    }
  }

  private static func rule(_ text: String) throws -> BoundaryRule {
    if let rule = BoundaryRule(rawValue: text) { return rule }
    throw ValidationError(
      "`\(text)` is no rule; there are exact, longest, shortest and median.")
  }

  func run() throws {
    if base == nil, files.contains(where: FileReading().isFolder) {
      return try MainActor.assumeIsolated { try mergeFolders() }
    }
    var status = Status.done
    do throws(DiagnosticError) {
      if let base { status = try mergeSides(base) } else { status = try mergeAnnotators() }
    } catch {
      status = Printer().failure(error.diagnostic, color: color)
    }
    if status != Status.done { throw ExitCode(status) }
  }

  // MARK: Two sides

  private func mergeSides(_ base: String) throws(DiagnosticError) -> Int32 {
    let target = try output.map { path throws(DiagnosticError) in try MergeOutput(path) }
    let article = try article(base)
    let former = try target?.former(on: article, annotators: nil)
    let sets = try MergeFiles(base: base, ours: files[0], theirs: files[1]).sets(on: article)
    for (path, set) in zip([base] + files, sets) {
      try DifferentArticles.check(set, of: FilePath.name(of: path), at: path, nil)
    }
    let merge = try ThreeWayMerge(base: sets[0], ours: sets[1], theirs: sets[2])
    return try finish(
      MergeText(merge), MergedBytes(merge.merged), isOpen: merge.merged.hasConflict, of: sets,
      target, former)
  }

  private func article(_ base: String) throws(DiagnosticError) -> Article {
    let standoffs = files + [base]
    let named = text ?? standoffs.lazy.compactMap { StandoffLocation(ofStandoff: $0).article }.first
    guard let path = named else { throw MissingArticle.error(of: standoffs) }
    return try Article(bytes: FileReading().bytes(of: path, as: "article"), path: path)
  }

  // MARK: Annotators

  private func mergeAnnotators() throws(DiagnosticError) -> Int32 {
    let target = try output.map { path throws(DiagnosticError) in try MergeOutput(path) }
    let policy = try PolicyList.policy(policy ?? "agreed")
    let sets = try AnnotatorFiles(files, article: text).sets()
    let former = try sets.first.flatMap { set throws(DiagnosticError) in
      try target?.former(on: set.annotations.article, annotators: files)
    }
    let clusters = try MainActor.assumeIsolated { WatchedAlignment.clusters(of: sets) }.get()
    let ready = try policy.prepared(
      for: policy.learns ? clusters.ballots : [], annotators: clusters.annotators)
    let merge = AnnotatorMerge(clusters, policy: ready, boundaries: boundary ?? .exact)
    return try finish(
      MergeText(merge), merge.file, isOpen: merge.conflictCount > 0,
      of: sets.map(\.annotations), target, former)
  }

  // MARK: One file

  /// Settles what was decided before, writes the file, and says what came of it.
  private func finish(
    _ text: MergeText, _ merged: MergedBytes, isOpen: Bool, of sets: [AnnotationSet],
    _ target: MergeOutput?, _ former: AnnotationSet?
  ) throws(DiagnosticError) -> Int32 {
    if let target {
      _ = try DifferentArticles.isFound(for: merged.article, from: target.path)
    }
    let decided = try DecidedMerge(merged, isOpen: isOpen, onto: output)
    let lost = former.map { LostAnnotations(from: $0, to: decided.file.set, madeFrom: sets) }
    if let target, let former, base != nil, !files.contains(where: target.isSame) {
      try target.checkIsNobodys(former, losing: lost)
    }
    if let target, !dryRun {
      let command = (["merge"] + files.map(\.asWord)).joined(separator: " ")
      try target.write(decided.file, over: former, losing: lost, as: command)
    }
    if let warning = target?.warning(of: lost, in: former) {
      Printer().report(warning, color: color)
    }
    tell(text, decided)
    return decided.isOpen ? Status.findings : Status.done
  }

  // MARK: Folders

  @MainActor
  private func mergeFolders() throws {
    var status = Status.done
    do throws(DiagnosticError) {
      status = try mergeArticles(PolicyList.policy(policy ?? "agreed"))
    } catch {
      status = Printer().failure(error.diagnostic, color: color)
    }
    if status != Status.done { throw ExitCode(status) }
  }

  @MainActor
  private func mergeArticles(_ policy: any MergePolicy) throws(DiagnosticError) -> Int32 {
    if let file = files.first(where: { !FileReading().isFolder($0) }),
      let folder = files.first(where: FileReading().isFolder)
    {
      // Where nothing stands it is neither, and reading it says so.
      let reading = FileReading()
      if reading.isMissing(file) { _ = try reading.bytes(of: file, as: "file or folder") }
      throw DiagnosticError(
        .isAFolder, "\(folder) is a folder and \(file) is not; name files alone, or folders alone",
        at: Place(source: folder))
    }
    var named = AnnotatorPaths()
    try named.add(files)
    let folders = AnnotatorFolders(files, article: text, output: output)
    for diagnostic in folders.failures + folders.notes {
      Printer().report(diagnostic, color: color)
    }
    let job = try MergeFolders(
      output: dryRun ? nil : output, policy: policy, boundaries: boundary ?? .exact, report: report
    ).prepared(folders.works)
    var sum = MergeSum(report: report, color: color)
    var waiting: [MergeFolders.Outcome] = []
    // Files may be in their places before what came of them is taken.
    var failures: [Int: DiagnosticError] = [:]
    func putInPlace() {
      failures.merge(job.batch.commit()) { $1 }
      for outcome in waiting { sum.take(outcome, failures) }
      sum.tellLines()
      waiting = []
    }
    CorpusWork(on: folders.pieces, called: "merge", writes: true).results(job.outcomes) {
      outcomes in
      waiting += outcomes
      if waiting.count >= Self.mostWaiting { putInPlace() }
    } end: {
      putInPlace()
    }
    sum.end()
    if !folders.failures.isEmpty { return Status.failed }
    return folders.notes.isEmpty ? sum.status : max(sum.status, Status.findings)
  }

  /// How many articles wait until they are put in their places together.
  private static let mostWaiting = 512

  private func tell(_ text: MergeText, _ decided: DecidedMerge) {
    if let warning = text.warning {
      Printer().report(Diagnostic(.nearlyAligned, severity: .warning, warning), color: color)
    }
    switch report {
    case .json:
      StandardStream.output.write { put in
        text.pieces.forEach(adding: decided.members, put)
        put("\n")
      }
    case .text:
      let columns = Printer().columns
      StandardStream.output.write { put in
        text.forEachLine { line in
          for line in line.broken(at: columns) { put(line + "\n") }
        }
        for line in decided.lines.flatMap({ $0.broken(at: columns) }) { put(line + "\n") }
      }
    }
  }
}

extension DiagnosticName {
  /// The search for what goes together was given up before the best alignment was found.
  static let nearlyAligned = DiagnosticName("nearly-aligned")
}
