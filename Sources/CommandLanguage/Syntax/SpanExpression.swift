package import Standoff

/// What a person wrote to point at text, before it is looked up in an article.
///
/// Operators are lists rather than pairs, so that an expression of ten thousand operands is as flat
/// as one of two.
package struct SpanExpression: Hashable, Sendable {
  /// What it is.
  package var form: Form
  /// Where it stands in the command.
  package var place: Place

  /// Creates an expression.
  package init(_ form: Form, at place: Place = Place()) {
    self.form = form
    self.place = place
  }

  /// The kinds of expression.
  package indirect enum Form: Hashable, Sendable {
    /// `"some words"`, `"…"i`, `"…"~`. Whether an ellipsis in them stands for `..` only the article
    /// can tell.
    case words(String, ignoresCase: Bool = false, ignoresWordEdges: Bool = false)
    /// `/regex/`, `/regex/i`.
    case pattern(String, ignoresCase: Bool = false)
    /// `7`, `7-9`, `7.2`, `7.2-4`, `7.2.3-9`.
    case address(SpanAddress)
    /// `@120-133`, `@120-133="words"`.
    case offsets(TextRange, words: String? = nil)
    /// `c3`, `xing`, `T4821937`.
    case reference(String)
    /// `$`.
    case last
    /// `marks`.
    case marks
    /// `article`.
    case article
    /// `hits`.
    case hits
    /// `A .. B .. C`, which binds to the left.
    case through([SpanExpression])
    /// `A + B + C`.
    case joined([SpanExpression])
    /// `A in B`.
    case inside(SpanExpression, SpanExpression)
    /// `A[2]`, `A[all]`.
    case chosen(SpanExpression, Selection)
  }

  /// What stands in brackets after a form.
  package enum Selection: Hashable, Sendable {
    /// `[all]`.
    case all
    /// `[2]`, or from the end `[-1]`; never 0.
    case one(Int)
    /// `[2,4-6]`.
    case several([Item])

    /// One member of a list.
    package enum Item: Hashable, Sendable {
      /// `2`; from the end where negative; never 0.
      case one(Int)
      /// `4-6`; both at least 1, in order.
      case through(Int, Int)
    }
  }

  /// Whether the expression may stand for several spans, so that it is a bulk act.
  package var isBulk: Bool {
    switch form {
    case .chosen(_, .all), .chosen(_, .several): true
    case .inside(let inner, _): inner.isBulk
    default: false
    }
  }
}
