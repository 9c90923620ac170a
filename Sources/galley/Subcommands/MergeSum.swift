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

  /// Begins with nothing.
  init(report: Settings.Format, color: Settings.Color) {
    self.report = report
    self.color = color
  }

  /// Takes what came of one article, and says what is worth saying.
  mutating func take(_ outcome: MergeFolders.Outcome) {
    do throws(DiagnosticError) {
      let merged = try outcome.result.get()
      let (text, decided) = (merged.text, merged.decided)
      if merged.isArticleCopied { copies += 1 }
      if let warning = merged.warning { Printer().report(warning, color: color) }
      tally.add(text.tally)
      annotators.formUnion(text.annotators)
      articles += 1
      judge = text.judge
      if let warning = text.warning {
        let place = Place(source: outcome.name)
        Printer().report(
          Diagnostic(.nearlyAligned, severity: .warning, warning, at: place), color: color)
      }
      if report == .json {
        let object = JSONValue.object(text.members(of: outcome.name) + (decided?.members ?? []))
        StandardStream.output.write(lines: [object.encoded()])
      } else if text.tally.conflictCount > 0 {
        let lines = [text.tally.conflictSummary, decided?.line].compactMap(\.self)
        let told = lines.map { "\(outcome.name): \($0)" }
        StandardStream.output.write(lines: told.flatMap { $0.broken(at: Printer().columns) })
      }
      if decided?.isOpen ?? (text.tally.conflictCount > 0) {
        status = max(status, Status.findings)
      }
    } catch {
      var diagnostic = error.diagnostic
      if diagnostic.place.source == nil { diagnostic.place.source = outcome.name }
      status = Printer().failure(diagnostic, color: color)
    }
  }

  /// Says the sum.
  func end() {
    if copies > 0 {
      StandardStream.error.write(
        lines: ["\(counted(copies, "article")) copied to the merged files, which had none"])
    }
    guard report == .text else { return }
    let subject =
      "\(counted(annotators.count, "annotator")) on \(counted(articles, "article"))"
    let summary = tally.summary(of: subject, judge: judge)
    StandardStream.output.write(lines: summary.broken(at: Printer().columns))
  }
}
