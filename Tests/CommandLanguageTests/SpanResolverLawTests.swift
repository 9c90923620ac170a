import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// What holds of every expression on every text.
@Suite struct SpanResolverLawTests {
  /// Random text with an expression made of its own pieces.
  private struct Trial {
    let article: Article
    let input: String

    init(_ random: inout Seed) throws {
      let text = RandomText.make(&random, length: 50)
      article = try Article(bytes: Array(text.utf8))
      input = Self.expression(in: article, &random, depth: 2)
    }

    private static func expression(
      in article: Article, _ random: inout Seed, depth: Int
    ) -> String {
      let operations = depth == 0 ? 0...5 : 0...11
      func inner() -> String { expression(in: article, &random, depth: depth - 1) }
      let number = Int.random(in: 1...3, using: &random)
      switch Int.random(in: operations, using: &random) {
      case 0, 1:
        let lower = Int.random(in: 0...article.scalarCount, using: &random)
        let upper = min(article.scalarCount, lower + Int.random(in: 0...9, using: &random))
        let words = article.text(in: TextRange(lower, upper)).quoted
        return words + ["", "", "i", "~", "i~"][Int.random(in: 0...4, using: &random)]
      case 2: return "\(number)" + (Bool.random(using: &random) ? ".\(number)" : "")
      case 3: return "@\(number * 3)-\(number * 7)"
      case 4: return ["marks", "article", "hits", "$", "x1"][Int.random(in: 0...4, using: &random)]
      case 5:
        return "/[\(["a-z", "서울", "“”\"", "\\\\w", "^ "][Int.random(in: 0...4, using: &random)])]+/"
      case 6: return "(\(inner())) .. (\(inner()))"
      case 7: return "(\(inner())) + (\(inner()))"
      case 8: return "(\(inner())) in (\(inner()))"
      case 9: return "(\(inner()))[\(number)]"
      case 10: return "(\(inner()))[all]"
      default: return "(\(inner()))[-\(number)]"
      }
    }
  }

  private func parsed(_ input: String) -> SpanExpression? {
    var reader = LineReader(input)
    return try? reader.span()
  }

  private func resolver(_ article: Article) -> SpanResolver {
    let first = article.trimmed(TextRange(0, min(4, article.scalarCount)))
    let ranges = first.map { [article.widenedToGraphemes($0)] } ?? []
    return SpanResolver(article, hits: [ranges]) { _, _ throws(DiagnosticError) in ranges }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func spansAreOfWholeCharactersWithoutBlankEdges(_ seed: UInt64) throws {
    var random = Seed(seed)
    var found = 0
    for _ in 0..<500 {
      let trial = try Trial(&random)
      let article = trial.article
      guard let expression = parsed(trial.input),
        let resolution = try? resolver(article).resolve(expression)
      else { continue }
      found += 1
      let comment = Comment(
        rawValue: "seed \(seed), \(article.text(in: TextRange(0, article.scalarCount)).quoted), "
          + "\(trial.input), \(resolution.spans)")
      #expect(!resolution.spans.isEmpty, comment)
      for span in resolution.spans {
        #expect(!span.isEmpty && span == article.joining(span), comment)
        for piece in span {
          #expect(article.widenedToGraphemes(piece) == piece, comment)
          #expect(article.trimmed(piece) == piece, comment)
        }
        for (left, right) in zip(span, span.dropFirst()) {
          #expect(left.upper < right.lower, comment)
        }
      }
    }
    #expect(found > 50)
  }

  @Test(arguments: [7, 8, 9] as [UInt64])
  func theNthIsTheNthThatFindLists(_ seed: UInt64) throws {
    var random = Seed(seed)
    for _ in 0..<400 {
      let trial = try Trial(&random)
      let resolver = resolver(trial.article)
      guard let expression = parsed(trial.input), !expression.isBulk,
        let hits = try? resolver.find(expression).hits
      else { continue }
      let all = try? resolver.resolve(SpanExpression(.chosen(expression, .all)))
      #expect(all?.spans == hits.map(\.ranges), "seed \(seed), \(trial.input)")
      for hit in hits {
        let nth = try? resolver.resolve(SpanExpression(.chosen(expression, .one(hit.number))))
        #expect(nth?.spans == [hit.ranges], "seed \(seed), \(trial.input), \(hit)")
      }
    }
  }

  @Test(arguments: [10, 11] as [UInt64])
  func whatIsFoundInAScopeLiesInIt(_ seed: UInt64) throws {
    var random = Seed(seed)
    for _ in 0..<400 {
      let trial = try Trial(&random)
      let resolver = resolver(trial.article)
      guard let expression = parsed(trial.input),
        case .inside(_, let scope) = expression.form,
        let found = try? resolver.resolve(expression).spans
      else { continue }
      let region = try resolver.resolve(scope).spans
      for piece in found.flatMap(\.self) {
        #expect(region[0][0].contains(piece), "seed \(seed), \(trial.input)")
      }
    }
  }
}
