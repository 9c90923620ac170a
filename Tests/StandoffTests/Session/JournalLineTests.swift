import Standoff
import Testing

@Suite struct JournalLineTests {
  static let header = JournalHeader(article: 0xC0FFEE, standoff: .max, rules: 1, follows: "a.1")

  static let records = [
    JournalRecord(
      .act(
        Act(
          "tag Claim @5-9=\"a # b\" note=\"#\"",
          Edit(hunks: [
            .init(
              line: 0, removed: [Array("#1\tNote T1\t\"#\\\n".utf8), [0xFF, 0x23, 0x0A]], added: []),
            .init(line: 7, removed: [], added: [Array("T1\tÄ\u{2028}\u{0}\r\n".utf8), []]),
          ]), names: ["xing": "T1", "a": "T2"])),
      at: Timestamp(seconds: 1_777_000_000), by: "alice", part: .init(number: 1, count: 3)),
    JournalRecord(.undo(2), at: Timestamp(seconds: 0), part: .init(number: 2, count: 3)),
    JournalRecord(.redo(1), at: Timestamp(seconds: 0), by: "a"),
    JournalRecord(.saving(0), at: Timestamp(seconds: 1)),
    JournalRecord(.saved(.max), at: Timestamp(seconds: 1)),
  ]

  private func written() -> [[UInt8]] {
    var line = JournalLine()
    return [line.encoded(Self.header)] + Self.records.map { line.encoded($0) }
  }

  @Test func whatIsWrittenIsRead() throws {
    var line = JournalLine()
    let lines = written()
    #expect(line.header(lines[0].dropLast()) == Self.header)
    for (bytes, record) in zip(lines.dropFirst(), Self.records) {
      #expect(line.record(bytes.dropLast()) == record)
      #expect(bytes.last == 0x0A)
      #expect(bytes.count { $0 == 0x0A } == 1)
    }
  }

  @Test func aLineIsACommandAndAComment() throws {
    let lines = written().map { String(decoding: $0, as: UTF8.self) }
    #expect(
      lines[0].hasPrefix("# galley journal 1 # {\"version\":1,\"article\":\"0000000000c0ffee\""))
    #expect(
      lines[1].hasPrefix("tag Claim @5-9=\"a # b\" note=\"#\" # {\"time\":\"2026-04-24T03:06:40Z\"")
    )
    #expect(lines[1].contains(#""names":{"a":"T2","xing":"T1"},"edit":[[0,["\u0023"#))
    #expect(lines[1].contains(#"{"hex":"ff230a"}"#))
    #expect(lines[2].hasPrefix("undo 2 # {"))
    #expect(lines[4].hasPrefix("# saving 0000000000000000 # {"))
    // Nothing after the last # but the object, whatever the notes hold.
    for line in lines { #expect(line.split(separator: "#").last?.first == " ") }
  }

  @Test func aChangedByteIsNoticed() {
    var line = JournalLine()
    let lines = written()
    _ = line.header(lines[0].dropLast())
    for place in lines[1].indices.dropLast() {
      for bit in [0, 5] as [UInt8] {
        var changed = lines[1]
        changed[place] ^= 1 << bit
        var reader = line
        #expect(reader.record(changed.dropLast()) == nil, "byte \(place)")
      }
    }
  }

  @Test func aLineInTheWrongPlaceIsNoticed() {
    var line = JournalLine()
    let lines = written()
    _ = line.header(lines[0].dropLast())
    #expect(line.record(lines[2].dropLast()) == nil)
    #expect(line.record(lines[1].dropLast()) != nil)
    #expect(line.record(lines[1].dropLast()) == nil)
  }

  @Test func aCommandStaysOnItsLine() {
    var line = JournalLine()
    let act = Act("note T1 \"one\ntwo\u{7}\tthree\"", Edit())
    let bytes = line.encoded(JournalRecord(.act(act), at: Timestamp(seconds: 0)))
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(#"note T1 "one\ntwo\u{7}\tthree" # "#))
  }

  @Test(arguments: [
    "", "#", "{}", "a # {}", #"a # {"time":1,"check":"0000000000000000"}"#,
    #"# galley journal 1 # {"version":1,"check":"0000000000000000"}"#, "\u{0}\u{0}\u{0}",
  ])
  func whatIsNoLineIsNone(text: String) {
    var line = JournalLine()
    #expect(line.record(Array(text.utf8)[...]) == nil)
    #expect(line.header(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    #"[[0,[],[]]]"#, #"[[-1,[],[]]]"#, #"[[0,[]]]"#, #"[[9223372036854775807,[],[]]]"#,
    #"[[0,["a"],3]]"#,
    #"[[0,[{"hex":"f"}],[]]]"#, #"[[0,[{"hex":"0g"}],[]]]"#, #"{}"#, #"[[0.5,[],[]]]"#,
  ])
  func anEditThatCannotBeIsRefused(text: String) throws {
    // Well signed, but made by hand.
    var line = JournalLine()
    let bytes = line.encoded(
      JournalRecord(.act(Act("x", Edit())), at: Timestamp(seconds: 0)))
    let body = String(decoding: bytes, as: UTF8.self).split(separator: ",\"check\"")[0]
      .replacing("\"edit\":[]", with: "\"edit\":\(text)")
    let check = String(contentHash(of: Array(body.utf8)), radix: 16)
    let padded = String(repeating: "0", count: 16 - check.count) + check
    var reader = JournalLine()
    let record = reader.record(Array("\(body),\"check\":\"\(padded)\"}".utf8)[...])
    #expect((record != nil) == (text == "[[0,[],[]]]"))
  }
}
