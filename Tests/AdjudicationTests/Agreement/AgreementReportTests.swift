import Adjudication
import Standoff
import Testing

/// What is compared, what is left out and why, and what hangs on spans.
@Suite struct AgreementReportTests {
  private static let text = "Ida Moss said the pier closes.\n\nTom Reyes objects to it.\n"

  private static func report(
    _ lines: [String?], read: [[TextRange]?] = [],
    _ change: (inout AgreementPlan) -> Void = { _ in }
  ) throws -> AgreementReport {
    let sheets = try Sheets(text, lines)
    return Sheets.report([sheets.compared(read: read)], annotators: lines.count, change)
  }

  @Test func whatIsNotComparedIsCounted() throws {
    let report = try Self.report([
      "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 3 3\t\nT3\tTopic 0 8\tIda Moss\nA1\tScope T3 article\n"
        + "T4\tTopic 50 900\tx\nT5\tClose 23 29\tcloses\nE1\tClose:T5\nthis is no line\n",
      "T1\tSpeaker 0 8\tIda Moss\n",
    ])
    #expect(report.spanCounts == [2, 1])
    #expect(
      report.leftOut == [
        LeftOut(.empty, of: "ana"), LeftOut(.wholeArticle, of: "ana"),
        LeftOut(.beyondEnd, of: "ana"), LeftOut(.event, of: "ana"), LeftOut(.unreadable, of: "ana"),
      ])
    #expect(report.row(.f1Strict)?.value == .number(2.0 / 3))
    #expect(report.row(.f1Strict)?.count == 3)
  }

  /// What one has read and left empty is a disagreement; what one has not read is none.
  @Test func whatWasNotReadIsToldFromWhatWasLeftEmpty() throws {
    let (ana, ben) = (
      "T1\tSpeaker 0 8\tIda Moss\nT2\tSpeaker 32 41\tTom Reyes\n", "T1\tSpeaker 0 8\tIda Moss\n"
    )
    let all = try Self.report([ana, ben])
    #expect(all.row(.f1Strict)?.value == .number(2.0 / 3))
    let part = try Self.report([ana, ben], read: [nil, [TextRange(0, 32)]])
    #expect(part.row(.f1Strict)?.value == .number(1))
    #expect(part.row(.alpha)?.value == .number(1) && part.readCount == 32)
    #expect(part.leftOut == [LeftOut(.readAlone, of: "ana")])
    let cut = try Self.report([ana, ben], read: [nil, [TextRange(0, 36)]])
    #expect(cut.leftOut == [LeftOut(.reachesOut, of: "ana")])
    let none = try Self.report([ana, nil])
    #expect(none.row(.alpha)?.value == .undefined(.nothingCompared))
    #expect(none.row(.gamma)?.value == .undefined(.nothingCompared))
    #expect(none.row(.f1Strict)?.value == .undefined(.nothingCompared))
    #expect(none.leftOut == [LeftOut(.readAlone, of: "ana", count: 2)])
  }

  /// Of three who have read one half each, every code point counts as far as it was read.
  @Test func pairsCountWhatBothHaveRead() throws {
    let moss = "T1\tSpeaker 0 8\tIda Moss\n"
    let reyes = "T1\tSpeaker 32 41\tTom Reyes\n"
    let report = try Self.report(
      [moss + "T2\tSpeaker 32 41\tTom Reyes\n", moss, reyes],
      read: [nil, [TextRange(0, 32)], [TextRange(32, 57)]]
    ) {
      $0.measures = [.f1Strict, .kappa, .alpha, .fleiss, .alphaU, .gamma]
      $0.groups = [.pair]
    }
    #expect(report.row(.f1Strict)?.value == .number(1))
    #expect(report.row(.alpha)?.value == .number(1))
    #expect(report.row(.gamma)?.value == .number(1))
    #expect(report.row(.fleiss)?.value == .undefined(.nothingOfAll))
    #expect(report.row(.alphaU)?.value == .undefined(.nothingCompared))
    #expect(report.row(.kappa, .pair("ana", "ben"))?.value == .number(1))
    #expect(report.row(.kappa, .pair("ben", "cem"))?.value == .undefined(.nothingCompared))
    #expect(report.remarks.contains { $0.contains("only what all annotators have read") })
  }

  @Test func precisionAndRecallTakeAReference() throws {
    let (gold, other) = (
      "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 18 22\tpier\n",
      "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 14 22\tthe pier\nT3\tTopic 23 29\tcloses\n"
    )
    for (lines, reference) in [([gold, other], 0), ([other, gold], 1)] {
      let report = try Self.report(lines) {
        $0.measures = [.precision, .recall]
        $0.reference = reference
        $0.groups = [.pair]
      }
      #expect(report.row(.precision)?.value == .number(1.0 / 3))
      #expect(report.row(.recall)?.value == .number(0.5))
      #expect(report.row(.recall, .pair("ana", "ben"))?.value == .number(0.5))
    }
    let report = try Self.report([gold, other]) { $0.measures = [.precision] }
    #expect(report.row(.precision)?.value == .undefined(.noReference))
  }

  /// A claim without a stance is an answer, too, where claims have stances.
  @Test func attributesAreComparedWhereSpansMeet() throws {
    let report = try Self.report([
      "T1\tClaim 14 29\tthe pier closes\nA1\tstance T1 favor\nT2\tClaim 32 56\tx\nA2\tstance T2 against\n"
        + "T3\tSpeaker 0 8\tIda Moss\nT4\tClaim 9 13\tsaid\nA4\tstance T4 favor\n",
      "T1\tClaim 14 30\tthe pier closes.\nA1\tstance T1 favor\nT2\tClaim 32 56\tx\nT3\tSpeaker 0 8\tIda Moss\n",
    ]) {
      $0.groups = [.attribute]
      $0.measures = [.alpha, .kappa]
    }
    let row = try #require(report.row(.kappa, .attribute("stance")))
    #expect(row.count == 2)
    #expect(row.coverage == 3.0 / 4)
    // Po 1/2; both say favor once of twice: Pe 1/4.
    #expect(row.value.isNear(.number(1.0 / 3)))
    #expect(report.confusion.count("Claim", "Claim") == 2)
    #expect(report.confusion.count("Claim", nil) == 1)
  }

  /// What three marked is one item with three values, not three items with two.
  @Test func attributesOfThreeAreItemsOfThree() throws {
    let files = ["favor", "favor", "against"].map { stance in
      "T1\tClaim 14 29\tthe pier closes\nA1\tstance T1 \(stance)\n"
        + "T2\tClaim 32 56\tx\nA2\tstance T2 against\n"
    }
    let report = try Self.report(files) {
      $0.groups = [.attribute]
      $0.measures = [.alpha, .fleiss]
    }
    // Two units of three values: against is 4 of 6. Do = (4 / 2) / 6, De = 2 · 2 · 4 / 30.
    let alpha = try #require(report.row(.alpha, .attribute("stance")))
    #expect(alpha.count == 2 && alpha.coverage == 1 && alpha.value.isNear(.number(0.375)))
    // Pa = (1/3 + 1) / 2, Pe = (1/3)² + (2/3)².
    #expect(report.row(.fleiss, .attribute("stance"))?.value.isNear(.number(0.25)) == true)
    // A third who marked one of them alone leaves two of it.
    let two = try Self.report([files[0], files[2], "T1\tClaim 32 56\tx\nA2\tstance T1 favor\n"]) {
      $0.groups = [.attribute]
      $0.measures = [.alpha, .fleiss]
    }
    #expect(two.row(.alpha, .attribute("stance"))?.count == 2)
    // One item of all three, two of whom say one thing.
    #expect(two.row(.fleiss, .attribute("stance"))?.value.isNear(.number(-0.5)) == true)
  }

  @Test func relationsNeedBothEnds() throws {
    let spans = "T1\tSpeaker 0 8\tIda Moss\nT2\tSpeaker 32 41\tTom Reyes\n"
    let report = try Self.report([
      spans + "T3\tClaim 14 29\tx\nT4\tClaim 42 49\tobjects\n"
        + "R1\tby Arg1:T3 Arg2:T1\nR2\tby Arg1:T4 Arg2:T2\n",
      spans + "T3\tClaim 14 30\tx\nT4\tClaim 42 49\tobjects\n"
        + "R1\tby Arg1:T3 Arg2:T1\nR2\tby Arg1:T4 Arg2:T1\nR3\tby Arg1:T4 Arg2:T99\n",
    ]) {
      $0.groups = [.relation]
      $0.measures = [.f1Strict, .f1Overlap]
    }
    let strict = try #require(report.row(.f1Strict, .relation("by")))
    #expect(strict.value == .number(0) && strict.count == 4 && strict.coverage == 0.5)
    let overlap = try #require(report.row(.f1Overlap, .relation("by")))
    #expect(overlap.value == .number(0.5) && overlap.coverage == 1)
    #expect(report.leftOut == [LeftOut(.relationEnd, of: "ben")])
  }

  /// An undefined value says why, and nothing is made up where nobody marked anything.
  @Test func whereNothingIsMarkedNothingIsDefined() throws {
    let report = try Self.report(["", ""]) {
      $0.measures = AgreementMeasure.allCases.filter { !$0.needsReference }
      $0.groups = Set(AgreementGroup.Kind.allCases)
    }
    for row in report.rows {
      #expect(row.value.number == nil, "\(row.measure) \(row.group): \(row.value)")
      #expect(row.interval == nil)
    }
    #expect(report.row(.gammaK)?.value == .undefined(.oneLabelEach))
    #expect(report.remarks.contains { $0.contains("nothing is marked") })
  }

  @Test func theWorstPlacesComeFirst() throws {
    let report = try Self.report([
      "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 18 22\tpier\nT3\tTopic 32 41\tTom Reyes\n",
      "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 14 22\tthe pier\nT3\tSpeaker 32 41\tTom Reyes\n",
      "T1\tSpeaker 0 8\tIda Moss\nT3\tSpeaker 32 41\tTom Reyes\n",
    ])
    #expect(report.places.map(\.words) == ["the pier", "Tom Reyes"])
    // Of the pier, two pairs of three lack it, and of the third one end of two is 4 of 12 away; of
    // Tom Reyes, two differ in the label.
    let pier: Double = 2 + 1.0 / 9
    let costs = report.places.map(\.cost)
    #expect(costs == [pier / 3, 2.0 / 3])
    let labels = report.places.map { place in place.readings.map { $0.units.map(\.label) } }
    #expect(labels == [[["Topic"], ["Topic"], []], [["Topic"], ["Speaker"], ["Speaker"]]])
    #expect(report.places.map { $0.address?.description } == ["1.1", "2.1"])
    let one = try Self.report(["T1\tTopic 18 22\tpier\n", "T1\tTopic 14 22\tpier\n"]) {
      $0.placeCount = 0
    }
    #expect(one.places.isEmpty)
  }
}
