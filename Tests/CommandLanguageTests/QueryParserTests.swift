import Standoff
import Testing

@testable import CommandLanguage

@Suite struct QueryParserTests {
  private func read(_ input: String) -> String {
    var reader = LineReader(
      input, vocabulary: Vocabulary(.news, foreign: [(.label, "Person")]))
    do {
      let query = try reader.query()
      return query.description + (reader.upcoming.map { " | \($0)" } ?? "")
    } catch {
      return "\(error.diagnostic.name)@\(error.diagnostic.place.column ?? 0)"
    }
  }

  /// An attribute and a relation that differ in case alone, as a brat configuration may have them.
  @Test(arguments: [
    ("NUM=Pl", "NUM=Pl"), ("num n2", "num n2"), ("without NUM", "without NUM"),
    ("Num n2", "num n2"),
    ("NUM", "NUM"),
  ])
  func theVerySpellingGoesFirst(_ input: String, _ expected: String) throws {
    let (schema, _) = Schema.parsing(
      yaml: Array(
        "labels:\n  N1: { attributes: { NUM: [Pl, Sg] }, relations: { num: any } }\n".utf8),
      source: "galley.yaml")
    let known: Schema = try #require(schema)
    var reader = LineReader(input, vocabulary: Vocabulary(known))
    let form = try reader.query().form
    switch form {
    case .attribute(let name, _), .relation(let name, _), .without(.attribute(let name)):
      #expect(expected.contains(name), "\(form)")
    default: Issue.record("\(form)")
    }
  }

  @Test(arguments: [
    ("claim", "Claim"), ("PERSON", "Person"),
    ("claim stance=against", "Claim stance=against"),
    ("claim stance=\"a b\"", "Claim stance=\"a b\""),
    ("claim without by", "Claim without attributedTo"),
    ("without stance", "without stance"), ("without note", "without note"),
    ("without ref", "without ref"), ("by", "not without attributedTo"),
    ("by or stance", "not without attributedTo or stance"),
    ("ref=local:xing", "ref=local:xing"),
    ("speaker in 5-9", "Speaker in 5-9"),
    ("speaker in (\"a\" .. \"b\")", "Speaker in (\"a\" .. \"b\")"),
    ("overlapping c2", "overlapping c2"),
    ("by s1", "attributedTo s1"), ("by=s1,s2", "attributedTo s1,s2"),
    ("about t1,t2 claim", "about t1,t2 Claim"),
    ("text ~ /Quad/", "text ~ /Quad/"), ("text ~ \"Quad\"i", "text ~ \"Quad\"i"),
    ("note", "note"), ("note ~ /check/ claim", "note ~ /check/ Claim"), ("stance", "stance"),
    ("not claim by s1 or topic", "not Claim attributedTo s1 or Topic"),
    ("not (claim by s1 or topic)", "not (Claim attributedTo s1 or Topic)"),
    ("(claim or topic) in 3", "(Claim or Topic) in 3"),
    ("(claim stance=against)", "Claim stance=against"), ("(ref=local:xing)", "ref=local:xing"),
    ("(kind=person) or claim", "kind=person or Claim"),
    ("(claim stance=\"against\")", "Claim stance=against"),
    ("(ref=local:\"a b\") claim", "ref=\"local:a b\" Claim"),
    ("not (stance=a or (kind=b))", "not (stance=a or kind=b)"),
    ("(verdict=a(b) claim)", "verdict=\"a(b)\" Claim"), ("(verdict=\"a)b\")", "verdict=\"a)b\""),
    ("(verdict=a(b claim)", "verdict=\"a(b\" Claim"), ("verdict=a)", "verdict=\"a)\""),
    ("(claim by=(\"a\" in 6))", "Claim attributedTo (\"a\" in 6)"),
    ("(in (\"a\" .. \"b\") stance=x)", "in (\"a\" .. \"b\") stance=x"),
    ("claim or (topic or quote)", "Claim or (Topic or Quote)"),
    ("not (not claim)", "not (not Claim)"), ("not not claim", "Claim"),
    ("not not not claim", "not Claim"),
    ("claim >= 3", "Claim | >="), ("claim)", "Claim | )"), ("claim; topic", "Claim"),
  ])
  func reads(_ input: String, _ expected: String) {
    let first = read(input)
    #expect(first == expected)
    if !first.contains("|") { #expect(read(first) == first) }
  }

  @Test(arguments: [
    ("", "missing-argument@1"), ("claim or", "missing-argument@9"), ("not", "missing-argument@4"),
    ("(claim stance=)", "missing-argument@15"), ("(claim or)", "missing-argument@10"),
    ("(not)", "missing-argument@5"),
    ("()", "missing-argument@2"), ("(claim", "syntax@1"), ("claimm", "unknown-condition@1"),
    ("claim stence=x", "unknown-condition@7"), ("without", "missing-argument@8"),
    ("without xyz", "unknown-condition@9"), ("text /a/", "syntax@1"), ("text ~ 7", "syntax@8"),
    ("in", "missing-argument@3"), ("in \"a\"[all]", "syntax@4"),
    ("by=", "missing-argument@4"),
    ("'claim'", "unknown-condition@1"), ("claim \"x\"", "unexpected-argument@7"),
  ])
  func refuses(_ input: String, _ expected: String) {
    #expect(read(input) == expected)
  }

  @Test func nestingIsLimited() {
    #expect(read(String(repeating: "(", count: 10_000)) == "syntax@65")
    #expect(read(String(repeating: "by (where ", count: 10_000)).hasPrefix("syntax"))
    #expect(read(String(repeating: "in (", count: 10_000)).hasPrefix("syntax"))
    let long = Array(repeating: "claim", count: 5_000).joined(separator: " or ")
    #expect(read(long) == Array(repeating: "Claim", count: 5_000).joined(separator: " or "))
    #expect(read(String(repeating: "not ", count: 10_000) + "claim") == "Claim")
  }
}
