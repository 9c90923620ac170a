import Standoff
import Testing

@testable import CommandLanguage

/// What is said to a numbered list of six, of which the second is not ticked.
@Suite struct BulkAnswerTests {
  private static let hits: [Hit] = {
    guard let article = try? Article(bytes: Array("one two".utf8)) else { return [] }
    return (1...6).map {
      Hit(SpanHit([TextRange(0, 3)], number: $0, in: article), isTicked: $0 != 2)
    }
  }()

  @Test(arguments: [
    ("y", [1, 3, 4, 5, 6]), (" YES ", [1, 3, 4, 5, 6]), ("all", [1, 2, 3, 4, 5, 6]), ("", []),
    ("n", []), ("q", []), ("1-4,6", [1, 2, 3, 4, 6]), ("1 3", [1, 3]), ("1, 3-4 ,4", [1, 3, 4]),
    ("2", [2]), ("-3", [1, 4, 5, 6]), ("-3-5", [1, 6]), ("all -2-5", [1, 6]),
    ("y,2", [1, 2, 3, 4, 5, 6]),
    ("1-5,-2,-4", [1, 3, 5]), ("-1 -3-6", []), ("2 -2", []), (",", []),
  ]) func takesTheseNumbers(_ answer: String, _ numbers: [Int]) throws {
    #expect(try BulkAnswer(answer, to: Self.hits).numbers.sorted() == numbers)
  }

  @Test(arguments: [
    "x", "0", "7", "1-7", "4-1", "1-", "1--3", "1-2-3", "--1", "y n", "-", "٣", "1.5",
    "99999999999999999999",
  ]) func refusesTheRest(_ answer: String) {
    let error = #expect(throws: DiagnosticError.self) { try BulkAnswer(answer, to: Self.hits) }
    #expect(error?.diagnostic.name == .badAnswer)
  }

  @Test func quotesWhatWasTyped() {
    let error = #expect(throws: DiagnosticError.self) { try BulkAnswer("1 List", to: Self.hits) }
    #expect(error?.diagnostic.message == "`List` is no answer; the numbers go from 1 to 6")
  }
}
