import Standoff
import Testing

@testable import Adjudication

/// Annotators of whom each has read some of the articles, or some of one.
@Suite struct PartlyReadTests {
  private static let text = "Ida Moss said the pier closes.\n\nTom Reyes objects to it.\n"
  private static let moss = "T1\tSpeaker 0 8\tIda Moss\n"
  private static let reyes = "T2\tSpeaker 32 41\tTom Reyes\n"

  private static func report(
    _ articles: [[String?]], _ change: (inout AgreementPlan) -> Void = { _ in }
  ) throws -> AgreementReport {
    let compared = try articles.enumerated().map { number, lines in
      try Sheets(text, lines).compared("\(number)")
    }
    return Sheets.report(compared, annotators: articles[0].count, change)
  }

  /// Two of three who have read nothing in common leave the mean to the pairs that have.
  @Test func pairsThatNeverMetArePassedOver() throws {
    let report = try Self.report([[Self.moss, Self.moss, nil], [Self.moss, nil, Self.reyes]]) {
      $0.measures = [.kappa, .pi, .f1Strict]
      $0.groups = [.pair]
    }
    for measure in [AgreementMeasure.kappa, .pi, .f1Strict] {
      let (one, other) = (
        try #require(report.row(measure, .pair("ana", "ben"))?.value.number),
        try #require(report.row(measure, .pair("ana", "cem"))?.value.number)
      )
      #expect(report.row(measure, .pair("ben", "cem"))?.value == .undefined(.nothingCompared))
      #expect(report.row(measure)?.value == .number((one + other) / 2), "\(measure)")
    }
    let items = LabelRuns(items: [
      ["a", "a", nil], ["b", "c", nil], ["a", nil, "b"], ["b", nil, "b"],
    ])
    let pairs = [
      CohenKappa.value(of: items, between: 0, and: 1),
      CohenKappa.value(of: items, between: 0, and: 2),
    ]
    let mean = pairs.reduce(0) { $0 + ($1.number ?? .nan) } / 2
    #expect(CohenKappa.value(of: items) == .number(mean))
    #expect(DaviesFleissKappa.value(of: items).number != nil)
  }

  /// Whichever file is named first: which of two spans is the counterpart of one that is on both is told by
  /// the annotators' names.
  @Test func theOrderOfTheAnnotatorsMakesNoDifference() throws {
    let text = "one two three\n"
    let ana =
      "T1\tThing 0 3\tone\nT2\tClaim 4 13\ttwo three\nR1\tabout Arg1:T1 Arg2:T2\nA1\tneg T2\n"
    let ben =
      "T1\tThing 0 3\tone\nT2\tClaim 4 7\ttwo\nT3\tClaim 8 13\tthree\n"
      + "R1\tabout Arg1:T1 Arg2:T3\nA1\tneg T3\n"
    func values(_ lines: [String], of annotators: [String]) throws -> [String] {
      var plan = AgreementPlan(annotators: annotators)
      (plan.measures, plan.groups, plan.draws) = (
        [.f1Overlap, .kappa], [.relation, .attribute], 0
      )
      let report = AgreementReport(
        AgreementEvidence(of: try Sheets(text, lines).compared("one"), plan))
      return report.rows.map { "\($0.measure) \($0.group) \($0.value)" }.sorted()
    }
    #expect(
      try values([ana, ben], of: ["ana", "ben"]) == values([ben, ana], of: ["ben", "ana"]))
  }

  /// Who has no set has read nothing, and sets beyond the plan's annotators are not looked at.
  @Test func setsAreThoseOfThePlansAnnotators() throws {
    let measures: [AgreementMeasure] = [.kappa, .pi, .fleiss, .alpha, .f1Strict, .gamma]
    func report(_ lines: [String?], of annotators: [String]) throws -> [AgreementRow] {
      var plan = AgreementPlan(annotators: annotators)
      (plan.measures, plan.draws) = (measures, 0)
      return AgreementReport(
        AgreementEvidence(of: try Sheets(Self.text, lines).compared("one"), plan)
      ).rows
    }
    let two = [Self.moss, Self.moss + Self.reyes]
    let pair = try report(two, of: ["ana", "ben"])
    #expect(try report(two + [Self.reyes], of: ["ana", "ben"]) == pair)
    #expect(
      try report(two, of: ["ana", "ben", "cem"])
        == report(two + [nil], of: ["ana", "ben", "cem"]))
    let alone = try report(two, of: ["ana"])
    #expect(alone.allSatisfy { $0.value.number == nil })
  }

  /// Articles that one alone has read are no pieces: drawing them again says nothing.
  @Test func whatOneAloneHasReadIsNotDrawn() throws {
    let shared = [[Self.moss, Self.moss + Self.reyes], [Self.moss, Self.moss]]
    let alone: [[String?]] = Array(repeating: [Self.moss, nil], count: 20)
    let few = try Self.report(shared + shared + alone) { $0.measures = [.f1Strict, .kappa] }
    #expect(few.pieceCount == 0 && few.rows.allSatisfy { $0.interval == nil })
    #expect(few.remarks.contains { $0.contains("at least 5 documents, and there are 4") })
    let many = try Self.report(shared + alone + shared + shared) {
      $0.measures = [.f1Strict, .kappa]
    }
    let same = try Self.report(shared + shared + shared) { $0.measures = [.f1Strict, .kappa] }
    #expect(many.pieceCount == 6 && many.rows == same.rows)
    #expect(many.rows.allSatisfy { $0.interval != nil })
  }

  /// Of a pair, too, what the two have not both read is no piece.
  @Test func whatAPairHasNotBothReadIsNotDrawn() throws {
    let all: [String?] = [Self.moss, Self.moss + Self.reyes, Self.moss]
    let pair: [String?] = [nil, Self.moss, Self.moss]
    let report = try Self.report(
      Array(repeating: all, count: 4) + Array(repeating: pair, count: 6)
    ) {
      $0.measures = [.f1Strict]
      $0.groups = [.pair]
    }
    #expect(report.pieceCount == 10)
    #expect(report.row(.f1Strict, .pair("ana", "ben"))?.interval == nil)
    #expect(report.row(.f1Strict, .pair("ben", "cem"))?.interval != nil)
  }

  /// A relation whose ends lie in places that are compared one by one is left out, and is counted.
  @Test func relationsAcrossWhatWasReadAreLeftOut() throws {
    let lines = Self.moss + Self.reyes + "R1\tby Arg1:T1 Arg2:T2\nR2\tby Arg1:T1 Arg2:T9\n"
    let sheets = try Sheets(Self.text, [lines, lines])
    let report = Sheets.report(
      [sheets.compared(read: [nil, [TextRange(0, 14), TextRange(30, 57)]])], annotators: 2
    ) {
      $0.measures = [.f1Strict]
      $0.groups = [.relation]
    }
    #expect(
      report.leftOut == [
        LeftOut(.relationEnd, of: "ana"), LeftOut(.relationAcross, of: "ana"),
        LeftOut(.relationEnd, of: "ben"), LeftOut(.relationAcross, of: "ben"),
      ])
    #expect(report.rows.allSatisfy { $0.group == .all })
  }

  /// Fleiss' kappa stands on what all have read.
  @Test func fleissCountsWhatAllHaveRead() throws {
    let sheets = try Sheets(Self.text, [Self.moss, Self.moss, Self.moss])
    let report = Sheets.report(
      [sheets.compared(read: [nil, nil, [TextRange(0, 32)]])], annotators: 3
    ) { $0.measures = [.fleiss, .alpha] }
    #expect(report.row(.fleiss)?.value == .number(1) && report.row(.fleiss)?.count == 32)
    #expect(report.row(.alpha)?.count == 57)
  }

  /// Who marks nothing has no precision; the mean is then about the others alone, and that is said.
  @Test func whoHasNoPrecisionIsSaidToBePassedOver() throws {
    let report = try Self.report([[Self.moss, "", Self.moss]]) {
      $0.measures = [.precision, .recall]
      $0.reference = 0
    }
    #expect(report.row(.precision)?.value == .number(1))
    #expect(report.row(.recall)?.value == .number(0.5))
    #expect(
      report.remarks.contains(
        "precision passes over 1 of 2 annotators, who marked nothing that could be right or wrong"))
    #expect(!report.remarks.contains { $0.contains("recall passes") })
    let silent = try Self.report([
      [nil, Self.moss, nil], [Self.moss, nil, Self.moss], ["", Self.moss, nil],
    ]) {
      $0.measures = [.recall]
      $0.reference = 0
    }
    #expect(
      silent.remarks.contains(
        "recall passes over 1 of 2 annotators, for whom the reference marked nothing to be found"))
  }
}
