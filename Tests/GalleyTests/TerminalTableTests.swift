import Testing

/// Each answer that `Docs/Design/Terminal.md` gives to a trap of libedit is held by a test there is.
@Suite struct TerminalTableTests {
  @Test func everyTrapHasItsTest() throws {
    let rows = try Repository.text("Docs/Design/Terminal.md").split(separator: "\n")
      .compactMap { try? /\| ([0-9]+) \|.*`(\w+)\.(\w+)` \|/.wholeMatch(in: $0) }
    #expect(rows.compactMap { Int($0.output.1) } == Array(1...21))
    for row in rows {
      let (_, _, suite, test) = row.output
      let file = Repository.files(below: "Tests", ending: "/\(suite).swift").first
      let source = try Repository.text(#require(file, "there is no suite \(suite)"))
      #expect(source.contains("func \(test)("), "\(suite) has no test \(test)")
    }
  }
}
