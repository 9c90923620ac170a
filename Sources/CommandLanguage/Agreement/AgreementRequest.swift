package import Adjudication
package import Standoff

/// How agreement is to be measured, as it was typed: at the prompt `by=label`, after `galley agree`
/// `--by label`.
package struct AgreementRequest: Sendable {
  /// What can be said.
  package enum Option: String, CaseIterable, Sendable {
    case by, measure, min, precision, reference, sampler, samples, scope, seed, unit, worst

    /// The words that it may be set to; none where they are a person's own.
    package var values: [String] {
      switch self {
      case .by: AgreementGroup.Kind.allCases.map(\.rawValue)
      case .measure: ["all"] + AgreementMeasure.allCases.map(\.rawValue)
      case .sampler: ContinuumSampler.allCases.map(\.rawValue)
      case .unit: AgreementPlan.Item.allCases.map(\.rawValue)
      default: []
      }
    }
  }

  /// The measures, in the order in which they were named.
  package private(set) var measures = AgreementMeasure.usual
  /// The parts with values of their own.
  package private(set) var groups: Set<AgreementGroup.Kind> = []
  /// The least value that will do.
  package private(set) var least: Double?
  private var item = AgreementPlan.Item.chars
  private var sampler = ContinuumSampler.statistical
  private var seed: UInt64 = 1
  private var samples = 30
  private var precision: Double?
  private var placeCount = 10
  private var reference: Word?
  private var scopes: [ReadParagraphs] = []
  /// Whether all measures were asked for, those alone that can be.
  private var takesAll = false

  /// Asks for what is usual.
  package init() {}

  /// Sets an option.
  ///
  /// - Parameter option: how it was typed, for messages.
  /// - Throws: `unknown-value` with the values there are.
  package mutating func set(
    _ option: Option, to value: Word, called name: String
  ) throws(DiagnosticError) {
    let text = value.text
    switch option {
    case .by:
      for part in try Self.parts(of: value, called: name) {
        groups.insert(try Self.choice(part, at: value, called: name))
      }
    case .measure: try setMeasures(value, called: name)
    case .unit: item = try Self.choice(text, at: value, called: name)
    case .sampler: sampler = try Self.choice(text, at: value, called: name)
    case .min: least = try Self.number(value, in: -1...1, called: name)
    case .precision: precision = try Self.number(value, in: 0.001...1, called: name)
    case .samples: samples = try Self.count(value, in: 1...100_000, called: name)
    case .worst: placeCount = try Self.count(value, in: 0...10_000, called: name)
    case .seed:
      guard let number = UInt64(text) else {
        throw Self.misfit(value, called: name, "a whole number from 0")
      }
      seed = number
    case .reference: reference = value
    case .scope: scopes.append(try ReadParagraphs(value, called: name))
    }
  }

  /// Sets an option of the process, which has no place on a line.
  package mutating func set(
    _ option: Option, to text: String, called name: String
  ) throws(DiagnosticError) {
    try set(option, to: Word(text: text, place: Place()), called: name)
  }

  private mutating func setMeasures(_ value: Word, called name: String) throws(DiagnosticError) {
    takesAll = value.text == "all"
    guard !takesAll else {
      measures = AgreementMeasure.allCases
      return
    }
    measures = []
    for part in try Self.parts(of: value, called: name) {
      let measure: AgreementMeasure = try Self.choice(part, at: value, called: name)
      if !measures.contains(measure) { measures.append(measure) }
    }
  }

  /// The plan for some annotators and the articles of these names.
  ///
  /// - Throws: `not-an-annotator-here` and `not-an-article-here` for a name that is none of theirs;
  ///   `no-reference` where a measure needs one.
  package func plan(
    annotators: [String], documents: [String]
  ) throws(DiagnosticError) -> AgreementPlan {
    var plan = AgreementPlan(annotators: annotators, documentCount: documents.count)
    if let reference {
      plan.reference = try Self.place(of: reference.text, among: annotators, at: reference.place)
    } else if !takesAll, let measure = measures.first(where: \.needsReference) {
      throw DiagnosticError(
        .noReference,
        "\(measure.rawValue) needs to know who is right: name an annotator as the reference",
        notes: ["annotators: " + annotators.joined(separator: ", ")])
    }
    for scope in scopes {
      do throws(DiagnosticError) {
        _ = try Self.place(of: scope.annotator, among: annotators, at: scope.place)
      } catch {
        throw error.mended { scope.spelled(annotator: $0, document: scope.document) }
      }
      if let document = scope.document, !documents.contains(document) {
        throw Self.notHere(document, among: documents, at: scope.place).mended {
          scope.spelled(annotator: scope.annotator, document: $0)
        }
      }
    }
    plan.measures = measures.filter { !$0.needsReference || plan.reference != nil }
    plan.groups = groups
    plan.item = item
    plan.sampler = sampler
    plan.seed = seed
    plan.samples = samples
    plan.precision = precision
    plan.placeCount = placeCount
    return plan
  }

  private static func place(
    of name: String, among annotators: [String], at place: Place
  ) throws(DiagnosticError) -> Int {
    if let index = annotators.firstIndex(of: name) { return index }
    throw DiagnosticError(
      .notAnAnnotatorHere, "“\(name)” is not one of those who are compared", at: place,
      notes: ["annotators: " + annotators.joined(separator: ", ")],
      fix: nearest(to: name, among: annotators))
  }

  /// How many articles a note names.
  private static let mostNamed = 12

  private static func notHere(
    _ document: String, among documents: [String], at place: Place
  ) -> DiagnosticError {
    let more = documents.count - mostNamed
    let named = documents.prefix(mostNamed).joined(separator: ", ")
    return DiagnosticError(
      .notAnArticleHere, "“\(document)” is not one of the articles that are compared", at: place,
      notes: ["articles: " + named + (more > 0 ? " and \(more) more" : "")],
      fix: nearest(to: document, among: documents))
  }

  /// What each annotator has read of an article; `nil` for all of it.
  ///
  /// - Throws: `no-such-paragraph` where the article ends before.
  package func read(
    _ annotators: [String], of document: String, _ article: Article
  ) throws(DiagnosticError) -> [[TextRange]?] {
    var read: [[TextRange]?] = []
    for annotator in annotators {
      var ranges: [TextRange]?
      for scope in scopes
      where scope.annotator == annotator && (scope.document ?? document) == document {
        ranges = (ranges ?? []) + (try scope.ranges(in: article, called: document))
      }
      read.append(ranges)
    }
    return read
  }
}

extension DiagnosticError {
  /// The error with a fix for the whole that its fix is a part of.
  fileprivate func mended(_ whole: (String) -> String) -> DiagnosticError {
    var diagnostic = diagnostic
    diagnostic.fix = diagnostic.fix.map(whole)
    return DiagnosticError(diagnostic)
  }
}

extension AgreementRequest {
  /// The parts between commas.
  private static func parts(
    of value: Word, called name: String
  ) throws(DiagnosticError) -> [String] {
    let parts = value.text.split(separator: ",").map(String.init)
    guard !parts.isEmpty else { throw misfit(value, called: name, "at least one name") }
    return parts
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, at value: Word, called name: String
  ) throws(DiagnosticError) -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw DiagnosticError(
      .unknownValue, "`\(name)` has no value `\(text)`", at: value.place,
      notes: ["values: " + names.joined(separator: ", ")],
      fix: nearest(to: text, among: names).map { near in
        value.text.split(separator: ",").map { $0 == text ? near : String($0) }
          .joined(separator: ",")
      })
  }

  private static func number(
    _ value: Word, in range: ClosedRange<Double>, called name: String
  ) throws(DiagnosticError) -> Double {
    guard let number = Double(value.text), range.contains(number) else {
      throw misfit(value, called: name, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func count(
    _ value: Word, in range: ClosedRange<Int>, called name: String
  ) throws(DiagnosticError) -> Int {
    guard let number = Int(value.text), range.contains(number) else {
      throw misfit(
        value, called: name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func misfit(_ value: Word, called name: String, _ wanted: String)
    -> DiagnosticError
  {
    DiagnosticError(
      .unknownValue, "`\(name)` cannot be `\(value.text)`: it takes \(wanted)", at: value.place)
  }
}

extension DiagnosticName {
  /// A measure that needs an annotator who is right, and none was named.
  package static let noReference = DiagnosticName("no-reference")
  /// A name that is not one of the annotators who are compared.
  package static let notAnAnnotatorHere = DiagnosticName("not-an-annotator-here")
  /// A name that is not one of the articles that are compared.
  package static let notAnArticleHere = DiagnosticName("not-an-article-here")
  /// A paragraph that somebody is said to have read, and the article ends before it.
  package static let noSuchParagraph = DiagnosticName("no-such-paragraph")
}
