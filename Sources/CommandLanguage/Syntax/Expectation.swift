/// What a command's parser wanted at one place of a line.
///
/// Every pull of a ``LineReader`` that was made with a cursor leaves its expectation when the cursor
/// lies where it read, so completion asks the very parser that execution uses.
package enum Expectation: Hashable, Sendable {
  /// The first word of a command: a verb, a label, at the prompt a label's key.
  case verb
  /// A label of the schema.
  case label
  /// The name before a `=`: an attribute, a relation or `ref`, as the bearer's label allows them.
  case optionName(of: Bearer)
  /// The value of an attribute.
  case value(attribute: String, of: Bearer)
  /// The name of what is said of annotations, an attribute, `ref` or `note`, or of relations.
  case attribute(of: Bearer)
  /// The name of what an annotation may be without: a relation, an attribute, `ref`, `note`.
  case field
  /// The name or alias of a relation, from what was named so far.
  case relation(from: Bearer)
  /// An annotation; where a relation is named, one that may be its target.
  case reference(relation: String?, from: Bearer)
  /// A name that is being given.
  case newName
  /// A path; where an ending is given, of a file whose name ends so.
  case file(ending: String)
  /// The path of an article, which may end in anything but what files of galley's own do.
  case article
  /// The start of a span; after `..`, with what stands before.
  case span(after: SpanExpression?)
  /// The words of the article, inside the quotes of a string; after `..`, with what stands before.
  case words(after: SpanExpression?)
  /// A condition of a query.
  case condition
  /// A number.
  case number
  /// The number of a conflict.
  case conflict
  /// Whose reading of some conflicts is to stand.
  case reading(of: ConflictSelection)
  /// Words of the person's own.
  case text
  /// What there is help on.
  case helpWord
  /// One of a few words, such as keywords, operators or settings.
  case choice([String])
}
