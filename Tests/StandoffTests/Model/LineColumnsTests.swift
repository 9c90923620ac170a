import Testing

@testable import Standoff

@Suite struct LineColumnsTests {
  /// The label and the place of a line say what it looks like only where its numbers are the shortest.
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
      columns.arePlainSpans.indices.filter { columns.arePlainSpans[$0] } == [0, 1])
    #expect(columns.broken == [8])
    #expect(columns.targets[6...8].elementsEqual([0, 0, 1]))
    #expect(columns.targets[0] == LineColumns.nobody)
    #expect(columns.kinds[10] == .group && columns.kinds[5] == .discontinuous)
    #expect(columns.ids[9].bits == PackedID.unusual.bits && columns.ids[2].description == "T10")
    let plain = StandoffLines(set)
    for row in columns.arePlainSpans.indices where columns.arePlainSpans[row] {
      #expect(plain.isSpelled(UInt32(row)))
    }
  }
}
