/// What a YAML text is made of, one event after the other, each with its place.
struct YAMLEvent {
  /// What begins, stands or ends here.
  enum Kind {
    /// A word or a text, as it was written; no word is taken for a number or a truth value.
    case scalar(String)
    /// `*name`: what the node with that anchor was.
    case alias(String)
    /// A list, up to its `end`.
    case listStart
    /// A mapping, up to its `end`: a key and what it stands for by turns.
    case mapStart
    /// The end of the innermost list or mapping.
    case end
    /// A document; a schema is the only one in its file.
    case documentStart
  }

  /// What it is.
  let kind: Kind
  /// The name after `&`, for aliases further on to refer to.
  let anchor: String?
  /// The line, counted from 1.
  let line: Int
  /// The column in code points, counted from 1.
  let column: Int
}
