import ArgumentParser
import CommandLanguage
import Standoff

/// `galley validate FILE…`: checks standoff files without a session.
struct ValidateJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks standoff files against their articles and the schema.",
    discussion: """
      Nothing is said where nothing is wrong. Exit status: 0 clean, 1 findings, 2 a file could not \
      be read.
      """)

  @Argument(
    help: "Standoff files, or articles, whose standoff files are then checked.",
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("The article, where its name does not tell.", valueName: "article.txt"),
    completion: .file())
  var text: String?

  @Option(
    help: ArgumentHelp(
      "The schema; else the nearest galley.yaml or annotation.conf, else the one for news.",
      valueName: "file"), completion: .file())
  var schema: String?

  @Option(help: "text, or json: one finding a line.")
  var format = Settings.Format.text

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  mutating func run() throws {
    var status = Status.done
    var settings = Settings()
    settings.color = color
    let usesColor = Printer().usesColor(on: .output, settings)
    for file in files {
      var findings: [Diagnostic]
      do throws(DiagnosticError) {
        findings = try FileValidation(schemaPath: schema, article: text).findings(in: file)
        if !findings.isEmpty, status == Status.done { status = Status.findings }
      } catch {
        findings = [error.diagnostic]
        status = Status.failed
      }
      let renderer = TextRenderer(schema: .news, usesColor: usesColor)
      for finding in findings {
        StandardStream.output.write(
          lines: format == .json ? [finding.json.encoded()] : renderer.lines(of: finding))
      }
    }
    if status != Status.done { throw ExitCode(status) }
  }
}
