import Standoff
import Testing

@testable import CommandLanguage

@Suite struct ReferenceParserTests {
  private func read(
    _ input: String, with pull: (inout LineReader) throws -> [ReferenceExpression]
  ) -> String {
    var reader = LineReader(input, vocabulary: Vocabulary(.news))
    do {
      let references = try pull(&reader).map(\.description).joined(separator: " ")
      return references + (reader.upcoming.map { " | \($0)" } ?? "")
    } catch let error as DiagnosticError {
      return "\(error.diagnostic.name)@\(error.diagnostic.place.column ?? 0)"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("c1 c2-c5 $ xing T48", "c1 c2-c5 $ xing T48"),
    ("c1,c2 c3", "c1 c2 c3"),
    ("c1 stance=against", "c1 | stance=against"),
    ("c1 as x", "c1 | as"),
    ("where claim by s1", "(where Claim attributedTo s1)"),
    ("where (claim by s1) stance=favor", "(where (Claim attributedTo s1) stance=favor)"),
    ("speaker:\"Kim\"[2] “Lee”", "speaker:\"Kim\"[2] \"Lee\""),
    ("xing-two", "xing-two"),
    ("", "missing-argument@1"),
    ("speaker:", "syntax@1"), ("speaker:Kim", "syntax@1"), ("\"Kim\"[all]", "syntax@1"),
    ("c1 )", "unexpected-argument@4"), ("c1)", "unexpected-argument@3"),
  ])
  func readsReferencesAtTheEnd(_ input: String, _ expected: String) {
    #expect(read(input) { reader throws(DiagnosticError) in try reader.references() } == expected)
  }

  @Test(arguments: [
    ("c1 c2 Claim", "c1 c2 | Claim"),
    ("where (topic in 3) Claim", "(where Topic in 3) | Claim"),
    ("(where topic in 3) Claim", "(where Topic in 3) | Claim"),
    ("where topic in 3 Claim", "syntax@1"), ("where (topic in 3", "syntax@7"),
  ])
  func stopsBeforeWhatFollows(_ input: String, _ expected: String) {
    #expect(
      read(input) { reader throws(DiagnosticError) in
        try reader.references(isLast: false, until: { $0 == "Claim" })
      } == expected)
  }

  @Test(arguments: [
    ("by=t1,t2 x", "t1 t2 | x"),
    ("by=\"Xing\"~,speaker:\"Kim\" as", "\"Xing\"~ speaker:\"Kim\" | as"),
    ("by=@1-5=\"Xing\"", "@1-5=\"Xing\""),
    ("by=(where speaker)", "(where Speaker)"),
    ("by=(\"a\" .. \"b\");", "(\"a\" .. \"b\")"),
    ("by=", "missing-argument@4"), ("by=c1, c2", "missing-argument@7"),
    ("by= c1", "missing-argument@4"),
    ("by=\"a\" .. \"b\"", "\"a\" | .."),
  ])
  func readsValues(_ input: String, _ expected: String) {
    #expect(
      read(input) { reader throws(DiagnosticError) in
        _ = reader.optionName()
        return try reader.referenceList()
      } == expected)
  }
}
