import Testing
import TestSupport

@testable import Standoff

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", .null), (" true\n", .bool(true)), ("false", .bool(false)), ("0", .integer(0)),
      ("-7", .integer(-7)), ("9223372036854775807", .integer(.max)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.0", .number(1)),
      ("-0.5e-1", .number(-0.05)), ("2E+2", .number(200)), ("[]", .array([])),
      ("[1 , [ ] ]", .array([.integer(1), .array([])])), ("{ }", .object([])),
      (
        #"{"b":1,"a":"x","b":2}"#,
        .object([("b", .integer(1)), ("a", .string("x")), ("b", .integer(2))])
      ),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u00e9\uD83D\uDE00\u0000é""#, .string("é😀\u{0}é")),
    ] as [(String, JSONValue)])
  func reads(text: String, value: JSONValue) { #expect(JSONValue(parsing: text) == value) }

  @Test(arguments: [
    "", " ", "nul", "truer", "True", "+1", "01", "-", "-01", "1.", ".5", "1e", "1e+", "0x1", "1_0",
    "Infinity", "NaN", "1e999", "--1", "1 2", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "]", "{",
    #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a":1 "b":2}"#, #"""#, #""a"#, #""\"#,
    #""\x""#, #""\u12""#, #""\u12G4""#, #""\uD83D""#, #""\uD83D\n""#, #""\uD83D\u0041""#,
    #""\uDE00""#, "\"a\nb\"", "\"\u{0}\"", "'a'", "null null", "\u{FEFF}1",
  ])
  func refuses(text: String) { #expect(JSONValue(parsing: text) == nil) }

  @Test func whatIsNestedTooDeepIsRefused() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(JSONValue(parsing: nested(128)) != nil)
    #expect(JSONValue(parsing: nested(129)) == nil)
    #expect(JSONValue(parsing: String(repeating: "{\"a\":[", count: 100_000)) == nil)
  }

  @Test func stringsAreComparedToTheLetter() {
    #expect(JSONValue.string("é") != .string("e\u{301}"))
    let object = JSONValue.object([("e\u{301}", .integer(1)), ("é", .integer(2))])
    #expect(object["é"]?.integer == 2)
    #expect(object != .object([("é", .integer(1)), ("e\u{301}", .integer(2))]))
    #expect(object["x"] == nil && JSONValue.null["é"] == nil)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func whatIsWrittenIsReadBack(number: UInt64) {
    var seed = Seed(number)
    let value = Self.value(&seed, depth: 4)
    for asciiOnly in [false, true] {
      let text = value.encoded(asciiOnly: asciiOnly)
      #expect(JSONValue(parsing: text) == value, "seed \(number): \(text)")
      #expect(!asciiOnly || text.utf8.allSatisfy { $0 < 0x80 }, "seed \(number)")
      #expect(!text.unicodeScalars.contains { $0.isLineBreak || $0 == "\t" }, "seed \(number)")
    }
  }

  private static func value(_ seed: inout Seed, depth: Int) -> JSONValue {
    let text = RandomText.make(&seed, length: 6)
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &seed) {
    case 0: return .null
    case 1: return .bool(.random(using: &seed))
    case 2: return .integer(.random(in: .min ... .max, using: &seed))
    case 3: return .number(Double(Int.random(in: -9999...9999, using: &seed)) / 64)
    case 4: return .string(text)
    case 5: return .array((0..<3).map { _ in value(&seed, depth: depth - 1) })
    default: return .object((0..<2).map { ("\($0)\(text)", value(&seed, depth: depth - 1)) })
    }
  }
}
