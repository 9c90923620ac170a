import Testing

@testable import Standoff

/// Expressions that a backtracking engine could run away with, and those that look like them.
@Suite struct PatternRiskTests {
  @Test(arguments: [
    "(a+)+$", "(a*)*", "(a+)*b", "(?:a+)+", "((a+))+", "(a|a)*", #"(\w|\d)+$"#, #"(\w+\s*)+$"#,
    "(a?)+x", "(a+){2,}", "(.*)*", "(a+b?)+", "([a-z]+)*", "(?<n>x+)+", "(a{1,99}){50}",
    #"(\w+,? ?)+"#,
    "(a+|b)+c", "(é+)+$",
  ])
  func whatCouldRunAwayIsRefused(_ source: String) {
    #expect(PatternRisk(source).place != nil)
    let error = #expect(throws: DiagnosticError.self) { try Pattern(parsing: source) }
    #expect(error?.diagnostic.name == .runawayPattern)
  }

  @Test(arguments: [
    "a+", "(a+)", "(ab)+", #"(\w+ )+"#, #"(\w+\s)+end"#, "(a|b)+", "(ab|ac)+", "(a+)?", "(a+){1,3}",
    #"(?:[A-Z]\w*\s)+"#, "(a++)+", "(?>a+)+", "a+b+c+", #"(\d+,)*\d+"#, "(“[^”]*”)+", "(ab?)+",
    "[a+]+",
    #"\(a+\)+"#, "(?=a+)+b", #"(\w+”)+"#, "", "(", "[", #"\"#,
  ])
  func whatCannotIsNot(_ source: String) {
    #expect(PatternRisk(source).place == nil)
  }

  @Test func theMessageNamesTheSign() throws {
    let error = #expect(throws: DiagnosticError.self) { try Pattern(parsing: "x(a+)+$") }
    #expect(
      error?.diagnostic.message
        == "/x(a+)+$/ could keep the search busy for ever: the + at code point 6 repeats a group that repeats within itself; leave one of the two out"
    )
  }
}
