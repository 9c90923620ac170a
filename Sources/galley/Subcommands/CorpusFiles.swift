import CommandLanguage
import Standoff

/// The standoff files that a job is to rewrite, each once, by whatever paths it is reached, and where the
/// job says what is in the way.
struct CorpusFiles {
  /// The files.
  private(set) var files: [StandoffLocation] = []
  /// The exit status so far.
  private(set) var status = Status.done

  private let color: Settings.Color

  /// Finds the files at paths, and says what cannot be worked on.
  init(at paths: [String], article: String? = nil, color: Settings.Color) {
    self.color = color
    let reading = FileReading()
    var known: Set<FileIdentity> = []
    for item in Corpus(at: paths, article: article).items {
      switch item {
      case .file(let file):
        let identity = reading.status(of: file.standoff)?.identity
        if identity.map({ known.insert($0).inserted }) ?? true { files.append(file) }
      case .failure(let failure): report(failure)
      // Whose files they are does not matter to a job that changes each by itself.
      case .finding(let finding): if finding.name == .noStandoffFile { report(finding) }
      }
    }
  }

  /// Says what is in the way; the job has failed then.
  mutating func report(_ diagnostic: Diagnostic) {
    status = Printer().failure(diagnostic, color: color)
  }

  /// Says what is worth knowing.
  func note(_ diagnostic: Diagnostic) { Printer().report(diagnostic, color: color) }
}
