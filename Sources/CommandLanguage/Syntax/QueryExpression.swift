package import Standoff

/// What stands after `where`: conditions that an annotation meets or does not.
package struct QueryExpression: Hashable, Sendable {
  /// What it asks.
  package var form: Form
  /// Where it stands in the command.
  package var place: Place

  /// Creates a query.
  package init(_ form: Form, at place: Place = Place()) {
    self.form = form
    self.place = place
  }

  /// The kinds of condition.
  package indirect enum Form: Hashable, Sendable {
    /// Side by side: all hold.
    case all([QueryExpression])
    /// `A or B`: at least one holds.
    case any([QueryExpression])
    /// `not A`.
    case not(QueryExpression)
    /// `claim`.
    case label(String)
    /// `stance=against`; without a value, that the attribute is there.
    case attribute(String, value: String?)
    /// `by s1`: a relation to any of these.
    case relation(String, to: [ReferenceExpression])
    /// `ref=local:xing`.
    case reference(String)
    /// `without by`.
    case without(Field)
    /// `in 5-9`: all of it lies there.
    case inside(SpanExpression)
    /// `overlapping c2`: it shares words with it.
    case overlapping(SpanExpression)
    /// `text ~ /Quad/`: its words hold a match.
    case text(SpanExpression)
    /// `note`, `note ~ /check/`.
    case note(SpanExpression?)
  }

  /// What an annotation can be without.
  package enum Field: Hashable, Sendable {
    /// An attribute, by its name.
    case attribute(String)
    /// A relation from the annotation, by its name.
    case relation(String)
    /// A free note.
    case note
    /// A reference to a database.
    case reference
  }
}

extension QueryExpression: CustomStringConvertible {
  /// The query in its canonical spelling.
  package var description: String {
    switch form {
    case .all(let parts): parts.map { $0.parenthesised(inside: .all) }.joined(separator: " ")
    case .any(let parts): parts.map { $0.parenthesised(inside: .any) }.joined(separator: " or ")
    case .not(let part): "not " + part.parenthesised(inside: .not)
    case .label(let name): name
    case .attribute(let name, let value): name + (value.map { "=" + $0.asValue } ?? "")
    case .relation(let name, let targets):
      // Behind a blank a `#` would begin a remark, and some words another condition.
      name + (targets.first?.standsBehindBlank == false ? "=" : " ")
        + targets.map(\.description).joined(separator: ",")
    case .reference(let key): "ref=" + key.asValue
    case .without(.attribute(let name)), .without(.relation(let name)): "without \(name)"
    case .without(.note): "without note"
    case .without(.reference): "without ref"
    case .inside(let span): "in \(span.asForm)"
    case .overlapping(let span): "overlapping \(span.asForm)"
    case .text(let pattern): "text ~ \(pattern)"
    case .note(let pattern): "note" + (pattern.map { " ~ \($0)" } ?? "")
    }
  }

  private enum Binding: Int { case any, all, not }

  private func parenthesised(inside outer: Binding) -> String {
    let own: Binding? =
      switch form {
      case .any: .any
      case .all: .all
      case .not: .not
      default: nil
      }
    guard let own, own.rawValue <= outer.rawValue else { return description }
    return "(\(description))"
  }
}

extension ReferenceExpression {
  /// Whether it can be read behind a relation and a blank.
  fileprivate var standsBehindBlank: Bool {
    let text = description
    return text.first != "#" && text != "or" && !LineReader.conditionWords.contains(text)
  }
}

extension SpanExpression {
  /// The expression as one form, in parentheses where it has operators.
  var asForm: String {
    switch form {
    case .through, .joined, .inside: "(\(self))"
    default: description
    }
  }
}

extension String {
  /// The string as a value after `=`: bare where it can be.
  package var asValue: String {
    let marks = "_-:./+".unicodeScalars
    let isBare = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.isDigit || marks.contains($0)
    }
    return isBare && !isEmpty ? self : quoted
  }
}
