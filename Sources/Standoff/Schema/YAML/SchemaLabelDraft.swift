/// A label as it was read, before what it takes over from the one above it.
struct SchemaLabelDraft {
  /// What its own entry says.
  let label: Label
  /// Where the label above it is named.
  let parent: YAMLNode?
  /// Whether it takes over what the label above it has.
  let inherits: Bool
}
