import ArgumentParser
import CommandLanguage
import Standoff

/// `galley validate PATH…`: checks standoff files without a session.
struct ValidateJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks standoff files against their articles and the schema.",
    discussion: """
      Nothing is said where nothing is wrong. Exit status: 0 clean but for notes, 1 findings, 2 a \
      file could not be read.
      """)

  @Argument(
    help: "Standoff files, articles, whose standoff files are then checked, and folders of both.",
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("The article, where its name does not tell.", valueName: "article.txt"),
    completion: .file())
  var text: String?

  @Option(
    help: ArgumentHelp(
      "The schema; else the nearest galley.yaml or annotation.conf, else the one for news.",
      valueName: "file"), completion: .file())
  var schema: String?

  @Flag(
    help: "What brat's own parser says, line by line: what it refuses, falls over and rewrites.")
  var brat = false

  @Option(help: "text, or json: one finding a line.")
  var format = Settings.Format.text

  @Option(help: "auto, always or never.")
  var color = Settings.Color.auto

  mutating func run() throws {
    var status = Status.done
    var settings = Settings()
    settings.color = color
    let usesColor = Printer().usesColor(on: .output, settings)
    let validation = FileValidation(schemaPath: schema, asksBrat: brat)
    for item in Corpus(at: paths, article: text).items {
      var findings: [Diagnostic]
      do throws(DiagnosticError) {
        switch item {
        case .file(let file): findings = try validation.findings(in: file)
        case .finding(let finding): findings = [finding]
        case .failure(let failure): throw DiagnosticError(failure)
        }
        if findings.contains(where: { $0.severity != .note }) {
          status = max(status, Status.findings)
        }
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
