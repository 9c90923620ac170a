import Testing

@testable import Standoff

/// Lines that say more than the 16 bytes of a row hold.
@Suite struct LineRowTests {
  private static let longest = 70_000

  private static func set(_ lines: [String]) throws -> AnnotationSet {
    let article = try Article(bytes: Array(repeating: UInt8(ascii: "a"), count: 2 * longest))
    return AnnotationSet(parsing: Array(lines.map { $0 + "\n" }.joined().utf8), of: article)
  }

  @Test(arguments: [65_534, 65_535, 65_536, longest]) func spansMayBeLong(length: Int) throws {
    let words = String(repeating: "a", count: length)
    let set = try Self.set(["T1\tTopic 7 \(7 + length)\t\(words)", "T2\tTopic 8 9\ta"])
    #expect(set["T1"]?.ranges == [TextRange(7, 7 + length)])
    #expect(set["T1"]?.label == "Topic")
    #expect(set.annotations(overlapping: TextRange(6 + length, 8 + length)).map(\.id) == ["T1"])
    #expect(set.annotations.map(\.id) == ["T1", "T2"])
  }

  @Test(arguments: [65_534, 65_535, longest]) func groupsMayBeLarge(count: Int) throws {
    let members = (1...count).map { "T\($0)" }.joined(separator: " ")
    let set = try Self.set(["T\(count)\tTopic 0 1\ta", "*\tsame \(members)"])
    #expect(set.store.links(of: 1).count == count)
    #expect(
      set.store.links(of: 1).last.map { set.store.writtenID($0.target) }
        == AnnotationID("T\(count)"))
    #expect(set.store.label(of: 1) == "same")
  }

  @Test func namesMayBeMany() throws {
    let lines = (0..<5000).flatMap { number in
      [
        "T\(number)\tLabel\(number) \(number) \(number + 1)\ta",
        "A\(number)\tName\(number) T\(number)",
      ]
    }
    var set = try Self.set(lines)
    for number in 0..<5000 {
      let id = AnnotationID("T\(number)")
      #expect(set[id]?.label == "Label\(number)")
      #expect(set[id]?.ranges == [TextRange(number, number + 1)])
      #expect(set.attributes(of: id).map(\.name) == ["Name\(number)"])
    }
    // A line that is put in later is as wide.
    let row = set.store.insert(Array("T9000\tLabel4999 3 90000\t\n".utf8), after: nil)
    #expect(row.map(set.store.label(of:)) == "Label4999")
    #expect(set["T9000"]?.ranges == [TextRange(3, 90_000)])
  }

  @Test func rolesMayBeMany() throws {
    let count = 66_000
    let arguments = (0..<count).map { "r\($0):T1" }.joined(separator: " ")
    let set = try Self.set(["T1\tSay 0 1\ta", "E1\tSay:T1 \(arguments)"])
    let links = set.store.links(of: 1)
    #expect(links.count == count + 1)
    #expect(set.store.role(of: links[0]) == nil)
    for place in [1, 2, 65_000, 65_532, 65_533, 65_534, 65_535, 65_536, count] {
      #expect(set.store.role(of: links[place]) == "r\(place - 1)")
    }
  }

  /// Nothing is lost between what is put into a row and what it says.
  @Test func rowsSayWhatWasPutIn() {
    for kind in [LineKind.textBound, .discontinuous, .relation, .note, .malformed] {
      for label in [0, 1, 4093, 4094, 4095, 4096, UInt32.none] {
        let lengths: [UInt32] = [0, 1, 65_533, 65_534, 65_535, 65_536]
        for length in lengths {
          let second = kind == .textBound ? 40 + length : length
          let fields = WideRow(label: label, first: 40, second: second)
          guard let row = LineRow(3, kind, fields) else {
            #expect(length >= 65_535 || label >= 4095)
            #expect(LineRow(3, kind, wideIn: 9).isWide)
            #expect(LineRow(3, kind, wideIn: 9).kind == kind)
            continue
          }
          #expect((row.offset, row.kind, row.isWide) == (3, kind, false))
          #expect((row.label, row.first, row.second) == (label, 40, second))
          #expect(row.words == .unknown && row.value == .unknown)
        }
      }
    }
  }

  @Test func rowsSayWhatIsKnownOfWordsAndValues() throws {
    let words: [QuotedWords] = [.unknown, .fitting, .evenEdged, .bareEdged]
    let fields = WideRow(label: 7, first: 3, second: 9)
    for known in words {
      let row = try #require(LineRow(0, .textBound, fields, known))
      #expect(row.words == known && row.kind == .textBound && row.label == 7 && row.second == 9)
      let wide = LineRow(0, .textBound, wideIn: 2, known)
      #expect(wide.words == known && wide.kind == .textBound && wide.isWide)
    }
    let attribute = WideRow(label: 7, first: 3, second: 1)
    for code in [0, 1, 2, 65_534] as [UInt16] {
      let value = KeptValue(code: code)
      let row = try #require(LineRow(0, .attribute, attribute, value: value))
      #expect(row.value == value && row.kind == .attribute && row.second == 1 && row.first == 3)
    }
  }

  /// What the row of an attribute says of its value is what the line says.
  @Test func valuesAreThoseOfTheLines() throws {
    let long = String(repeating: "v", count: 40)
    let set = try Self.set([
      "T1\tTopic 0 1\ta", "A1\tStance T1 For", "A2\tStance T1", "A3\tStance T1 For",
      "A4\tStance T1 Gegen", "A5\tStance T1 so so", "A6\tStance T1 For\tmore", "A7\tStance T1 ",
      "A8\tStance T1 \(long)", "A9\tStance T1 für", "M1\tStance T1",
    ])
    let values = (1...10).map { set.store.rows[$0].value }
    #expect(values[0] == values[2] && values[0] != .unknown && values[0] != values[3])
    #expect(values[1] == .none && values[8] != .unknown)
    #expect([4, 5, 6, 7, 9].allSatisfy { values[$0] == .unknown })
  }
}
