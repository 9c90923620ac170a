import ArgumentParser
import CommandLanguage
import Editline
import Standoff

/// `galley validate PATH…`: checks standoff files without a session.
struct ValidateJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks standoff files against their articles and the schema.",
    discussion: """
      Folders are searched for files that end in .ann, hidden names passed over. Nothing is said \
      where nothing is wrong. Exit status: 0 clean but for notes, 1 findings, 2 a file could not be \
      read, 130 interrupted.
      """)

  @OptionGroup var files: CorpusPaths

  @Option(
    help: ArgumentHelp(
      "The schema; else the nearest galley.yaml or annotation.conf, else the one for news.",
      valueName: "file"), completion: .file())
  var schema: String?

  @Flag(
    help: "What brat's own parser says, line by line: what it refuses, falls over and rewrites.")
  var brat = false

  @Option(help: "text, json: one finding a line, or sarif: one document for a code host.")
  var format = FindingFormat.text

  @Option(help: "What gives status 1: an error, or a warning too.")
  var failOn = FailureThreshold.warning

  @Option(
    help: ArgumentHelp(
      "Pass over the findings in this file, which --format json has made.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(
    help: """
      Put right what has one right answer: byte order marks, CR LF, blank lines, a missing line end, \
      the unit of offsets, the order of lines.
      """)
  var fix = false

  @Flag(help: "With --fix: say what would be put right, and write nothing.")
  var dryRun = false

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix.") }
  }

  func run() throws { try MainActor.assumeIsolated { try check() } }

  @MainActor
  private func check() throws {
    var settings = Settings()
    settings.color = color
    let renderer = FindingRenderer(
      format: format, usesColor: Printer().usesColor(on: .output, settings))
    var report = FindingReport(renderer)
    do throws(DiagnosticError) {
      let schemas = try CorpusSchemas(schema)
      let inspection = FileInspection(
        asksBrat: brat, schemas: schemas,
        baseline: try baseline.map(Self.baseline),
        repair: fix ? (dryRun ? .pretended : .carriedOut) : .none, threshold: failOn,
        renderer: renderer)
      let corpus = CorpusWork(files.paths, article: files.text, called: "validate", writes: fix)
      corpus.results(inspection.outcomes) { report.take($0) }
      for warning in schemas.warnings { Printer().report(warning, color: color) }
    } catch {
      report.take([FileInspection.Outcome(failures: [error.diagnostic])])
    }
    report.end(baseline: baseline)
    if report.status != Status.done { throw ExitCode(report.status) }
  }

  private static func baseline(_ path: String) throws(DiagnosticError) -> Baseline {
    try Baseline(FileReading().bytes(of: path, as: "baseline"), source: path)
  }
}
