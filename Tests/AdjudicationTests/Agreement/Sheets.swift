import Adjudication
import Standoff
import TestSupport

/// Sets of annotations made of what a continuum or a marked text says.
struct Sheets {
  let article: Article
  let sets: [AnnotationSet?]

  /// The names of as many annotators.
  static func names(_ count: Int) -> [String] {
    Array(["ana", "ben", "cem", "dov", "eva"].prefix(count))
  }

  /// A continuum's units on an article of letters, `lines` paragraphs of it; `nil` annotators have no
  /// file.
  init(_ continuum: Continuum, paragraphs: Int = 1, absent: Set<Int> = []) throws {
    let length = continuum.scope.upper.value
    let text = (0..<length).map { place in
      // A blank line parts paragraphs that have no long line.
      let isBreak = (1..<max(1, paragraphs)).contains { cut in
        place == cut * length / paragraphs || place + 1 == cut * length / paragraphs
      }
      return isBreak ? "\n" : "x"
    }.joined()
    let article = try Article(bytes: Array(text.utf8))
    self.article = article
    sets = continuum.units.enumerated().map { annotator, units in
      if absent.contains(annotator) { return nil }
      let lines = units.enumerated().map { number, unit in
        let ranges = unit.fragments.map { "\($0.lower.value) \($0.upper.value)" }
        return "T\(number + 1)\t\(unit.label) \(ranges.joined(separator: ";"))\tx\n"
      }
      return AnnotationSet(parsing: Array(lines.joined().utf8), of: article)
    }
  }

  /// Lines of each annotator on a text.
  init(_ text: String, _ lines: [String?]) throws {
    let article = try Article(bytes: Array(text.utf8))
    self.article = article
    sets = lines.map { lines in
      lines.map { AnnotationSet(parsing: Array($0.utf8), of: article) }
    }
  }

  /// The article, ready to be measured.
  func compared(
    _ name: String = "one", read: [[TextRange]?] = []
  ) -> ComparedArticle {
    ComparedArticle(
      name, article, sets: sets, annotators: Sheets.names(sets.count), read: read)
  }

  /// What articles show together.
  static func report(
    _ articles: [ComparedArticle], annotators: Int,
    _ change: (inout AgreementPlan) -> Void = { _ in }
  ) -> AgreementReport {
    var plan = AgreementPlan(annotators: names(annotators), documentCount: articles.count)
    change(&plan)
    var all = AgreementEvidence(plan)
    for article in articles { all.add(article) }
    return AgreementReport(all)
  }
}

extension AgreementReport {
  /// The row of a measure.
  func row(_ measure: AgreementMeasure, _ group: AgreementGroup = .all) -> AgreementRow? {
    rows.first { $0.measure == measure && $0.group == group }
  }
}

extension AgreementValue {
  /// Whether two values are the same but for rounding.
  func isNear(_ other: AgreementValue) -> Bool {
    guard let one = number, let two = other.number else { return self == other }
    return abs(one - two) <= 1e-11 * Swift.max(1, abs(one))
  }
}
