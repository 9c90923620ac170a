package import Standoff

/// The words that depend on what is open: the schema's labels, and whether a person is typing.
package struct Vocabulary: Sendable {
  /// The labels, attributes and relations in force.
  package var schema: Schema
  /// Whether the line was typed at a prompt, where verbs may be shortened and keys serve.
  package var isPrompt: Bool

  /// Creates the words of a schema.
  package init(schema: Schema, isPrompt: Bool = false) {
    self.schema = schema
    self.isPrompt = isPrompt
  }
}
