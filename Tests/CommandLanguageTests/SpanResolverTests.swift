import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// Every form of the span table, on text with Hangul, emoji with joiners, combining accents, CR LF
/// and a byte order mark.
@Suite struct SpanResolverTests {
  private static let harbour = MarkedText(
    "\u{feff}[title|Harbour talk]\r\n\r\n"
      + "[p2|[a1|“[q1|[tide|The tide] waits for [noone|no one]],” said [bell|Ann [B|Bell]].] "
      + "[a2|“[q2|We sail at [noon|noon].]”]]\r\n\r\n"
      + "[p3|[seoul|서울]에서 [ship|배]가 왔다. [seoul2|서울]은 멀다. The captain’s [crew|crew 👩‍👩‍👧] waved [thumb|👍🏽] twice.]"
      + "\r\n\r\n"
      + "[p4|A [c1|café], a [c2|cafe\u{301}] and a [c3|cafe]; [B2|Bell] rang [thebell|the [b|bell]]—[twice|twice].]"
      + "\r\n\r\n"
      + "[p5|She said [no|no]. [end|The [en|end] … of] the [tale|harbour tale].]\r\n")

  private let article: Article
  private let resolver: SpanResolver

  init() throws {
    article = try Article(bytes: Array(Self.harbour.text.utf8))
    resolver = SpanResolver(article, hits: [Self.ranges("B"), Self.ranges("B2")]) {
      name, place throws(DiagnosticError) in
      switch name {
      case "$", "x1": return Self.ranges("tide")
      case "q1": return Self.ranges("q1") + Self.ranges("q2")
      default: return try SpanResolver.noAnnotations(name, place)
      }
    }
  }

  /// The ranges of marks: `q1` or, in pieces, `q1+q2`.
  private static func ranges(_ labels: String) -> [TextRange] {
    labels.split(separator: "+").compactMap { label in
      harbour[String(label)].map { TextRange($0.lower, $0.upper) }
    }
  }

  private func expression(_ input: String) throws -> SpanExpression {
    var reader = LineReader(input)
    let span = try reader.span()
    try reader.endOfCommand()
    return span
  }

  @Test(arguments: [
    // Words.
    ("\"Harbour talk\"", "title"), ("\"harbour tale\"", "tale"), ("\"the  tide\"", "tide"),
    ("\"captain's crew\" .. \"👩‍👩‍👧\"", "captain"), ("“twice”[2]", "twice"),
    ("\"서울\"[1]", "seoul"), ("\"서울\"[2]", "seoul2"), ("\"배\"", "ship"),
    ("\"café\"", "c1"), ("\"cafe\\u{301}\"", "c2"), ("\"cafe\"", "c3"), ("\"👍🏽\"", "thumb"),
    ("\"café\"[all]", "c1, c2"), ("\"CAFE\"i", "c3"), ("\"arbour tal\"~[2]", "arbour"),
    ("\"bell\"", "b"), ("\"Bell\"[2]", "B2"), ("\"bell\"i[all]", "B, B2, b"),
    // Ellipses.
    ("\"The tide … no one\"", "q1"), ("\"The tide...no one\"", "q1"), ("\"The end … of\"", "end"),
    ("\"The end ... of\"", "end"),
    ("\"A café … bell—twice\"", "cafes"), ("\"The end … harbour tale\"", "ending"),
    ("\"The end ...\"", "endDots"), ("\"The end …\"", "endDots"),
    // From one through the other.
    ("\"The tide\" .. \"no one\"", "q1"), ("x1 .. \"no one\"", "q1"), ("$ .. \"no one\"", "q1"),
    ("(\"Bell\" .. \"bell\")[1] in 4", "Bbell"), ("\"Bell\"[2] .. \"bell\"", "Bbell"),
    ("\"A\" .. \"café\"[2] in 4", "cafe2"),
    // Expressions.
    ("/no one/", "noone"), ("/b[el]+/[1]", "b"), ("/BELL/i[2]", "B2"), ("/\\bthe bell/", "thebell"),
    // Addresses.
    ("1", "title"), ("2", "p2"), ("4", "p4"), ("2-3", "p2p3"), ("2.1", "a1"), ("2.2", "a2"),
    ("2.1-2", "p2"), ("2.1.1-2", "tide"), ("2.2.4", "noon"), ("2 .. 3", "p2p3"),
    // Annotations and hits.
    ("x1", "tide"), ("$", "tide"), ("q1", "q1+q2"), ("hits[2]", "B2"), ("hits[all]", "B, B2"),
    ("hits in 4", "B2"),
    // Quotations, pieces, scopes.
    ("marks in 2", "qq1+q2"), ("marks[2] in 2", "q2"), ("marks[-1]", "q2"),
    ("\"no one\" + \"noon\"", "noone+noon"), ("\"noon\" + \"no one\" in 2", "noone+noon"),
    ("\"Bell\" in 4", "B2"), ("\"Bell\" in 2", "B"), ("\"tide\"~ in x1", "tid"),
    ("2 + 3", "p2p3"), ("(2 in 1-3) in 2", "p2"),
    ("\"tide\" in (\"The\" .. \"waits\" in 2)", "tid"),
    // The whole article.
    ("article", "all"),
  ])
  func finds(_ input: String, _ labels: String) throws {
    let found = try resolver.resolve(try expression(input)).spans
    let expected = labels.split(separator: ", ").map { span in
      span.split(separator: "+").map { Self.more[String($0)] ?? Self.ranges(String($0))[0] }
    }
    #expect(found == expected, "\(found.map { article.text(in: $0) })")
  }

  /// Stretches that would make the marks unreadable, by the marks they begin and end with.
  private static let more: [String: TextRange] = [
    "captain": between("crew", before: 10, "crew"),
    "arbour": between("tale", cut: 1, "tale", after: -1),
    "cafes": between("c1", before: 2, "twice"), "ending": between("end", "tale"),
    "Bbell": between("B2", "b"), "endDots": between("end", "end", after: -3),
    "cafe2": between("c1", before: 2, "c2"),
    "p2p3": between("p2", "p3"), "qq1": between("q1", "q1", after: 1),
    "tid": between("tide", cut: 4, "tide"),
    "all": between("title", "p5"),
  ]

  private static func between(
    _ first: String, before: Int = 0, cut: Int = 0, _ last: String, after: Int = 0
  ) -> TextRange {
    let (first, last) = (ranges(first)[0], ranges(last)[0])
    return TextRange(first.lower.value - before + cut, last.upper.value + after)
  }

  @Test(arguments: [
    ("\"harbor tale\"", "not-found", 1), ("\"Bell\"", "ambiguous", 1),
    ("\"Ann\" in 4", "not-found", 1), ("\"the bell\" .. \"Ann\"", "not-found", 15),
    ("\"Bell\"[3]", "out-of-range", 1), ("\"Bull\"[3]", "not-found", 1),
    ("\"Bell\"[-3]", "out-of-range", 1), ("6", "out-of-range", 1), ("2.3", "out-of-range", 1),
    ("2.1.40", "out-of-range", 1), ("2-9", "out-of-range", 1), ("9.1", "out-of-range", 1),
    ("99999999999999999999", "out-of-range", 1), ("@1-99999", "out-of-range", 1),
    ("@3-3", "empty", 1), ("@13-15", "empty", 1), ("@1-8=\"Harbor\"", "mismatch", 1),
    ("@1-8 in 2", "not-found", 1), ("2 in 3", "not-found", 1), ("c9", "not-found", 1),
    ("hits", "ambiguous", 1), ("marks in 1", "not-found", 1), ("/x+y/", "not-found", 1),
    ("/[/", "syntax", 1), ("\"… bell\"", "syntax", 1), ("\"The tide …\"", "syntax", 1),
    ("\"...\" in 2", "syntax", 1),
    ("2 + \"tide\"", "syntax", 1), ("\"tide\" in q1", "syntax", 11),
    ("\"Bell\" .. \"bell\"", "ambiguous", 1), ("\"noon\" + \"Bell\"", "ambiguous", 10),
    ("\"tide\" in \"Bell\"", "ambiguous", 11), ("\"Bell … bell\"", "ambiguous", 1),
    ("\"bell … Ann\"", "not-found", 1),
  ])
  func refuses(_ input: String, _ name: String, _ column: Int) throws {
    let expression = try expression(input)
    let error = #expect(throws: UnresolvedSpan.self) { try resolver.resolve(expression) }
    #expect(error?.diagnostic.name.rawValue == name)
    #expect(error?.diagnostic.place.column == column)
    #expect(error?.candidates.isEmpty == (name != "ambiguous"))
  }

  @Test func offsetsAgreeByFoldingAndWidenToCharacters() throws {
    let crew = Self.ranges("crew")[0]
    let inside = "@\(crew.lower)-\(crew.upper.value - 2)"
    let found = try resolver.resolve(try expression(inside))
    #expect(found.spans == [[crew]])
    #expect(found.notes == ["\(inside) was widened to whole characters: @\(crew)"])
    let tide = Self.ranges("q1")[0]
    let folded = try expression("@\(tide)=\"the tide waits\\nfor no one\"")
    #expect(try resolver.resolve(folded).spans == [[tide]])
    let other = try expression("@\(tide)=\"The tide waits for no-one\"")
    let error = #expect(throws: UnresolvedSpan.self) { try resolver.resolve(other) }
    #expect(
      error?.diagnostic.message
        == "@\(tide) is \"The tide waits for no one\", not \"The tide waits for no-one\"")
    #expect(try resolver.resolve(try expression("@0-13")).spans == [Self.ranges("title")])
  }

  @Test func anExpressionThatCutsACharacterIsWidened() throws {
    let thumb = try resolver.resolve(try expression("/👍/"))
    #expect(thumb.spans == [Self.ranges("thumb")])
    #expect(thumb.notes == ["\"👍🏽\" was widened to whole characters"])
    #expect(try resolver.resolve(try expression("/waved|👍/[1]")).notes.isEmpty)
  }

  @Test func anAmbiguousSpanListsItsPlacesInContextAndANumberPicks() throws {
    let expression = try expression("\"Bell\" .. \"bell\"")
    let error = #expect(throws: UnresolvedSpan.self) { try resolver.resolve(expression) }
    let unresolved = try #require(error)
    #expect(
      unresolved.candidates.map(\.description) == [
        "1  2.1  …waits for no one,” said Ann [Bell]. “We sail at noon.”",
        "2  4.1  A café, a cafe\u{301} and a cafe; [Bell] rang the bell—twice.",
      ])
    #expect(unresolved.diagnostic.notes == unresolved.candidates.map(\.description))
    let picked = expression.choosing(2, at: unresolved.diagnostic.place)
    #expect(picked.description == "\"Bell\"[2] .. \"bell\"")
    #expect(try resolver.resolve(picked).spans == [[Self.between("B2", "b")]])
  }

  @Test func hitsThatDifferInCaseAloneAreCounted() throws {
    let found = try resolver.resolve(try expression("\"bell\""))
    #expect(found.hints == ["2 more hits differ in case alone: \"bell\"i"])
    let (hits, hints) = try resolver.find(try expression("\"Bell\""))
    #expect(hits.map(\.number) == [1, 2])
    #expect(hints == ["1 more hit differs in case alone: \"Bell\"i"])
  }

  @Test(arguments: [
    ("\"harbour tail\"", "\"harbour tail\" is not in the article; the nearest words are"),
    ("\"HARBOUR tale\"", "in another case it is in 5.2"), ("\"arbour\"", "within a longer one"),
    ("\"noon\" in 4", "\"noon\" is not in 4; it is in 2.2"),
  ])
  func wordsThatAreNotThereAreToldWhatComesNearest(_ input: String, _ part: String) throws {
    let expression = try expression(input)
    let error = #expect(throws: UnresolvedSpan.self) { try resolver.resolve(expression) }
    #expect(error?.diagnostic.message.contains(part) == true, "\(error?.diagnostic.message ?? "")")
  }

  @Test func edgesInsideMarksAreTrimmedOffEveryPiece() throws {
    let split = try expression("marks in 2")
    #expect(try resolver.resolve(split, edges: .insideMarks).spans == [Self.ranges("q1+q2")])
    let marks = try expression("\"”\"~")
    #expect(throws: UnresolvedSpan.self) { try resolver.resolve(marks, edges: .insideMarks) }
  }

  @Test func onlyTheArticleItselfIsTheWholeArticle() throws {
    #expect(try resolver.resolve(try expression("(article)")).isArticle)
    #expect(try !resolver.resolve(try expression("1-5")).isArticle)
    let empty = SpanResolver(try Article(bytes: []))
    let error = #expect(throws: UnresolvedSpan.self) { try empty.resolve(SpanExpression(.article)) }
    #expect(error?.diagnostic.name == .empty)
  }
}
