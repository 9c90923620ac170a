import Standoff

/// What the span of a line that is being typed points at.
///
/// The line is read by the parser that carries commands out, up to the end of whatever is open. To
/// look up what is aimed at is a search of the article without explanations, and safe to do on
/// another thread.
package struct Aim: Sendable {
  /// What is hit.
  package enum Hit: Hashable, Sendable {
    /// One span, by the address of its start.
    case one(String)
    /// The whole article.
    case article
    /// So many spans.
    case several(Int)
    /// At least so many.
    case many(Int)
    /// None.
    case nothing
  }

  /// The most places that are counted.
  private static let limit = 1000
  /// Longer lines are not read at each pause.
  private static let longestLine = 4096
  /// What may be missing at the end of a line for the span to be whole.
  private static let endings = ["", "\"", "”", "/", "]"]

  private let expression: SpanExpression
  private let resolver: SpanResolver

  /// Reads a line; `nil` where its cursor stands in no span, or nothing is open.
  ///
  /// - Parameters:
  ///   - line: What was typed.
  ///   - cursor: How many code points of it stand before the cursor.
  ///   - interpreter: The shell.
  package init?(of line: String, cursor: Int, in interpreter: Interpreter) {
    guard line.unicodeScalars.count <= Self.longestLine,
      var resolver = try? interpreter.workspace.resolver
    else { return nil }
    for ending in Self.endings {
      guard let span = interpreter.span(in: line + ending, at: cursor) else { continue }
      resolver.effort.limit = Self.limit
      resolver.effort.explains = false
      let isOpen = ending == "\"" || ending == "”"
      if isOpen, line.unicodeScalars.last?.properties.isWhitespace == false {
        resolver.effort.unfinished = span.lastWords
      }
      expression = span
      self.resolver = resolver
      return
    }
    return nil
  }

  /// Looks up what is hit; `nil` where the span means nothing as yet.
  package var hit: Hit? {
    do throws(UnresolvedSpan) {
      let found = try resolver.resolve(expression)
      if found.isArticle { return .article }
      guard found.spans.count == 1, let start = found.spans.first?.first?.lower else {
        return Self.count(found.spans.count)
      }
      return .one(resolver.article.layout.address(of: start)?.description ?? "@\(start)")
    } catch {
      switch error.diagnostic.name {
      case .ambiguous: return Self.count(error.count)
      case .syntax, .ambiguousReference, .runawayPattern: return nil
      default: return .nothing
      }
    }
  }

  private static func count(_ count: Int) -> Hit {
    count >= limit ? .many(limit - 1) : .several(count)
  }
}

extension Aim.Hit: CustomStringConvertible {
  /// A few words for the margin: `unique 6.1`, `4 hits`, `over 999 hits`, `not found`.
  package var description: String {
    switch self {
    case .one(let address): "unique \(address)"
    case .article: "the whole article"
    case .several(let count): "\(count) hits"
    case .many(let count): "over \(count) hits"
    case .nothing: "not found"
    }
  }
}

extension Interpreter {
  /// The span that the cursor of a line stands in.
  fileprivate func span(in line: String, at cursor: Int) -> SpanExpression? {
    var reader = reader(of: line, cursor: cursor)
    while !reader.atEndOfInput, reader.offset <= cursor, skim(&reader) {}
    return reader.spanAtCursor
  }
}

extension SpanExpression {
  /// The place of the words it ends with.
  fileprivate var lastWords: Place? {
    switch form {
    case .words: place
    case .through(let operands), .joined(let operands): operands.last?.lastWords
    case .inside(_, let scope): scope.lastWords
    default: nil
    }
  }
}
