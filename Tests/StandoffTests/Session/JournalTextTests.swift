import Standoff
import TestSupport
import Testing

@Suite struct JournalTextTests {
  /// A journal of forty acts with undoing, saving and a block in between, and where its lines end.
  private static func written() -> (bytes: [UInt8], ends: [Int]) {
    var line = JournalLine()
    var bytes = line.encoded(JournalHeader(article: 1, standoff: 2, rules: 1))
    var ends = [bytes.count]
    func add(_ block: [JournalRecord.Event], _ bytes: inout [UInt8]) {
      for (index, event) in block.enumerated() {
        let part = block.count > 1 ? JournalRecord.Part(number: index + 1, count: block.count) : nil
        bytes += line.encoded(
          JournalRecord(event, at: Timestamp(seconds: 0), part: part))
      }
    }
    for number in 0..<40 {
      let text = Array("T\(number)\tIs 0 1\t“\n".utf8)
      let act = Act("x", Edit(hunks: [.init(line: number, removed: [], added: [text])]))
      add([.act(act)], &bytes)
      ends.append(bytes.count)
      if number == 20 {
        add([.undo(2), .redo(2), .saving(UInt64(number))], &bytes)
        ends.append(bytes.count)
      }
    }
    return (bytes, ends)
  }

  @Test(arguments: [0, 1])
  func cutAnywhereItTellsAllThatWasAnsweredFor(first: Int) throws {
    let (bytes, ends) = Self.written()
    for length in stride(from: first, through: bytes.count, by: 2) {
      let text = JournalText(Array(bytes[..<length]))
      let whole = ends.last { $0 <= length } ?? 0
      #expect(text.length == whole)
      #expect(text.ending == (whole == length ? .whole : .torn), "cut at \(length)")
      #expect((text.journal != nil) == (whole > 0))
    }
    #expect(JournalText(bytes).journal?.acts.count == 40)
    #expect(JournalText(bytes).journal?.done.count == 40)
  }

  @Test func aDamagedLineStopsTheReadingThere() throws {
    let (bytes, _) = Self.written()
    var seed = Seed(5)
    for _ in 0..<400 {
      var damaged = bytes
      let place = Int.random(in: 0..<(bytes.count - 1), using: &seed)
      damaged[place] ^= UInt8.random(in: 1...255, using: &seed)
      let text = JournalText(damaged)
      let line = bytes[..<place].count { $0 == 0x0A } + 1
      guard case .damaged(let found) = text.ending else {
        Issue.record("byte \(place) changed and not noticed: \(text.ending)")
        continue
      }
      #expect(found <= line, "byte \(place)")
      #expect(found >= line - 2, "byte \(place)")
      #expect(text.length <= place)
    }
  }

  @Test func aLostLineIsNoticed() throws {
    let (bytes, _) = Self.written()
    let lines = bytes.split(separator: 0x0A)
    for lost in 1..<(lines.count - 1) {
      var rest = lines
      rest.remove(at: lost)
      let text = JournalText(Array(rest.joined(separator: [0x0A])) + [0x0A])
      guard case .damaged = text.ending else {
        Issue.record("line \(lost + 1) lost and not noticed")
        continue
      }
    }
  }

  @Test func undoingMoreThanWasDoneIsDamage() {
    var line = JournalLine()
    var bytes = line.encoded(JournalHeader(article: 1, standoff: 2, rules: 1))
    let length = bytes.count
    for count in [Int.max, 1, 0, -1, .min] {
      var line = line
      bytes.removeLast(bytes.count - length)
      bytes += line.encoded(JournalRecord(.undo(count), at: Timestamp(seconds: 0)))
      #expect(JournalText(bytes).ending == .damaged(line: 2))
      #expect(JournalText(bytes).length == length)
    }
  }

  @Test func aBlockWithAPartMissingIsDamage() {
    var line = JournalLine()
    var bytes = line.encoded(JournalHeader(article: 1, standoff: 2, rules: 1))
    for number in [1, 3] {
      bytes += line.encoded(
        JournalRecord(
          .saving(0), at: Timestamp(seconds: 0), part: .init(number: number, count: 3)))
    }
    #expect(JournalText(bytes).ending == .damaged(line: 2))
  }

  @Test func aLaterFormatIsNotRead() {
    var header = JournalHeader(article: 1, standoff: 2, rules: 1)
    header.version = 2
    var line = JournalLine()
    let text = JournalText(line.encoded(header) + Array("whatever comes then\n".utf8))
    #expect(text.journal?.header.version == 2)
  }

  @Test func anyBytesAtAllAreRead() {
    var seed = Seed(6)
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &seed) }
      #expect(JournalText(bytes).journal == nil)
    }
  }
}
