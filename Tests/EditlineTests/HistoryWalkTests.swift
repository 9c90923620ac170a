import Testing

@testable import Editline

@Suite struct HistoryWalkTests {
  /// What `keys` show one after the other: `<` goes back, `>` forth, `-` stands for the bell.
  private func walk(_ entries: [String], typed: String, _ keys: String) -> [String] {
    var walk = HistoryWalk(entries: entries, typed: typed, prefix: typed)
    return keys.map { key in
      let moves = key == "<" ? walk.goBack() : walk.goForth()
      return moves ? walk.line : "-"
    }
  }

  @Test func itGoesBackThroughAllEntriesAndForthToTheTypedLine() {
    #expect(
      walk(["one", "two"], typed: "", "<<<>>>") == ["two", "one", "-", "two", "", "-"])
  }

  @Test func onlyEntriesThatStartAsTheLineDoesAreShown() {
    let entries = ["claim 7", "speaker 2", "claim 8", "cl"]
    #expect(
      walk(entries, typed: "cl", "<<<>>") == ["claim 8", "claim 7", "-", "claim 8", "cl"])
  }

  @Test func anEmptyHistoryHasNothingToShow() {
    #expect(walk([], typed: "x", "<>") == ["-", "-"])
  }
}
