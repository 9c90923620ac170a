import Adjudication
import Testing

/// Fleiss, Measuring Nominal Scale Agreement among Many Raters, 1971: thirty patients, each diagnosed by
/// six psychiatrists as one of depression, personality disorder, schizophrenia, neurosis and other.
@Suite struct Fleiss1971Tests {
  private static let table = """
    00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
    00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
    """

  @Test func diagnosesOfThirtyPatients() throws {
    let items = Self.table.split(whereSeparator: \.isWhitespace).map { row in
      row.enumerated().flatMap { name, count in
        [String?](repeating: "\(name)", count: count.wholeNumberValue ?? 0)
      }
    }
    #expect(items.count == 30 && items.allSatisfy { $0.count == 6 })
    let kappa = try #require(FleissKappa.value(of: LabelRuns(items: items)).number)
    #expect(abs(kappa - 0.430) < 5e-4)
  }
}
