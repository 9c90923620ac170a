package import Standoff

/// What a person wrote to name annotations, before it is looked up in a session.
package struct ReferenceExpression: Hashable, Sendable {
  /// What it is.
  package var form: Form
  /// Where it stands in the command.
  package var place: Place

  /// Creates a reference.
  package init(_ form: Form, at place: Place = Place()) {
    self.form = form
    self.place = place
  }

  /// The kinds of reference.
  package enum Form: Hashable, Sendable {
    /// `c3`, `xing`, `T4821937`, `T48`: a handle, a name, an id or the beginning of one.
    case named(String)
    /// `$`, the annotation last made or changed.
    case last
    /// `c2-c5`, by handles; should something bear the whole as its id, that is meant.
    case through(String, String)
    /// `"Xing"`, `speaker:"Xing"`: the annotation on a span, made where there is none.
    case words(label: String?, SpanExpression)
    /// `where claim by s1`.
    case matching(QueryExpression)
  }
}

extension ReferenceExpression: CustomStringConvertible {
  /// The reference in its canonical spelling.
  package var description: String {
    switch form {
    case .named(let name): name
    case .last: "$"
    case .through(let first, let last): "\(first)-\(last)"
    case .words(let label, let span): (label.map { $0 + ":" } ?? "") + span.asForm
    case .matching(let query): "(where \(query))"
    }
  }
}
