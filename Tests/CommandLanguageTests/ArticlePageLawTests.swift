import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// A laid-out page holds the words of its article and nothing else, tells every span truly, and is
/// no wider than it was asked to be, whatever the text, the spans and the width.
@Suite("Laws of show") struct ArticlePageLawTests {
  @Test(arguments: 0..<250) func wordsAndSpansSurvive(_ seed: UInt64) throws {
    var random = Seed(seed)
    let article = try Article(
      bytes: Array(RandomText.make(&random, length: 120, from: Self.pieces).utf8))
    let annotations = Self.annotations(on: article, &random)
    var table = HandleTable(prefix: { Schema.news.handlePrefix(of: $0) })
    for annotation in annotations.annotations { table.add(annotation.id, label: annotation.label) }
    let page = ArticlePage(
      of: annotations, in: TextRange(0, article.scalarCount), schema: .news
    ) { table.handle(of: $0) ?? "" }
    let columns = Int.random(in: 20...130, using: &random)

    for line in ArticlePageLayout(page, columns: columns).lines {
      #expect(line.width <= max(20, columns), "seed \(seed), \(columns) columns: \(line.text)")
    }
    for paragraph in page.paragraphs {
      let lines = MarkedLines(paragraph, columns: columns).lines
      let told = Told(lines)
      let comment: Comment = "seed \(seed), \(columns) columns: \(lines.map(\.text))"
      #expect(told.words == Self.visible(paragraph.scalars[...]), comment)
      #expect(told.isBalanced, comment)
      let spans = paragraph.marks.map { mark in
        let start = paragraph.range.lower
        return Told.Span(
          handle: mark.handle,
          lower: Self.visible(paragraph.scalars[..<(mark.range.lower.value - start.value)]).count,
          upper: Self.visible(paragraph.scalars[..<(mark.range.upper.value - start.value)]).count)
      }
      #expect(told.spans.sorted() == spans.sorted(), comment)
    }
  }

  /// What is printed page by page is what is laid out as one.
  @Test(arguments: 0..<60) func pagesMadeOneAfterTheOtherAreThePageOfAll(_ seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 900, from: Self.pieces + ["\n\n", "\n\n", "\n\n"])
    let article = try Article(bytes: Array(text.utf8))
    let annotations = Self.annotations(on: article, &random)
    let ends = (0..<2).map { _ in Int.random(in: 0...article.scalarCount, using: &random) }.sorted()
    let scope = seed % 2 == 0 ? TextRange(0, article.scalarCount) : TextRange(ends[0], ends[1])
    var table = HandleTable(prefix: { Schema.news.handlePrefix(of: $0) })
    for annotation in annotations.annotations { table.add(annotation.id, label: annotation.label) }
    let whole = ArticlePage(of: annotations, in: scope, schema: .news) {
      table.handle(of: $0) ?? ""
    }
    let pages = ArticlePages(
      of: annotations, in: [scope], schema: .news, articleLevel: [], handles: table)
    let renderer = TextRenderer(schema: .news, columns: Int.random(in: 20...130, using: &random))
    #expect(
      renderer.lines(of: Report([.several(pages)])).data
        == renderer.lines(of: Report(whole.paragraphs.isEmpty ? [] : [.page(whole)])).data,
      "seed \(seed)")
  }

  // MARK: Random pages

  private static let pieces =
    RandomText.pieces + [
      "\u{1B}[31m", "\u{202E}", "“", "”", "c1]", "[s1 ", "+]", "⁵", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      " ", " ", " ", " ", "word ", "word ", "word ",
    ]

  /// Spans in one piece and in several, crossing, nested, on the same words, empty.
  private static func annotations(on article: Article, _ random: inout Seed) -> AnnotationSet {
    let count = article.scalarCount
    var places = (0..<6).map { _ in Int.random(in: 0...count, using: &random) }
    places += [0, count]
    var lines = ""
    for number in 0..<Int.random(in: 0...9, using: &random) {
      let label = ["Speaker", "Claim", "Quote", "Topic"].randomElement(using: &random) ?? "Topic"
      var ends = (0..<(2 * Int.random(in: 1...3, using: &random))).map { _ in
        places.randomElement(using: &random) ?? 0
      }
      ends.sort()
      let pieces = stride(from: 0, to: ends.count, by: 2).map { "\(ends[$0]) \(ends[$0 + 1])" }
      lines += "T\(number)\t\(label) \(pieces.joined(separator: ";"))\twords\n"
      if number > 0 {
        lines += "R\(number)\tattributedTo Arg1:T\(number) Arg2:T\(number - 1)\n"
        lines += "A\(number)\tstance T\(number) against\n"
      }
    }
    return AnnotationSet(parsing: Array(lines.utf8), of: article)
  }

  /// What is to be read of some words: no blanks, everything else visible.
  private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.filter { !$0.properties.isWhitespace })
    return Array(String(text).visible.unicodeScalars)
  }
}

/// What a reader takes from laid-out lines: the words, and where each bracket opens and closes.
private struct Told {
  /// A span as its brackets tell it, in code points of the words.
  struct Span: Comparable {
    var handle: String
    var lower: Int
    var upper: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.handle, left.lower, left.upper) < (right.handle, right.lower, right.upper)
    }
  }

  var words: [Unicode.Scalar] = []
  var spans: [Span] = []
  /// Whether every bracket that opens is closed and the other way round.
  var isBalanced = true

  /// Reads lines as a person does who knows which characters are the article's: a bare end closes
  /// the bracket before it, a named one the bracket of that name.
  init(_ lines: [StyledText]) {
    var open: [(handle: String, at: Int)] = []
    var brackets = ""
    func name(_ text: some StringProtocol) -> String {
      String(text.filter { $0.isLetter || $0.isNumber })
    }
    /// Takes in the brackets that stand between two words.
    func flush(_ spans: inout [Span], _ isBalanced: inout Bool, at place: Int) {
      var rest = brackets[...]
      brackets = ""
      while let first = rest.first {
        if first == "[" {
          let end = rest.firstIndex(of: " ") ?? rest.endIndex
          open.append((name(rest[..<end]), place))
          rest = rest[end...].dropFirst()
          continue
        }
        guard let end = rest.firstIndex(of: "]") else {
          isBalanced = false
          return
        }
        let handle = name(rest[..<end])
        let index = open.lastIndex { handle.isEmpty || $0.handle == handle }
        if let index {
          let (handle, lower) = open.remove(at: index)
          spans.append(Span(handle: handle, lower: lower, upper: place))
        } else {
          isBalanced = false
        }
        rest = rest[end...].dropFirst()
      }
    }
    for run in lines.flatMap(\.runs) {
      switch run.role {
      case .label: brackets += run.text
      case .faint: break
      default:
        let letters = run.text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard !letters.isEmpty else { continue }
        flush(&spans, &isBalanced, at: words.count)
        words += letters
      }
    }
    flush(&spans, &isBalanced, at: words.count)
    isBalanced = isBalanced && open.isEmpty
  }
}
