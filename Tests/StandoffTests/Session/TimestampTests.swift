import Standoff
import TestSupport
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (1_709_251_199, "2024-02-29T23:59:59Z"), (4_102_444_800, "2100-01-01T00:00:00Z"),
    (-62_167_219_200, "0000-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func isWrittenAsInTheStandard(seconds: Int, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
    #expect(Timestamp(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z",
    "2024-00-01T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01 00:00:00Z",
    "2024-01-01T00:00:00", "+024-01-01T00:00:00Z", "２024-01-01T00:00:00Z",
  ])
  func anythingElseIsNotRead(text: String) { #expect(Timestamp(text) == nil) }

  @Test(arguments: [Int.min, Int.max]) func theFarthestMomentsAreWritten(_ seconds: Int) {
    #expect(Timestamp(seconds: seconds).description.hasSuffix("Z"))
  }

  @Test func convertsThereAndBack() {
    var seed = Seed(11)
    for _ in 0..<2000 {
      let time = Timestamp(seconds: .random(in: -62_167_219_200...253_402_300_799, using: &seed))
      #expect(Timestamp(time.description) == time)
    }
  }
}
