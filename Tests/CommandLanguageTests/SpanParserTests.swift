import Standoff
import Testing

@testable import CommandLanguage

/// What an expression reads as, spelled canonically; an error as `name@column+length`.
func parsed(_ input: String) -> String {
  var reader = LineReader(input)
  do {
    let span = try reader.span()
    try reader.endOfCommand()
    return span.description
  } catch {
    let place = error.diagnostic.place
    return "\(error.diagnostic.name)@\(place.column ?? 0)+\(place.length)"
      + (reader.wantsMore ? " more" : "")
  }
}

@Suite struct SpanParserTests {
  @Test(arguments: [
    ("\"some words\"", "\"some words\""),
    ("“pasted “in” words”", "\"pasted “in” words\""),
    ("“a \"b\" c\\u{e9}”", "\"a \\\"b\\\" cé\""),
    ("“C:\\xy”", "\"C:\\\\xy\""),
    ("\"a\"i~[2,4-6]", "\"a\"i~[2,4-6]"),
    ("\"a\"[ 2, -1 ]", "\"a\"[2,-1]"),
    ("\"a\"[all]", "\"a\"[all]"),
    ("/a; # b/i", "/a; # b/i"),
    ("/a\\/b\\d/", "/a\\/b\\d/"),
    ("7", "7"), ("7-9", "7-9"), ("7.2", "7.2"), ("7.2-4", "7.2-4"), ("7.2.3-9", "7.2.3-9"),
    ("@120-133", "@120-133"), ("@120-133=\"wo\\trds\"", "@120-133=\"wo\\trds\""),
    ("c3", "c3"), ("$", "$"), ("T4821937", "T4821937"), ("xing", "xing"),
    ("marks[2] in 6", "marks[2] in 6"), ("article", "article"), ("hits[-1]", "hits[-1]"),
    ("\"a\" .. \"b\" + c3 .. \"d\" in 6", "\"a\" .. \"b\" + c3 .. \"d\" in 6"),
    ("(\"a\" .. (\"b\" .. \"c\"))[1] in (7 .. 9)", "(\"a\" .. (\"b\" .. \"c\"))[1] in (7 .. 9)"),
    ("((\"a\"))", "\"a\""),
    ("(7 in 6) in 5-9", "(7 in 6) in 5-9"),
    ("7; next", "7"), ("c3;", "c3"), ("7 # why", "7"), ("\"a;b # c\";", "\"a;b # c\""),
    ("\"a\" \\\n .. \"b\"", "\"a\" .. \"b\""),
  ])
  func reads(_ input: String, _ printed: String) {
    let first = parsed(input)
    #expect(first == printed || parsed(first) == first, "\(first)")
    #expect(first == printed)
  }

  @Test(arguments: [
    ("", "missing-argument@1+1"), ("  # nothing", "missing-argument@3+1"),
    ("\"kimchi", "syntax@1+7 more"), ("“a “b”", "syntax@1+6 more"), ("\"a\" \\", "syntax@6+1 more"),
    ("\"kimchi\" +", "syntax@11+1"), ("(\"kimchi\"", "syntax@1+1"), ("\"kimchi\")", "syntax@9+1"),
    ("\"kimchi\"[x]", "syntax@9+3"), ("\"a\"[0]", "syntax@4+3"), ("\"a\"[3-2]", "syntax@4+5"),
    ("\"a\"[]", "syntax@4+2"), ("\"a\"[-0]", "syntax@4+4"), ("\"a\"[1", "syntax@4+2"),
    ("/kim", "syntax@1+4"), ("//", "syntax@1+2"), ("/a/~", "syntax@4+1"),
    ("\"\"", "syntax@1+2"), ("\" \"", "syntax@1+3"), ("\"a\"~i", "syntax@5+1"),
    ("9-7", "syntax@1+3"), ("0", "syntax@1+1"), ("7.0", "syntax@1+3"), ("7.", "syntax@1+2"),
    ("7..9", "syntax@1+4"), ("7.2.3.4", "syntax@1+7"), ("7a", "syntax@1+2"),
    ("@9-5", "syntax@1+4"), ("@9", "syntax@1+2"), ("@", "syntax@1+1"), ("@1-2=x", "syntax@6+1"),
    ("\"a\"..\"b\"", "syntax@4+1"), ("\"a\" ..\"b\"", "syntax@5+5"), ("\"a\" +\"b\"", "syntax@5+4"),
    ("\"a\" … \"b\"", "syntax@5+1"), ("\"a\" in 3 in 4", "syntax@10+2"),
    ("\"a\" in 3 + 4", "syntax@10+1"), ("\"a\"[all] .. \"b\"", "syntax@1+8"),
    ("\"a\" + \"b\"[1,2]", "syntax@7+8"), ("\"a\" in \"b\"[all]", "syntax@8+8"),
    ("in 5", "syntax@1+2"), ("'Xing Kim' 7", "syntax@1+10"), ("\"a\\q\"", "syntax@3+2"),
    ("\"a\\u{110000}\"", "syntax@3+2"), ("\"a\" b", "unexpected-argument@5+1"),
  ])
  func refuses(_ input: String, _ error: String) {
    #expect(parsed(input) == error)
  }

  @Test func numbersTooLargeForAnythingAreTheLargest() {
    #expect(parsed("99999999999999999999999-999999999999999999999999") == "\(Int.max)-\(Int.max)")
    #expect(parsed("@1-99999999999999999999") == "@1-\(Int.max)")
  }

  @Test func nestingIsLimitedAndListsAreNot() {
    let deep = String(repeating: "(", count: 10_000) + "7" + String(repeating: ")", count: 10_000)
    #expect(parsed(deep).hasPrefix("syntax@65"))
    let long = Array(repeating: "7", count: 5_000).joined(separator: " .. ")
    #expect(parsed(long) == long)
  }
}
