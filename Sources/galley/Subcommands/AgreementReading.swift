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
      do throws(DiagnosticError) {
        all.add(try compared(document, &journals))
        all.leaveOut(missing(in: document))
      } catch {
        failures.append(error)
      }
    }
    return (all, failures)
  }

  private func compared(
    _ document: AnnotatedDocuments.Document, _ journals: inout JournalledArticles
  ) throws(DiagnosticError) -> ComparedArticle {
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
      let lines = StandoffLines(parsing: bytes, of: article)
      if isShared, !lines.quotesFit {
        try DifferentArticles.check(
          lines.annotations, of: annotator, at: standoff,
          journals.hash(besideStandoff: standoff, isListed: document.isListed))
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
