import Standoff
import Testing

@Suite struct CountRangeTests {
  @Test(arguments: ["*", "+", "0-1", "1", "3", "2-4", "2-*", "0-999999999"])
  func isWrittenAsItIsRead(_ text: String) {
    #expect(CountRange(parsing: text)?.description == text)
  }

  @Test(arguments: [
    "", "0", "0-0", "3-1", "-", "1-", "-1", "a", "1-2-3", "1234567890", "٣", " 1", "+1",
  ])
  func whatIsNoCountIsRefused(_ text: String) { #expect(CountRange(parsing: text) == nil) }

  @Test func anOptionalOneHasTwoSpellings() {
    #expect(CountRange(parsing: "?") == .optional)
    #expect(CountRange(parsing: "1-1") == .one)
    #expect(CountRange(parsing: "0-*") == .any)
    #expect(CountRange(parsing: "1-*") == .some)
  }

  @Test func containsItsEnds() {
    let range = CountRange(2, 4)
    #expect([1, 2, 4, 5].map(range.contains) == [false, true, true, false])
    #expect(CountRange.any.contains(.max))
    #expect(CountRange(-3, -5) == CountRange(0, 0))
  }
}
