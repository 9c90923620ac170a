import CommandLanguage
import Standoff

/// What is said of the merges of many articles: each with its conflicts, and at the end the sum.
struct MergeSum {
  /// The exit status so far.
  private(set) var status = Status.done

  private let report: Settings.Format
  private let color: Settings.Color
  private var tally = MergeTally()
  private var annotators: Set<String> = []
  private var articles = 0
  private var copies = 0
  private var judge: String?
  /// What is said of several articles, written at once.
  private var lines: [String] = []
  private let columns: Int?

  /// Begins with nothing.
  init(report: Settings.Format, color: Settings.Color) {
    self.report = report
    self.color = color
    columns = Printer().columns
  }

  /// Takes what came of one article, and says what is worth saying.
  ///
  /// - Parameter failures: by their numbers, why files were not written.
  mutating func take(_ outcome: MergeFolders.Outcome, _ failures: [Int: DiagnosticError]) {
    do throws(DiagnosticError) {
      let merged = try outcome.result.get()
      if let failure = merged.tickets.lazy.compactMap({ failures[$0] }).first { throw failure }
      if merged.isArticleCopied { copies += 1 }
      if let warning = merged.warning { say(warning) }
      tally.add(merged.tally)
      annotators.formUnion(merged.annotators)
      articles += 1
      judge = merged.judge
      if let warning = merged.alignment {
        let place = Place(source: outcome.name)
        say(Diagnostic(.nearlyAligned, severity: .warning, warning, at: place))
      }
      lines += report == .json ? merged.lines : merged.lines.flatMap { $0.broken(at: columns) }
      if merged.isOpen { status = max(status, Status.findings) }
    } catch {
      var diagnostic = error.diagnostic
      if diagnostic.place.source == nil { diagnostic.place.source = outcome.name }
      tellLines()
      status = Printer().failure(diagnostic, color: color)
    }
  }

  private mutating func say(_ warning: Diagnostic) {
    tellLines()
    Printer().report(warning, color: color)
  }

  /// Says what is to be said of the articles so far.
  mutating func tellLines() {
    if !lines.isEmpty { StandardStream.output.write(lines: lines) }
    lines = []
  }

  /// Says the sum, where anything was merged.
  mutating func end() {
    tellLines()
    if copies > 0 {
      StandardStream.error.write(
        lines: ["\(counted(copies, "article")) copied to the merged files, which had none"])
    }
    guard report == .text, articles > 0 else { return }
    let subject =
      "\(counted(annotators.count, "annotator")) on \(counted(articles, "article"))"
    let summary = tally.summary(of: subject, judge: judge)
    StandardStream.output.write(lines: summary.broken(at: columns))
  }
}
