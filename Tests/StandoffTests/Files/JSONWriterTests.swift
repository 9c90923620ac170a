import Standoff
import Testing

@Suite struct JSONWriterTests {
  @Test func keysKeepTheirOrder() {
    let value = JSONValue.object([
      ("name", .string("b")), ("count", .integer(2)), ("all", .array([.null, .bool(true)])),
    ])
    #expect(value.encoded() == #"{"name":"b","count":2,"all":[null,true]}"#)
  }

  @Test func whatWouldBreakALineIsEscaped() {
    let value = JSONValue.string("a\"b\\c\nd\te\u{0}\u{1B}\u{85}\u{2028}é😀")
    #expect(value.encoded() == #""a\"b\\c\nd\te\u0000\u001b\u0085\u2028é😀""#)
    #expect(
      value.encoded(asciiOnly: true)
        == #""a\"b\\c\nd\te\u0000\u001b\u0085\u2028\u00e9\ud83d\ude00""#)
  }

  @Test func aNumberThatIsNoneIsNull() {
    #expect(JSONValue.number(.nan).encoded() == "null")
    #expect(JSONValue.array([.number(-.infinity), .number(0.5)]).encoded() == "[null,0.5]")
  }
}
