import Adjudication
import ArgumentParser
import CommandLanguage
import Standoff

/// `galley git merge %O %A %B %P`: what git runs to merge a standoff file.
struct GitMergeJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "What git runs to merge a standoff file.",
    discussion: """
      The merged file takes the place of OURS. Exit status: 0 merged, 1 conflicts are left, 129 the \
      files could not be merged; git then stops and takes neither side.
      """, shouldDisplay: false)

  @Argument(help: "What both sides come from; an empty file where both added it.")
  var base: String

  @Argument(help: "Our side.")
  var ours: String

  @Argument(help: "Their side.")
  var theirs: String

  @Argument(help: "Where the file is in the repository.")
  var path: String

  /// Above 128 git takes no side.
  private static let cannotMerge: Int32 = 129

  func run() throws {
    var status = Status.done
    do throws(DiagnosticError) {
      for side in [base, ours, theirs] { try refuse(side) }
      let merge = try MergeFiles(
        base: base, ours: ours, theirs: theirs, names: ("our side", "their side")
      ).merge(article: article)
      try AtomicFile().write(merge.merged.encoded(), to: ours)
      StandardStream.error.write(lines: MergeText(merge).lines.map { "\(path): \($0)" })
      if merge.openConflicts > 0 { status = Status.findings }
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.place.source = path
      if diagnostic.name == .differentArticles { diagnostic.notes.append(Self.wayOn) }
      Printer().report(diagnostic, color: .auto)
      status = Self.cannotMerge
    }
    if status != Status.done { throw ExitCode(status) }
  }

  /// What helps where the article was corrected on one branch alone.
  private static let wayOn =
    "to go on: `git merge --abort`; on the branch with the older article take over the corrected one (`git checkout BRANCH -- ARTICLE`), run `galley reanchor ARTICLE --from-git HEAD`, commit, and merge again"

  /// The article, where it is there: it tells which pieces a line break parts, and no more.
  private var article: Article {
    get throws(DiagnosticError) {
      if let path = StandoffLocation(ofStandoff: path).article,
        let bytes = try? FileReading().bytes(of: path, as: "article"),
        let article = try? Article(bytes: bytes, path: path)
      {
        return article
      }
      return try Article(bytes: [])
    }
  }

  /// Refuses a side that holds no annotations but something else: what it says would be lost.
  private func refuse(_ side: String) throws(DiagnosticError) {
    let bytes = try FileReading().bytes(of: side, as: "standoff file")
    let set = AnnotationSet(parsing: bytes, of: try Article(bytes: []))
    guard set.isSomethingElse else { return }
    throw DiagnosticError(
      .notAStandoffFile,
      "one side of \(path) holds no line that can be used; nothing was merged: look at both with `git show \(":2:\(path)".asShellWord)` and `git show \(":3:\(path)".asShellWord)`"
    )
  }
}
