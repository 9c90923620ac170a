import Adjudication
import ArgumentParser
import CommandLanguage
import Standoff

/// `galley agree A.ann B.ann …`: measures how far annotators agree.
struct AgreeJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Measures how far the annotators of files, or of folders, agree.",
    discussion: """
      Files on one article belong together, and so do those of one name in several folders. What was \
      compared comes first, then what was left out and why, the values, which labels met, and the \
      worst places. A value that does not exist is undefined, with the reason. Exit status: 0 done, \
      1 a value of everything is below --min or undefined, 2 a file could not be read or the articles \
      are not the same.

      Measures: f1-strict f1-exact f1-overlap f1-overlap-label f1-partial f1-chars precision recall \
      kappa pi fleiss alpha alpha-masi alpha-u u-alpha u-alpha-boundaries u-alpha-labels gamma \
      gamma-cat gamma-k.
      """)

  @Argument(
    help: ArgumentHelp(
      "Standoff files of two annotators or more, a folder for each, or folders of all.",
      valueName: "a.ann"), completion: .file())
  var paths: [String]

  @OptionGroup var options: AgreementOptions

  @Option(
    help: ArgumentHelp("The article, where the names do not tell.", valueName: "article.txt"),
    completion: .file())
  var text: String?

  @Option(help: "text, json: one object, or csv: a row a value.")
  var format = AgreementFormat.text

  @Option(help: "auto, always or never. NO_COLOR and TERM=dumb are obeyed.")
  var color = Settings.Color.auto

  func validate() throws { _ = try options.request() }

  func run() throws { try MainActor.assumeIsolated { try measure() } }

  @MainActor
  private func measure() throws {
    var status = Status.done
    do throws(DiagnosticError) {
      var named = AnnotatorPaths()
      try named.add(paths)
      let found = AnnotatedDocuments(paths, article: text)
      for failure in found.failures { status = Printer().failure(failure, color: color) }
      if let report = try report(on: found, &status) {
        let text = AgreementText(
          report, least: options.least, columns: Printer().columns)
        write(report, text)
        StandardStream.error.write(lines: text.shortfalls)
        if text.isBelowLeast { status = max(status, Status.findings) }
      }
    } catch {
      status = Printer().failure(error.diagnostic, color: color)
    }
    if status != Status.done { throw ExitCode(status) }
  }

  /// What all articles show; `nil` where a failure has been told and there is nothing to measure.
  @MainActor
  private func report(
    on found: AnnotatedDocuments, _ status: inout Int32
  ) throws(DiagnosticError) -> AgreementReport? {
    guard found.annotators.count > 1 else {
      if status != Status.done { return nil }
      throw DiagnosticError(
        .oneAnnotator,
        "agreement takes two annotators, and \(found.annotators.first.map { "all files are \($0)’s" } ?? "there is no file")",
        fix: "name the files, or the folders, of two annotators or more")
    }
    guard found.documents.contains(where: { $0.standoffs.count { $0 != nil } > 1 }) else {
      if status != Status.done { return nil }
      throw DiagnosticError(
        .nothingInCommon,
        "no article has files of two of \(found.annotators.joined(separator: ", ")), so there is nothing to compare; files belong together whose articles are called alike",
        fix: "name the article with --text, or a folder for each annotator")
    }
    let request: AgreementRequest
    do {
      request = try options.request()
    } catch {
      return nil
    }
    let plan = try request.plan(
      annotators: found.annotators, documents: found.documents.map(\.name))
    let reading = AgreementReading(request: request, plan: plan)
    var all = AgreementEvidence(plan)
    var failures = 0
    // Of a folder of merges it is enough to know once.
    var merges: Set<String> = []
    CorpusWork(on: pieces(of: found.documents), called: "agree").results({ documents in
      reading.evidence(of: documents)
    }) { found in
      all.append(found.evidence)
      failures += found.failures.count
      let new = found.merges.filter { merges.insert($0.key).inserted }
      for warning in new.sorted(by: { $0.key < $1.key }).map(\.value) + found.warnings {
        Printer().report(warning, color: color)
      }
      for error in found.failures {
        status = Printer().failure(error.diagnostic, color: color)
      }
    }
    return failures == found.documents.count ? nil : AgreementReport(all)
  }

  /// The documents in the pieces that a thread takes: several of many, which are small as a rule, so
  /// that handing them over costs little beside the work.
  private func pieces(
    of documents: [AnnotatedDocuments.Document]
  ) -> [ArraySlice<AnnotatedDocuments.Document>] {
    let size = max(1, min(Self.mostInPiece, documents.count / Self.fewestPieces))
    return stride(from: 0, to: documents.count, by: size).map {
      documents[$0..<min($0 + size, documents.count)]
    }
  }

  private static let mostInPiece = 16
  private static let fewestPieces = 64

  private func write(_ report: AgreementReport, _ text: AgreementText) {
    switch format {
    case .json:
      StandardStream.output.write(lines: [JSONValue.object(report.members).encoded()])
    case .csv: StandardStream.output.write(lines: report.commaSeparated)
    case .text: Printer().print(text.lines, color: color)
    }
  }
}

extension DiagnosticName {
  /// Agreement was asked for of one annotator.
  static let oneAnnotator = DiagnosticName("one-annotator")
  /// Agreement was asked for of annotators none of whom has annotated what another has.
  static let nothingInCommon = DiagnosticName("nothing-in-common")
}
