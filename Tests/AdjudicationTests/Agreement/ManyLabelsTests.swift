import Adjudication
import Standoff
import Testing

/// Thousands of labels take memory and time as they are many, not as the pairs of them are.
@Suite struct ManyLabelsTests {
  private static let count = 5000

  /// As many labels as units, of which every tenth is called otherwise by the second annotator.
  private static let compared: ComparedArticle? = {
    let units = (0..<2).map { annotator in
      (0..<count).compactMap { number in
        let label = annotator == 1 && number.isMultiple(of: 10) ? number + 1 : number
        return Continuum.Unit(TextRange(3 * number, 3 * number + 2), label: "l\(label)")
      }
    }
    return try? Sheets(Continuum(scope: TextRange(0, 3 * count), units: units)).compared()
  }()

  @Test func noMeasureHasACellForTwoLabels() throws {
    let report = Sheets.report([try #require(Self.compared)], annotators: 2) {
      $0.measures = [.alpha, .alphaMASI, .uAlpha, .uAlphaLabels]
    }
    let values = try report.plan.measures.map { try #require(report.row($0)?.value.number) }
    // No two labels have anything in common, so sets of one label are as far apart as names are.
    #expect(values[0] == values[1])
    #expect(values[0] > 0.9 && values[0] < 0.95 && values[2] > 0.9 && values[2] < 0.95)
    #expect(abs(values[3] - 0.9) < 1e-3)
    #expect(report.confusion.cells.count == Self.count)
    #expect(report.confusion.cells.first?.first == "l0")
    #expect(report.confusion.cells.first?.second == "l1")
  }
}
