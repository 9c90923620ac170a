import CommandLanguage
import Standoff

/// Prints what came of checking files, one file after the other.
struct FindingReport {
  /// The exit status so far.
  private(set) var status = Status.done

  private let renderer: FindingRenderer
  private var heldBack = 0
  private var mendable = 0
  /// Whether a baseline names one of the files with findings; `nil` where there are none.
  private var isAnyNamed: Bool?
  /// What could not be done, each said once: a schema that cannot be used keeps many files waiting.
  private var failures: [Diagnostic] = []
  private var told: Set<Diagnostic> = []
  private var hasResults = false

  /// Begins a report.
  init(_ renderer: FindingRenderer) {
    self.renderer = renderer
    if renderer.format == .sarif { StandardStream.output.write(renderer.log.head) }
  }

  /// Prints what came of some files.
  mutating func take(_ outcomes: [FileInspection.Outcome]) {
    var lines: [String] = []
    var repairs: [String] = []
    for outcome in outcomes {
      repairs += outcome.repairs
      heldBack += outcome.heldBack
      mendable += outcome.mendable
      if let isNamed = outcome.isNamed { isAnyNamed = isNamed || isAnyNamed == true }
      if outcome.fails { status = max(status, Status.findings) }
      for failure in outcome.failures {
        status = Status.failed
        guard told.insert(failure).inserted else { continue }
        if renderer.format == .sarif {
          failures.append(failure)
        } else {
          lines += renderer.lines(of: [failure])
        }
      }
      lines += outcome.lines
    }
    StandardStream.error.write(lines: repairs.map(\.visible))
    guard renderer.format == .sarif else { return StandardStream.output.write(lines: lines) }
    for line in lines {
      StandardStream.output.write((hasResults ? ",\n" : "\n") + line)
      hasResults = true
    }
  }

  /// Prints what stands at the end; `baseline` is the file of known findings.
  func end(baseline: String?) {
    if renderer.format == .sarif {
      StandardStream.output.write(renderer.log.tail(failures: failures) + "\n")
    }
    if heldBack > 0, let baseline {
      StandardStream.error.write(
        lines: ["\(counted(heldBack, "finding")) held back, known from \(baseline.visible)"])
    }
    if isAnyNamed == false, let baseline {
      StandardStream.error.write(
        lines: [
          "\(baseline.visible) names none of these files: it knows them by their paths as they were given when it was made"
        ])
    }
    if mendable > 0, renderer.format == .text {
      StandardStream.error.write(
        lines: ["\(counted(mendable, "finding")) can be mended with `--fix`"])
    }
  }
}
