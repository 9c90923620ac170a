import ArgumentParser
import CommandLanguage
import Standoff

/// What the command line says about how agreement is measured.
struct AgreementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Names between commas, or all. Usual: f1-strict,f1-overlap,alpha,gamma.", valueName: "name"))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      "Values of parts as well: label, pair, attribute, relation, document.", valueName: "part"))
  var by: [String] = []

  @Option(
    help: ArgumentHelp("What coefficients count: chars or words.", valueName: "unit"))
  var unit: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The least that will do: status 1 where a value of everything is below.",
      valueName: "number"))
  var min: String?

  @Option(
    help: ArgumentHelp(
      "Who is right, for precision and recall.", valueName: "name"))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "What somebody has read, where it is not all: ana=1-4,7 of one article, ana=ferry:1-4 of several.",
      valueName: "name=paragraphs"))
  var scope: [String] = []

  @Option(
    help: ArgumentHelp("How chance is imitated: statistical or shuffle.", valueName: "sampler"))
  var sampler: String?

  @Option(help: ArgumentHelp("Where random numbers start. Usual: 1.", valueName: "n"))
  var seed: String?

  @Option(
    help: ArgumentHelp(
      "Samples of chance, of all articles together. Usual: 30.", valueName: "n"))
  var samples: String?

  @Option(
    help: ArgumentHelp(
      "More samples, until an article's expected disorder is that near: 0.02, say.",
      valueName: "part"))
  var precision: String?

  @Option(help: ArgumentHelp("How many of the worst places are told. Usual: 10.", valueName: "n"))
  var worst: String?

  /// The least value that will do.
  var least: Double? { min.flatMap { Double($0) } }

  /// What was asked for.
  ///
  /// - Throws: `ValidationError` where a value cannot be understood.
  func request() throws -> AgreementRequest {
    let single: [(AgreementRequest.Option, String?)] = [
      (.measure, measure), (.unit, unit), (.min, min), (.reference, reference),
      (.sampler, sampler), (.seed, seed), (.samples, samples), (.precision, precision),
      (.worst, worst),
    ]
    let all =
      single.compactMap { option, value in value.map { (option, $0) } }
      + by.map { (.by, $0) } + scope.map { (.scope, $0) }
    var request = AgreementRequest()
    do throws(DiagnosticError) {
      for (option, value) in all {
        try request.set(option, to: value, called: "--" + option.rawValue)
      }
    } catch {
      let diagnostic = error.diagnostic
      let hint = diagnostic.fix.map { "; did you mean `\($0)`?" } ?? ""
      let notes = diagnostic.notes.map { " (\($0))" }.joined()
      throw ValidationError(diagnostic.message + hint + notes)
    }
    return request
  }
}
