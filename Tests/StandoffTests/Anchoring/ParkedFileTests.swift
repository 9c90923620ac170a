import Testing

@testable import Standoff

@Suite struct ParkedFileTests {
  private static func section(_ article: UInt64?, _ lines: String...) -> ParkedSection {
    ParkedSection(article: article, lines: lines.map { Array(($0 + "\n").utf8) })
  }

  @Test func whatIsWrittenIsReadAgain() {
    var file = ParkedFile()
    file.add(Self.section(0xAB, "T1\tTopic 0 4\tPier", "A1\tstance T1 favor"))
    file.add(Self.section(nil, "T2\tTopic 5 9\tPier"))
    let text = String(decoding: file.encoded(), as: UTF8.self)
    #expect(
      text == """
        %% What galley reanchor could not place; it takes it up again when the words come back.
        %% article 00000000000000ab
        T1\tTopic 0 4\tPier
        A1\tstance T1 favor
        %% article unknown
        T2\tTopic 5 9\tPier

        """)
    #expect(ParkedFile(parsing: file.encoded()) == file)
  }

  @Test func nothingParkedIsNoFile() {
    #expect(ParkedFile().encoded().isEmpty && ParkedFile(parsing: []).sections.isEmpty)
    var file = ParkedFile()
    file.add(Self.section(1))
    #expect(file.sections.isEmpty && file.encoded().isEmpty)
  }

  @Test func theSameIsNotParkedTwice() {
    var file = ParkedFile()
    file.add(Self.section(1, "T1\tTopic 0 4\tPier"))
    file.add(Self.section(1, "T1\tTopic 0 4\tPier", "T2\tTopic 5 9\tdock"))
    file.add(Self.section(2, "T1\tTopic 0 4\tPier"))
    #expect(file.sections.map(\.lines.count) == [1, 1, 1])
  }

  @Test func linesThatNobodyWroteAreKept() {
    let file = ParkedFile(parsing: Array("by hand\n%% a remark\n%% article zz\nT1\tx".utf8))
    #expect(file.sections == [Self.section(nil, "by hand"), Self.section(nil, "T1\tx")])
  }
}
