import Adjudication
import Standoff
import Testing

/// Three-way merges of files in which two lines have one id.
@Suite struct TakenIDTests {
  private let article: Article
  private static let text = "Ida Moss said the ferry was late.\n\nTom Reyes says nobody asked us.\n"
  private static let lines = [
    "T1\tSpeaker 0 8\tIda Moss\n", "T1\tCue 9 13\tsaid\n", "T3\tClaim 14 32\tthe ferry was late\n",
    "R1\tattributedTo Arg1:T3 Arg2:T1\n",
  ]

  init() throws { article = try Article(bytes: Array(Self.text.utf8)) }

  private func set(_ lines: [String]) -> AnnotationSet {
    AnnotationSet(parsing: Array(lines.joined().utf8), of: article)
  }

  private let moved = ["T1\tSpeaker 35 44\tTom Reyes\n"]
  private let added = ["T9\tQuote 50 65\tnobody asked us\n"]

  @Test func noMergeUsesALineThatNeitherSideUses() throws {
    let ours = set(moved + Self.lines.dropFirst())
    let error = #expect(throws: DiagnosticError.self) {
      try ThreeWayMerge(base: set(Self.lines), ours: ours, theirs: set(Self.lines + added))
    }
    #expect(error?.diagnostic.name == .duplicateID)
    #expect(error?.diagnostic.place.line == 2)
  }

  /// Whoever takes the first line away by hand means the second.
  @Test func whatOneSidePutToUseIsUsed() throws {
    let ours = set([Self.lines[1], Self.lines[2]])
    let merge = try ThreeWayMerge(
      base: set(Self.lines), ours: ours, theirs: set(Self.lines + added))
    #expect(merge.merged.annotations.contains { $0.label == "Quote" })
  }
}
