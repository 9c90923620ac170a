import CommandLanguage
import Glibc
import Standoff

/// The checking of standoff files against their articles and their schemas, and the putting right of
/// what has one right answer.
struct FileInspection: Sendable {
  /// What is done about findings that have one right answer.
  enum Repair {
    case none, pretended, carriedOut
  }

  /// Whether the verdict of brat's own parser is asked for, instead of ours.
  let asksBrat: Bool
  /// The schemas of the files.
  let schemas: CorpusSchemas
  /// Findings that are known.
  let baseline: Baseline?
  /// What is put right.
  let repair: Repair
  /// What a finding needs to be for the exit status to tell.
  let threshold: FailureThreshold
  /// How findings are laid out.
  let renderer: FindingRenderer

  /// What came of one item of a corpus.
  struct Outcome: Sendable {
    /// The findings that are not known, laid out.
    var lines: [String] = []
    /// How many known ones there were.
    var heldBack = 0
    /// Whether a baseline names the file; `nil` where it has no findings, or there is no baseline.
    var isNamed: Bool?
    /// Whether the exit status is to tell of the findings.
    var fails = false
    /// What kept the file from being checked or put right.
    var failures: [Diagnostic] = []
    /// What was put right.
    var repairs: [String] = []
    /// How many findings `--fix` would put right.
    var mendable = 0
  }

  /// Checks files that stand side by side.
  func outcomes(of items: ArraySlice<Corpus.Item>) -> [Outcome] {
    var around = Surroundings(schemas: SchemaReading(of: schemas))
    return items.map { item in
      var outcome = Outcome()
      switch item {
      case .failure(let failure): outcome.failures.append(failure)
      case .finding(let finding): tell([finding], &outcome)
      case .file(let file):
        do throws(DiagnosticError) {
          try check(file, &around, &outcome)
        } catch {
          outcome.failures.append(error.diagnostic)
        }
      }
      return outcome
    }
  }

  /// What stands around files side by side, which is mostly the same.
  private struct Surroundings {
    var articles = ArticleReading()
    var schemas: SchemaReading
    var journals = JournalledArticles()
  }

  private func check(
    _ file: StandoffLocation, _ around: inout Surroundings, _ outcome: inout Outcome
  ) throws(DiagnosticError) {
    let path = file.article ?? ""
    var bytes = try FileReading().bytes(
      of: file.standoff, as: "standoff file", isListed: file.isListed)
    let article = try around.articles.article(at: path, isListed: file.isListed)
    if repair != .none { bytes = repaired(bytes, file, article, &outcome) }
    if asksBrat {
      return tell(BratReading(of: bytes, on: article).findings(source: file.standoff), &outcome)
    }
    let schema = try around.schemas.schema(forArticle: path)
    let hash = around.journals.hash(
      besideStandoff: file.standoff, isListed: file.isListed)
    let findings = Validator(articleHash: hash)
      .findings(in: bytes, on: article, schema: schema, source: file.standoff)
    tell(findings, &outcome)
    guard repair == .none else { return }
    let mendable = findings.count { StandoffRepair.names.contains($0.name) }
    if mendable > 0, !StandoffRepair(of: bytes, on: article).steps.isEmpty {
      outcome.mendable = mendable
    }
  }

  /// The bytes as they are in the file afterwards.
  private func repaired(
    _ bytes: [UInt8], _ file: StandoffLocation, _ article: Article, _ outcome: inout Outcome
  ) -> [UInt8] {
    let result = StandoffRepair(of: bytes, on: article)
    guard !result.steps.isEmpty else { return bytes }
    do throws(DiagnosticError) {
      if repair == .carriedOut {
        try StandoffRewrite(of: file.standoff, pid: getpid()).replace(bytes, with: result.bytes)
      }
    } catch {
      outcome.failures.append(error.diagnostic)
      return bytes
    }
    let verb = repair == .carriedOut ? "fixed" : "would fix"
    outcome.repairs.append("\(file.standoff): \(verb): \(result.steps.joined(separator: "; "))")
    return result.bytes
  }

  private func tell(_ findings: [Diagnostic], _ outcome: inout Outcome) {
    let unknown = baseline?.unknown(findings) ?? findings
    if let baseline, !baseline.isEmpty, let file = findings.first?.place.source {
      outcome.isNamed = baseline.names(file)
    }
    outcome.heldBack = findings.count - unknown.count
    outcome.fails = unknown.contains { threshold.isReached(by: $0.severity) }
    outcome.lines = renderer.lines(of: unknown)
  }
}
