import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

@Suite struct SpanEchoTests {
  private func echo(_ marked: String) throws -> String {
    let text = MarkedText(marked)
    let article = try Article(bytes: Array(text.text.utf8))
    let ranges = text.spans.filter { $0.label == "it" }.map { TextRange($0.lower, $0.upper) }
    return SpanEcho(article).expression(for: ranges)
  }

  @Test(arguments: [
    ("Then [it|Ann Bell] spoke.", "“Ann Bell”"),
    ("[it|The tide waits\r\nfor no one], she said.", "“The tide waits for no one”"),
    (
      "[it|The tide waits for no one, and the harbour is full of ships today], she said.",
      "“The tide waits for … ships today”"
    ),
    (
      "The tide waits for me. [it|The tide waits for no one, and the harbour is full of ships today].",
      "“The tide waits for no one, and … full of ships today”"
    ),
    ("Bell rang.\n\n[it|Bell] left.", "“Bell” in 2"),
    ("Bell rang, [it|Bell] left.", "“Bell”[2]"),
    ("Many har[it|bour]s.", "“bour”~"),
    ("Many harbours, har[it|bour]s.", "“bour”~[2]"),
    ("“[it|Go],” he said, “[it|go home].”", "“Go” + “go home”"),
    ("Bell.\n\n[it|Bell] and [it|tide].", "“Bell” + “tide” in 2"),
    ("She said [it|“no” and “yes”].", "““no” and “yes””"),
    ("[it|One.” Two], she said “three”.", "“One.\" Two”"),
    ("A [it|back\\\\slash\u{7}] and more.", "“back\\\\slash\\u{7}”"),
    ("그는 [it|서울]에서 왔다.", "“서울”"),
    ("[it|The end … of] it. The end of it.", "“The end … of”"),
    ("a a a [it|a] a a", "“a”[4]"),
    ("ha [it|ha ha] ha ha", "@3-8=\"ha ha\""),
  ])
  func echoesTheShortestThatLeadsBack(_ marked: String, _ expected: String) throws {
    #expect(try echo(marked) == expected)
  }

  @Test func longRunsWithoutBlanksAreShortenedToo() throws {
    let text = "北京大学在北京的一个大城市里面有很多学生和老师他们每天都去图书馆看书然后回家吃饭睡觉第二天再来"
    #expect(try echo("[it|\(text)]。").count < text.count + 2)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func whatIsEchoedResolvesToItsOwnSpan(_ seed: UInt64) throws {
    var random = Seed(seed)
    for _ in 0..<60 {
      let text = RandomText.make(&random, length: 60)
      let article = try Article(bytes: Array(text.utf8))
      let echo = SpanEcho(article)
      let resolver = SpanResolver(article)
      for _ in 0..<6 {
        var pieces: [TextRange] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let lower = Int.random(in: 0...article.scalarCount, using: &random)
          let upper = min(lower + Int.random(in: 0...40, using: &random), article.scalarCount)
          let wide = article.widenedToGraphemes(TextRange(lower, upper))
          guard let piece = article.trimmed(wide), !pieces.contains(where: piece.overlaps) else {
            continue
          }
          pieces.append(piece)
        }
        let ranges = article.joining(pieces)
        guard !ranges.isEmpty else { continue }
        let printed = echo.expression(for: ranges)
        var reader = LineReader(printed)
        let comment = "seed \(seed), \(text.quoted), \(ranges), printed \(printed)"
        let expression = try? reader.span()
        let found = expression.flatMap { try? resolver.resolve($0) }
        #expect(found?.spans == [ranges] && reader.atEnd, Comment(rawValue: comment))
      }
    }
  }

  /// A stretch without blanks cannot be shortened to words: its offsets name it, and no line holds
  /// all of it.
  @Test func aRunWithoutBlanksIsNamedByItsOffsets() throws {
    let run = String(repeating: "x", count: 10_000)
    let echo = SpanEcho(try Article(bytes: Array("one \(run) two".utf8)))
    let range = TextRange(4, 10_004)
    #expect(echo.expression(for: [range]) == "@4-10004")
    #expect(echo.excerpt(of: [range]).count < 200)
  }
}
