import Standoff
import Testing
import TestSupport

@Suite struct ValuePatternTests {
  @Test(arguments: [
    ("abc", "abc", true), ("abc", "abcd", false), ("abc", "xabc", false), ("", "", true),
    ("", "a", false), ("Q[1-9][0-9]*", "Q16093", true), ("Q[1-9][0-9]*", "Q0", false),
    ("^[0-9]{8}$", "11000000", true), ("[0-9]{8}", "1100000", false), ("a|b|cd", "cd", true),
    ("a|b|cd", "cb", false), ("(ab)+", "ababab", true), ("(ab)+", "", false), ("a?b*", "", true),
    ("a{2,3}", "a", false), ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false),
    ("a{2,}", "aaaaa", true), ("a{0,1}b", "b", true), ("[^a-c]", "d", true), ("[^a-c]", "b", false),
    ("[]x]+", "]x", true), ("[a-]+", "a-a", true), (#"\d+\.\d"#, "12.5", true),
    (#"\d+\.\d"#, "12x5", false), (#"[\w.-]+"#, "a_b.c-d", true), (#"\D"#, "5", false),
    (".", "é", true), (".", "e\u{301}", false), ("(?:a|b)c", "bc", true), ("(|a)b", "b", true),
    ("https?://.+", "http://x", true), ("Ж+", "ЖЖ", true), ("(a*)*", "aaaa", true),
    ("(|)*", "", true), (#"\s"#, "\u{A0}", true), (#"\S"#, "\u{A0}", false),
  ])
  func matchesTheWholeValue(_ pattern: String, _ value: String, _ expected: Bool) throws {
    #expect(try ValuePattern(pattern).matches(value) == expected)
  }

  @Test(arguments: [
    ("a(b", 4), ("a)", 2), ("[a", 3), ("*a", 1), ("a**", 3), ("a{2", 4), ("a{3,2}", 6),
    ("a{99999999999999999999}", 23), ("(?=a)", 3), (#"\p"#, 2), (#"a\"#, 3), ("[z-a]", 5),
    ("a^b", 2), ("a$b", 2), (#"[\D]"#, 4), ("((a{64}){64}){64}", 13), ("+", 1),
  ])
  func aPatternThatIsNoneSaysWhere(_ pattern: String, _ column: Int) {
    #expect {
      try ValuePattern(pattern)
    } throws: { error in
      guard let diagnostic = (error as? DiagnosticError)?.diagnostic else { return false }
      return diagnostic.name.rawValue == "schema-bad-pattern" && diagnostic.place.column == column
    }
  }

  @Test func deepGroupsAreRefused() {
    let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
    #expect(throws: DiagnosticError.self) { try ValuePattern(deep) }
    let wide = String(repeating: "|", count: 100_000)
    #expect(throws: DiagnosticError.self) { try ValuePattern(wide) }
    let nested = String(repeating: "(", count: 100) + String(repeating: ")", count: 100)
    #expect(throws: DiagnosticError.self) { try ValuePattern(nested) }
  }

  @Test func noPatternRunsAway() throws {
    let value = String(repeating: "a", count: 2000) + "b"
    #expect(try !ValuePattern("(a*)*c").matches(value))
    #expect(try !ValuePattern("(a|a)*").matches(value))
    #expect(try !ValuePattern("(a?){30}a{30}").matches(value))
  }

  /// What is read says the same as the regular expressions of Swift, wherever those read it, too.
  @Test(arguments: 0..<400)
  func agreesWithTheRegularExpressionsOfSwift(_ number: Int) throws {
    var seed = Seed(UInt64(number))
    let pieces = [
      "a", "b", "c", "(", ")", "(?:", "|", "*", "+", "?", "[ab]", "[^a]", "[a-c]", "{2}", "{1,2}",
      "{0,1}", "{2,}", "\\d", "\\w", "\\S", "\\.", ".",
    ]
    let length = Int.random(in: 0...8, using: &seed)
    let text = (0..<length).map { _ in pieces.randomElement(using: &seed) ?? "" }.joined()
    guard let pattern = try? ValuePattern(text), let regex = try? Regex(text) else { return }
    for _ in 0..<40 {
      let value = (0..<Int.random(in: 0...5, using: &seed)).map { _ in
        ["a", "b", "c", "5", ".", " "].randomElement(using: &seed) ?? ""
      }.joined()
      let expected = try regex.wholeMatch(in: value) != nil
      #expect(pattern.matches(value) == expected, "seed \(number): /\(text)/ on “\(value)”")
    }
  }
}
