import Standoff
import Testing

/// An edit is carried out where it fits, and else changes nothing.
@Suite struct AppliedEditTests {
  private func set(_ text: String) throws -> AnnotationSet {
    AnnotationSet(parsing: Array(text.utf8), of: try Article(bytes: Array("one two".utf8)))
  }

  private func hunk(_ line: Int, _ removed: [String], _ added: [String]) -> Edit.Hunk {
    Edit.Hunk(
      line: line, removed: removed.map { Array($0.utf8) }, added: added.map { Array($0.utf8) })
  }

  private func apply(_ hunks: [Edit.Hunk], to text: String) throws -> String {
    var set = try set(text)
    try set.apply(Edit(hunks: hunks))
    return String(decoding: set.encoded(), as: UTF8.self)
  }

  @Test func severalHunksCountInTheOldFile() throws {
    let result = try apply(
      [hunk(0, [], ["x\n"]), hunk(1, ["b\n", "c\n"], ["y\n"]), hunk(4, [], ["z"])],
      to: "a\nb\nc\nd\n")
    #expect(result == "x\na\ny\nd\nz")
  }

  @Test func hunksMayTouch() throws {
    #expect(try apply([hunk(0, ["a\n"], []), hunk(1, [], ["x\n"])], to: "a\nb\n") == "x\nb\n")
  }

  @Test(
    arguments: [
      (0, ["b\n"], []), (0, ["a"], []), (1, ["b\n", "c\n"], []), (3, [], ["x\n"]),
      (-1, [], ["x\n"]),
      (.max, ["a\n"], ["x\n"]), (2, ["a\n"], []), (0, [], ["x"]), (0, [], ["x\ny\n"]),
      (0, [], [""]),
      (2, [], ["x", "y\n"]),
    ] as [(Int, [String], [String])])
  func whatDoesNotFit(line: Int, removed: [String], added: [String]) throws {
    var set = try set("a\nb\n")
    let error = #expect(throws: DiagnosticError.self) {
      try set.apply(Edit(hunks: [hunk(line, removed, added)]))
    }
    #expect(error?.diagnostic.name == .editDoesNotFit)
    #expect(set.encoded() == Array("a\nb\n".utf8))
  }

  @Test func hunksOutOfOrderDoNotFit() throws {
    #expect(throws: DiagnosticError.self) {
      try apply([hunk(1, ["b\n"], []), hunk(0, ["a\n"], [])], to: "a\nb\n")
    }
  }

  @Test func aLineCannotFollowOneWithoutALineEnd() throws {
    #expect(throws: DiagnosticError.self) { try apply([hunk(2, [], ["x\n"])], to: "a\nb") }
    #expect(try apply([hunk(1, ["b"], ["b\n", "x"])], to: "a\nb") == "a\nb\nx")
    #expect(try apply([hunk(0, [], ["x\n"])], to: "a\nb") == "x\na\nb")
  }

  @Test func anEarlierLineTakesTheIdOfALaterOne() throws {
    var set = try set("T1\tA 0 3\tone\n")
    let edit = Edit(hunks: [hunk(0, [], ["T1\tB 4 7\ttwo\n"])])
    try set.apply(edit)
    #expect(set["T1"]?.label == "B")
    #expect(set.malformed.map(\.name) == [.duplicateID])
    #expect(set.malformed.map(\.place.line) == [2])
    try set.apply(edit.inverse)
    #expect(set["T1"]?.label == "A")
    #expect(set.malformed.isEmpty)
  }
}
