import TestSupport
import Testing

/// The real article, where it lies beside the checkout, with two typos mended, a paragraph put in and
/// one moved: the report has to read right to a person.
@Suite(.enabled(if: SeedArticle.text != nil)) struct SeedCorrectionTests {
  /// The article as a desk would correct it.
  private static func corrected(_ text: String) -> String {
    var paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    paragraphs = paragraphs.map {
      $0.replacing("dilemma was showed", with: "dilemma was shown")
        .replacing("toned-down language", with: "toned down language")
    }
    if let envoy = paragraphs.firstIndex(where: { $0.hasPrefix("The envoy also hit out") }) {
      let moved = paragraphs.remove(at: envoy)
      paragraphs.insert(contentsOf: ["", moved], at: paragraphs.count - 1)
    }
    if let first = paragraphs.firstIndex(where: { $0.hasPrefix("Chinese Ambassador") }) {
      paragraphs.insert(contentsOf: ["The embassy gave no further comment.", ""], at: first)
    }
    return paragraphs.joined(separator: "\n")
  }

  @Test func theReportReadsRight() throws {
    let text = try #require(SeedArticle.text)
    let folder = try WorkingFolder()
    try folder.write(text, to: "envoy.txt")
    let commands = [
      "speaker \"Xing Haiming\"", "claim \"There is no problem\" .. \"target China\" by=$",
      "claim \"strategic dilemma was showed again\"", "topic \"toned-down language\"",
      "topic \"Quadrilateral Security Dialogue\"", "claim \"fake multilateralism\"",
      "quote marks in 6", "speaker \"Joe Biden\"",
    ]
    let made = try ProcessRun(
      "galley", ["envoy.txt"] + commands.flatMap { ["-c", $0] }, in: folder)
    try #require(made.status == 0, "\(made)")
    try folder.write(text, to: "old.txt")
    try folder.write(Self.corrected(text), to: "envoy.txt")
    let run = try ProcessRun(
      "galley", ["reanchor", "envoy.txt", "--from", "old.txt"], in: folder)
    #expect(
      run.output == """
        envoy.ann: 0 kept, 6 moved, 2 changed, 0 lost
          changed  4.1  Claim  “strategic dilemma was showed again” → “strategic dilemma was shown again”  0.96
          changed  4.2  Topic  “toned-down language” → “toned down language”  0.97

        """, "\(run)")
    let check = try ProcessRun("galley", ["validate", "envoy.ann"], in: folder)
    #expect(check == ProcessRun(status: 0, output: "", errors: ""))
  }
}
