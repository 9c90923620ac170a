import Standoff
import Testing

@testable import CommandLanguage

/// What a line with a cursor `|` in it is found to expect there, as `expectation range typed`.
@Suite struct ExpectationTests {
  /// Reads a line as `tag` would be read: a label, a span, options, a name.
  private func expected(_ marked: String) -> [String] {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let cursor = parts[0].unicodeScalars.count
    var reader = LineReader(
      parts.joined(), vocabulary: Vocabulary(.news), cursor: cursor)
    do {
      while !reader.atEndOfInput {
        let verb = try reader.verb().text
        switch verb {
        case "list": if reader.keyword("where") { _ = try reader.query() }
        case "open": _ = try reader.file()
        case "untag": _ = try reader.references()
        default:
          _ = try reader.span()
          while !reader.atEnd {
            if reader.keyword("as") {
              _ = try reader.newName()
            } else if let name = reader.optionName(of: .label("Claim")) {
              if name.text == "by" {
                _ = try reader.referenceList(relation: "by", from: .label("Claim"))
              } else {
                _ = try reader.value(of: name.text, on: .label("Claim"))
              }
            } else {
              throw reader.surplus()
            }
          }
        }
        try reader.endOfCommand()
      }
    } catch {}
    return reader.expected.map {
      let quote = $0.quote.map { String($0) } ?? ""
      return
        "\(name($0.expectation)) \($0.range.lowerBound)-\($0.range.upperBound) \(quote)\($0.typed)"
    }
  }

  private func name(_ expectation: CommandLanguage.Expectation) -> String {
    switch expectation {
    case .choice(let words): words.joined(separator: "/")
    case .span(let left): "span" + (left.map { "(\($0))" } ?? "")
    case .words(let left): "words" + (left.map { "(\($0))" } ?? "")
    case .value(let attribute, _): "value(\(attribute))"
    case .reference(let relation, _): "reference(\(relation ?? ""))"
    case .optionName: "option"
    case .file(let ending): "file" + ending
    default: "\(expectation)"
    }
  }

  @Test(arguments: [
    ("|", ["verb 0-0 "]), ("sp|", ["verb 0-2 sp"]), ("sp|eaker 7", ["verb 0-7 sp"]),
    ("  |", ["verb 2-2 "]), ("list; sp|", ["verb 6-8 sp"]), ("list;|", ["verb 5-5 "]),
    ("claim |", ["span 6-6 "]), ("claim | 7", ["span 6-6 "]), ("claim ma|", ["span 6-8 ma"]),
    ("claim \"Th|", ["words 7-9 \"Th"]), ("claim \"Th|ere\" 7", ["words 7-12 \"Th"]),
    ("claim “a\\u{e9}|", ["words 7-14 “aé"]),
    ("claim \"a\" .. \"b|", ["words(\"a\") 14-15 \"b"]),
    ("claim \"a\" .. |", ["span(\"a\") 13-13 "]),
    ("claim \"a\"[|", ["all 10-10 "]),
    ("claim 7 |", ["../+/in 8-8 ", "../+/in 8-8 ", "../+/in 8-8 ", "as 8-8 ", "option 8-8 "]),
    (
      "claim 7 a|", ["../+/in 8-9 a", "../+/in 8-9 a", "../+/in 8-9 a", "as 8-9 a", "option 8-9 a"]
    ),
    ("claim 7 stance=|", ["value(stance) 15-15 "]),
    ("claim 7 stance=ag|", ["value(stance) 15-17 ag"]),
    ("claim 7 stance=\"ag|", ["value(stance) 16-18 \"ag"]),
    ("claim 7 by=|", ["reference(by) 11-11 "]), ("claim 7 by=s1,s|", ["reference(by) 14-15 s"]),
    ("claim 7 as |", ["newName 11-11 "]),
    ("open /tmp/a|", ["file 5-11 /tmp/a"]), ("open \"/tmp/a b|", ["file 6-14 \"/tmp/a b"]),
    ("untag |", ["where 6-6 ", "reference() 6-6 "]),
    ("untag c1 c|", ["where 9-10 c", "reference() 9-10 c"]),
    ("list where |", ["condition 11-11 "]),
    ("list # |", []), ("claim 7|", []),
  ])
  func tells(_ line: String, _ expectations: [String]) {
    #expect(Set(expected(line)) == Set(expectations), "\(expected(line))")
  }
}
