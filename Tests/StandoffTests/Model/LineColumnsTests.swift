import Testing

@testable import Standoff

@Suite struct LineColumnsTests {
  /// The label and the place of a span say what it looks like only where its numbers are the shortest.
  @Test func plainSpansAreSpelledByTheirLabelsAndPlaces() throws {
    let article = try Article(bytes: Array("Ida Moss said the old pier closes.\n".utf8))
    let lines = [
      "T1\tSpeaker 0 8\tIda Moss", "T2\tCue 9 13\tsaid", "T10\tCue 09 13\tsaid",
      "T11\tCue 9 013\tsaid", "T12\tCue 9 13\tpaid", "T13\tCue 9 13;14 17\tsaid the",
      "A1\thedged T1", "R1\tabout Arg1:T1 Arg2:T2", "R2\tabout Arg1:T2 Arg2:T99",
      "T02\tCue 9 13\tsaid", "*\tEquiv T1 T2",
    ]
    let set = AnnotationSet(
      parsing: Array((lines.joined(separator: "\n") + "\n").utf8), of: article)
    let columns = StandoffLines(set).columns()
    #expect(
      columns.arePlain.indices.filter { columns.arePlain[$0] } == [0, 1, 6, 7, 8])
    #expect(columns.broken == [8])
    #expect(columns.targets[6...8].elementsEqual([0, 0, 1]))
    #expect(columns.targets[0] == LineColumns.nobody)
    #expect(
      columns.secondTargets[6...8].elementsEqual([LineColumns.nobody, 1, LineColumns.nobody]))
    #expect(columns.kinds[10] == .group && columns.kinds[5] == .discontinuous)
    #expect(columns.ids[9].bits == PackedID.unusual.bits && columns.ids[2].description == "T10")
    let plain = StandoffLines(set)
    for row in columns.arePlain.indices where columns.arePlain[row] {
      #expect(plain.isSpelled(UInt32(row)))
    }
  }

  /// Attributes and relations are plain where what they say is all that is written.
  @Test func plainTiesAreSpelledByWhatTheySay() throws {
    let article = try Article(bytes: Array("Ida Moss said the old pier closes.\n".utf8))
    let plain = [
      "A1\thedged T1", "A2\tform T1 name", "A3\tform T1 two words", "A20\tform T2 a:b",
      "R1\tabout Arg1:T1 Arg2:T2", "R2\tabout From:T1 To:T2", "R30\tabout Arg1:T2 Arg2:R1",
    ]
    let odd = [
      "A4\tform T1  name", "A5\tform T1 name ", "A6\tform  T1 name", "A7\tform T2 ",
      "A8\tform T1 na\tme", "A9\t form T1", "M1\thedged T2", "A01\tform T2 x",
      "A10\tform T1 name\r", "A11\thedged T2\r",
      "R3\tabout Arg2:T1 Arg1:T2", "R4\tabout  Arg1:T1 Arg2:T2", "R5\tabout Arg1:T1  Arg2:T2",
      "R6\tabout Arg1:T1 Arg2:T2\t", "R7\tabout Arg1:T1 Arg2:T2 ",
      "R8\tabout Arg1:T1 Arg2:T2\r", "R9\tabout Arg1:T1\u{B}Arg2:T2",
    ]
    let lines = ["T1\tSpeaker 0 8\tIda Moss", "T2\tCue 9 13\tsaid"] + plain + odd
    let set = AnnotationSet(
      parsing: Array((lines.joined(separator: "\n") + "\n").utf8), of: article)
    let read = StandoffLines(set)
    let columns = read.columns()
    #expect(columns.arePlain.indices.filter { columns.arePlain[$0] } == Array(0..<plain.count + 2))
    for row in UInt32(2)..<UInt32(plain.count + 2) {
      let record = read.record(row)
      let said =
        record.kind == .relation
        ? record.mentions.map { "\($0.role):\($0.id)" }
        : record.mentions.map(\.id.description) + (record.value.map { [$0] } ?? [])
      #expect(
        read.body(of: row).elementsEqual("\t\(([record.name] + said).joined(separator: " "))".utf8))
      #expect(read.isSpelled(row))
    }
  }
}
