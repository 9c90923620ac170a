import ArgumentParser
import CommandLanguage
import Standoff

/// Lays findings out.
struct FindingRenderer: Sendable {
  /// How.
  let format: FindingFormat
  /// The document, for ``FindingFormat/sarif``.
  let log = SARIFLog(version: Galley.configuration.version)
  /// Whether text is coloured.
  let usesColor: Bool

  /// The findings about one file, each a line or several.
  func lines(of findings: [Diagnostic]) -> [String] {
    switch format {
    case .json: findings.map { $0.jsonWithExcerpt.encoded() }
    case .sarif: log.results(of: findings)
    case .text:
      findings.flatMap { TextRenderer(schema: .news, usesColor: usesColor).lines(of: $0) }
    }
  }
}
