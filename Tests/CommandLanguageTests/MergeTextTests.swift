import Adjudication
import CommandLanguage
import Standoff
import Testing

/// What is said of a merge whose alignment may not be the best one.
@Suite struct MergeTextTests {
  /// Three annotators who marked much on one place.
  private func merge(stepLimit: Int) throws -> MergeText {
    let article = try Article(
      bytes: Array(String(repeating: "abcdefghij ", count: 4).utf8))
    let sets = (0..<3).map { annotator in
      let lines = (0..<8).map { number in
        let start = (5 * number + 2 * annotator) % 30
        let end = start + 4 + (number + annotator) % 5
        let words = article.text(in: [TextRange(start, end)])
        return "T\(number + 1)\tClaim \(start) \(end)\t\(words)\n"
      }
      return AnnotatorSet(
        ["ana", "ben", "cleo"][annotator],
        AnnotationSet(parsing: Array(lines.joined().utf8), of: article))
    }
    return MergeText(
      AnnotatorMerge(
        try AnnotatorClusters(of: sets, stepLimit: stepLimit), policy: AgreedPolicy()))
  }

  @Test func aSearchThatWasGivenUpIsSaid() throws {
    let text = try merge(stepLimit: 0)
    #expect(text.summary.contains("; aligned within "))
    #expect(text.summary.hasSuffix(" % of the best"))
    #expect(text.warning?.contains("less at most") == true)
    #expect(text.json.encoded().contains("\"aligned_within\":0."))
    var sum = text.tally
    sum.add(text.tally)
    #expect(sum.summary(of: "all", judge: nil).contains("; 2 aligned within "))
  }

  @Test func theBestAlignmentIsNotSpokenOf() throws {
    let text = try merge(stepLimit: Alignment.stepLimit)
    #expect(!text.summary.contains("aligned"))
    #expect(text.warning == nil && text.json["aligned_within"] == nil)
  }

  @Test func thePiecesMakeUpTheObject() throws {
    let text = try merge(stepLimit: Alignment.stepLimit)
    let others: [(key: String, value: JSONValue)] = [("left", .integer(2))]
    var pieces: [String] = []
    text.pieces.forEach(adding: others) { pieces.append($0) }
    #expect(pieces.joined() == JSONValue.object(text.members + others).encoded())
    #expect(pieces.count > text.lines.count && text.lines.count > 1)
    var nothing = ""
    JSONPieces([]).forEach { nothing += $0 }
    #expect(nothing == "{}")
  }
}
