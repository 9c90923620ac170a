import Adjudication
import Testing

/// Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: nominal data.
@Suite struct Krippendorff2011Tests {
  private func alpha(_ annotators: String...) throws -> Double {
    let lists = annotators.map(Array.init)
    let items = lists[0].indices.map { item in
      lists.map { $0[item] == "." ? nil : String($0[item]) }
    }
    return try #require(KrippendorffAlpha.value(of: LabelRuns(items: items)).number)
  }

  /// Section A: two observers, two values, ten units; the coincidences are 10, 4, 4 and 2.
  @Test func twoObserversAndTwoValues() throws {
    #expect(abs(try alpha("0100000000", "1110010010") - 0.095) < 5e-4)
  }

  /// Section C: four observers, five values, and units that not all have read.
  @Test func missingData() throws {
    let found = try alpha("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    #expect(abs(found - 0.743) < 5e-4)
  }
}
