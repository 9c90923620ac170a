import TestSupport
import Testing

@testable import Standoff

@Suite struct TextComparisonTests {
  @Test(arguments: 0..<400) func runsAreTheSameInBothAndOverlapNowhere(seed: UInt64) {
    let texts = RandomCorrection(seed)
    let (old, new) = (Array(texts.old.utf8), Array(texts.new.utf8))
    let runs = TextComparison(old, new).runs
    var last = 0
    for run in runs {
      #expect(run.old.lowerBound >= last && !run.old.isEmpty && !run.new.isEmpty, "seed \(seed)")
      last = run.old.upperBound
      if run.isExact {
        #expect(old[run.old] == new[run.new], "seed \(seed)")
      } else {
        #expect(
          FoldedKeys.areAlike(old[run.old], new[run.new]) || old[run.old].allSatisfy(\.isBlank),
          "seed \(seed)")
      }
    }
    let inNew = runs.map(\.new).sorted { $0.lowerBound < $1.lowerBound }
    #expect(
      zip(inNew, inNew.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "seed \(seed)")
    // The other way round the same is shared.
    let back = TextComparison(new, old).runs.map(\.reversed)
      .sorted { $0.old.lowerBound < $1.old.lowerBound }
    #expect(back == runs, "seed \(seed)")
  }

  @Test func aMovedParagraphIsFoundWithItsTypo() {
    let first = "The harbour board met on Monday in the old customs house by the pier.\n\n"
    let second = "Nobody had asked the owners of the cafés what they thought of it all.\n\n"
    let third = "The chair promised a report before the summer and a vote soon after it.\n\n"
    let old = Array((first + second + third).utf8)
    let new = Array((second.replacing("owners", with: "owner") + first + third).utf8)
    let runs = TextComparison(old, new).runs
    #expect(runs.reduce(0) { $0 + $1.old.count } >= old.count - 2)
    #expect(runs.map(\.new.lowerBound) != runs.map(\.new.lowerBound).sorted())
  }

  @Test func kindsOfMarksAndBlanksAreReadTheSame() {
    let old = Array("“It’s late” – he said\nat the café.".utf8)
    let new = Array("\"It's late\" - he said at the cafe\u{301}.".utf8)
    let runs = TextComparison(old, new).runs
    #expect(runs.reduce(0) { $0 + $1.old.count } == old.count)
    #expect(runs.reduce(0) { $0 + $1.new.count } == new.count)
  }

  @Test func manyChangesInATextThatRepeatsItselfAreFound() {
    let lines = ["Ada Brook spoke first.\n", "Nobody asked the harbour board.\n", "[Applause]\n"]
    let old = Array(String(repeating: lines.joined(), count: 1000).utf8)
    let new = Array(
      String(repeating: lines.joined().replacing("asked", with: "heard"), count: 900).utf8
        + old.prefix(old.count / 10))
    let runs = TextComparison(old, new).runs
    #expect(runs.reduce(0) { $0 + $1.old.count } >= old.count - 900 * 5)
  }

  /// Nothing here may take time by the square of the length.
  @Test(arguments: [
    "one letter", "one line over and over", "two lines by turns", "a blank page", "one word",
    "all different", "nothing", "one token",
  ])
  func whatRepeatsItselfEndlesslyIsComparedAllTheSame(_ kind: String) {
    let count = 300_000
    func text(_ turn: Int) -> [UInt8] {
      switch kind {
      case "one letter": return Array(repeating: 0x61, count: count + turn)
      case "one line over and over":
        var lines = Array(repeating: "ha ha ha\n", count: count / 9)
        for place in stride(from: 7 * turn, to: lines.count, by: 997) where turn > 0 {
          lines[place] = "ho ho\n"
        }
        return Array(lines.joined().utf8)
      case "two lines by turns":
        return Array(
          (0..<count / 9).map { ($0 + turn) % 2 == 0 ? "one two\n" : "two one\n" }.joined().utf8)
      case "a blank page": return Array(repeating: turn == 0 ? 0x20 : 0x0A, count: count)
      case "one word":
        return Array((0..<count / 5).map { $0 % 1009 == turn ? "odd " : "word " }.joined().utf8)
      case "all different":
        return Array((0..<count / 7).map { "w\($0 &* 7919 &+ turn &* 104_729) " }.joined().utf8)
      case "nothing": return turn == 0 ? [] : Array("something\n".utf8)
      default:
        return Array((String(repeating: "a", count: count / 2) + (turn == 0 ? "b" : "c")).utf8)
          + Array(repeating: 0x61, count: count / 2)
      }
    }
    let (old, new) = (text(0), text(1))
    for run in TextComparison(old, new).runs where run.isExact {
      #expect(old[run.old] == new[run.new])
    }
  }
}
