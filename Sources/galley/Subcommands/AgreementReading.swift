import Adjudication
import CommandLanguage
import Standoff

/// The reading of what several annotators made of an article, and what it shows.
struct AgreementReading: Sendable {
  /// How agreement is measured.
  let request: AgreementRequest
  /// What is measured, in how many articles.
  let plan: AgreementPlan

  /// What some documents show together, and why some of them show nothing.
  func evidence(
    of documents: ArraySlice<AnnotatedDocuments.Document>
  ) -> (evidence: AgreementEvidence, failures: [DiagnosticError]) {
    var all = AgreementEvidence(plan)
    var failures: [DiagnosticError] = []
    var journals = JournalledArticles()
    for document in documents {
      switch evidence(of: document, &journals) {
      case .success(let evidence): all.append(evidence)
      case .failure(let error): failures.append(error)
      }
    }
    return (all, failures)
  }

  private func evidence(
    of document: AnnotatedDocuments.Document, _ journals: inout JournalledArticles
  ) -> Result<AgreementEvidence, DiagnosticError> {
    Result { () throws(DiagnosticError) in
      let article = try article(of: document)
      // What nobody else has annotated is not compared.
      let isShared = document.standoffs.count { $0 != nil } > 1
      var all: [StandoffLines?] = []
      for (annotator, standoff) in zip(plan.annotators, document.standoffs) {
        guard let standoff else {
          all.append(nil)
          continue
        }
        let bytes = try FileReading().bytes(
          of: standoff, as: "standoff file", isListed: document.isListed)
        let lines = StandoffLines(AnnotationSet(parsing: bytes, of: article))
        if isShared, !lines.quotesFit {
          try DifferentArticles.check(
            lines.annotations, of: annotator, at: standoff,
            journals.hash(besideStandoff: standoff, isListed: document.isListed))
        }
        all.append(lines)
      }
      let compared = ComparedArticle(
        document.name, article, lines: all, annotators: plan.annotators,
        read: try request.read(plan.annotators, of: document.name, article))
      var evidence = AgreementEvidence(of: compared, plan)
      evidence.leaveOut(missing(in: document))
      return evidence
    }
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
