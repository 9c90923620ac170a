import Adjudication
import CommandLanguage
import Standoff

/// The reading of what several annotators made of an article, and what it shows.
struct AgreementReading: Sendable {
  /// How agreement is measured.
  let request: AgreementRequest
  /// What is measured, in how many articles.
  let plan: AgreementPlan

  /// What some documents show.
  struct Outcome: Sendable {
    /// What they show together.
    fileprivate(set) var evidence: AgreementEvidence
    /// Why some of them show nothing.
    fileprivate(set) var failures: [DiagnosticError] = []
    /// What is worth knowing of files with open conflicts.
    fileprivate(set) var warnings: [Diagnostic] = []
    /// By annotator, the first file that is a merge, and what is worth knowing of it.
    fileprivate(set) var merges: [String: Diagnostic] = [:]
  }

  /// What some documents show.
  func evidence(of documents: ArraySlice<AnnotatedDocuments.Document>) -> Outcome {
    var outcome = Outcome(evidence: AgreementEvidence(plan))
    var journals = JournalledArticles()
    for document in documents {
      do throws(DiagnosticError) {
        outcome.evidence.add(try compared(document, &journals, &outcome))
        outcome.evidence.leaveOut(missing(in: document))
      } catch {
        outcome.failures.append(error)
      }
    }
    return outcome
  }

  private func compared(
    _ document: AnnotatedDocuments.Document, _ journals: inout JournalledArticles,
    _ outcome: inout Outcome
  ) throws(DiagnosticError) -> ComparedArticle {
    let article = try article(of: document)
    // What nobody else has annotated is not compared.
    let isShared = document.standoffs.count { $0 != nil } > 1
    var all: [StandoffLines?] = []
    for (place, annotator) in plan.annotators.enumerated() {
      guard let standoff = document.standoffs[place] else {
        all.append(nil)
        continue
      }
      let bytes = try FileReading().bytes(
        of: standoff, as: "standoff file", isListed: document.isListed)
      let lines = StandoffLines(parsing: bytes, of: article)
      if isShared, !lines.quotesFit {
        try DifferentArticles.check(
          lines.annotations, of: annotator, at: standoff,
          journals.hash(besideStandoff: standoff, isListed: document.isListed))
      }
      if isShared {
        let file = ComparedFile(standoff, isReference: plan.reference == place)
        if let warning = file.openConflicts(in: lines) { outcome.warnings.append(warning) }
        if outcome.merges[annotator] == nil {
          outcome.merges[annotator] = file.mergeAmongAnnotators(
            in: lines, reference: "--reference \(annotator.asShellWord)")
        }
      }
      all.append(lines)
    }
    return ComparedArticle(
      document.name, article, lines: all, annotators: plan.annotators,
      read: try request.read(plan.annotators, of: document.name, article))
  }

  private func article(
    of document: AnnotatedDocuments.Document
  ) throws(DiagnosticError) -> Article {
    guard let path = document.articles.first else {
      throw MissingArticle.error(of: document.standoffs.compactMap(\.self))
    }
    let isListed = document.isListed
    let bytes = try FileReading().bytes(of: path, as: "article", isListed: isListed)
    for other in document.articles.dropFirst()
    where try !FileReading().holds(bytes, at: other, as: "article", isListed: isListed) {
      throw DifferentArticles.error(path, other, "compared")
    }
    return try Article(bytes: bytes, path: path)
  }

  private func missing(in document: AnnotatedDocuments.Document) -> [LeftOut] {
    let isAlone = document.standoffs.count { $0 != nil } == 1
    return zip(plan.annotators, document.standoffs).compactMap { annotator, standoff in
      switch (isAlone, standoff) {
      case (true, .some): LeftOut(.alone, of: annotator)
      case (false, .none): LeftOut(.missing, of: annotator)
      default: nil
      }
    }
  }
}
