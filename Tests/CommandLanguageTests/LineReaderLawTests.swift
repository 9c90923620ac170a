import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// Whatever is typed is read or refused with a place, and never more than that.
@Suite struct LineReaderLawTests {
  private static let tokens = [
    "\"", "“", "”", "\\", "\\u{", "}", "/", "(", ")", "[", "]", "[all]", "[2,4-6]", "[-1]", "~",
    "i", "..", "...", "…", "+", "in", "@", "@1-5", "=", "=\"", "-", ".", ",", ":", ";", "#", "\n",
    "\r\n", " ", "  ", "\t", "7", "7-9", "7.2.3-9", "99999999999999999999", "0", "c1", "c2-c5", "$",
    "T48", "marks", "article", "hits", "where", "not", "or", "claim", "by", "without", "stance",
    "text", "~ ", "note", "as", "ref=", "서울", "e\u{301}", "👩‍👩‍👧", "\u{feff}", "\0", "\u{2028}", "'",
    "‘",
    "overlapping", ">=",
  ]

  private func soup(_ random: inout Seed) -> String {
    if Bool.random(using: &random) {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return (0..<Int.random(in: 0...14, using: &random)).map { _ in
      (Self.tokens.randomElement(using: &random) ?? "")
        + (Int.random(in: 0...2, using: &random) == 0 ? " " : "")
    }.joined()
  }

  /// Pulls something; 9 kinds.
  private func pull(
    _ kind: Int, from reader: inout LineReader
  ) throws(DiagnosticError) -> String? {
    switch kind {
    case 0: return try reader.span().description
    case 1: _ = try reader.references()
    case 2: _ = try reader.references(isLast: false, until: { $0 == "claim" })
    case 3: return "(\(try reader.query()))"
    case 4: _ = try reader.word(expecting: .text)
    case 5: _ = try reader.text()
    case 6: _ = try reader.number()
    case 7:
      if reader.optionName() != nil { _ = try reader.referenceList() }
    default:
      if reader.optionName() != nil { _ = try reader.value(of: "stance") }
      _ = reader.keyword("as")
    }
    return nil
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func readsOrRefusesWithAPlace(_ seed: UInt64) {
    var random = Seed(seed)
    for _ in 0..<1500 {
      let input = soup(&random)
      let kind = Int.random(in: 0...8, using: &random)
      let cursor = Int.random(in: 0...40, using: &random)
      for cursor in [nil, cursor] {
        var reader = LineReader(input, vocabulary: Vocabulary(.news), cursor: cursor)
        do throws(DiagnosticError) {
          while !reader.atEndOfInput, reader.expected.isEmpty {
            _ = try pull(kind, from: &reader)
            try reader.endOfCommand()
          }
        } catch {
          let place = error.diagnostic.place
          let length = (place.excerpt ?? "").unicodeScalars.count
          #expect(
            (1...length + 1).contains(place.column ?? 0) && place.length >= 1
              && (place.line ?? 0) >= 1, "seed \(seed), input \(input.quoted), \(error.diagnostic)")
        }
        for expected in reader.expected {
          #expect(
            expected.range.lowerBound <= cursor ?? 0
              && expected.range.upperBound <= input.unicodeScalars.count,
            "seed \(seed), input \(input.quoted)")
        }
      }
    }
  }

  private static let conditions = [
    "claim ", "stance=", "ref=", "verdict=", "against", "local:xing", "a(b)", "\"a) b\"", "(", "(",
    ")", ")", "not ", "or ", "by ", "by=", "c1", ",", "\"a b\"", "speaker:", "where ", "in ",
    " in ", "7", "note ", "text ", "~ ", "/a(b/", " ", "without ", ";", "#", "“", "”",
  ]

  /// Alone and in parentheses.
  @Test(arguments: [7, 8] as [UInt64])
  func whatAQueryPrintsReadsAsTheSame(_ seed: UInt64) {
    var random = Seed(seed)
    var count = 0
    for _ in 0..<12000 {
      let input = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Self.conditions.randomElement(using: &random) ?? ""
      }.joined()
      var reader = LineReader(input, vocabulary: Vocabulary(.news))
      guard let query = try? reader.query() else { continue }
      count += 1
      for printed in ["\(query)", "(\(query))", "((\(query)))"] {
        var again = LineReader(printed, vocabulary: Vocabulary(.news))
        let second = try? again.query()
        #expect(
          second?.description == query.description && again.atEnd,
          "seed \(seed), input \(input.quoted), printed \(printed)")
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: [5, 6] as [UInt64])
  func whatIsPrintedReadsAsTheSame(_ seed: UInt64) {
    var random = Seed(seed)
    for _ in 0..<6000 {
      let input = soup(&random)
      var reader = LineReader(input, vocabulary: Vocabulary(.news))
      guard let span = try? reader.span() else { continue }
      var again = LineReader(span.description)
      let second = try? again.span()
      #expect(
        second?.description == span.description && again.atEnd,
        "seed \(seed), input \(input.quoted), printed \(span)")
    }
  }
}
