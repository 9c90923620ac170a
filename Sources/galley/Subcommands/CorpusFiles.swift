import CommandLanguage
import Standoff

/// The standoff files that a job is to rewrite, and where it says what is in the way.
struct CorpusFiles {
  /// The files.
  private(set) var files: [StandoffLocation] = []
  /// The exit status so far.
  private(set) var status = Status.done

  private let renderer: TextRenderer

  /// Finds the files at paths, and says what cannot be worked on.
  init(at paths: [String], article: String? = nil, color: Settings.Color) {
    var settings = Settings()
    settings.color = color
    renderer = TextRenderer(
      schema: .news, usesColor: Printer().usesColor(on: .error, settings))
    for item in Corpus(at: paths, article: article).items {
      switch item {
      case .file(let file): files.append(file)
      case .failure(let failure): report(failure)
      // Whose files they are does not matter to a job that changes each by itself.
      case .finding(let finding): if finding.name == .noStandoffFile { report(finding) }
      }
    }
  }

  /// Says what is in the way; the job has failed then.
  mutating func report(_ diagnostic: Diagnostic) {
    note(diagnostic)
    status = Status.failed
  }

  /// Says what is worth knowing.
  func note(_ diagnostic: Diagnostic) {
    StandardStream.error.write(lines: renderer.lines(of: diagnostic))
  }
}
