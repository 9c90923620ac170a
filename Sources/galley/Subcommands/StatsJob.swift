import ArgumentParser
import CommandLanguage
import Standoff

/// `galley stats PATH…`: counts annotations and words without a session.
struct StatsJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts the annotations of standoff files by label, and the words of their articles.",
    discussion: """
      Several files have a line each, and one for all; the words of an article count once for each \
      file. Exit status: 0 done, 2 a file could not be read.
      """)

  @OptionGroup var files: CorpusPaths

  @Option(
    help: ArgumentHelp("The schema, for the order of the labels.", valueName: "file"),
    completion: .file())
  var schema: String?

  @Option(help: "text, or json: an object a file.")
  var format = Settings.Format.text

  @Option(help: "auto, always or never. NO_COLOR and TERM=dumb are obeyed.")
  var color = Settings.Color.auto

  func run() throws { try MainActor.assumeIsolated { try count() } }

  @MainActor
  private func count() throws {
    var settings = Settings()
    settings.color = color
    let usesColor = Printer().usesColor(on: .output, settings)
    var table = StatisticsTable(format: format, usesColor: usesColor)
    do throws(DiagnosticError) {
      let counting = FileCounting(schemas: try CorpusSchemas(schema))
      CorpusWork(files.paths, article: files.text, called: "stats").results(counting.counts) {
        counts in
        for count in counts { table.take(count) }
      }
      table.end()
    } catch {
      table.take(.failure(error))
    }
    if table.hasFailed { throw ExitCode(Status.failed) }
  }
}
