extension SpanRule {
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { false }
  static var aboutSpans: (any SpanRule.Type)? { self }
}

/// A rule about where in the article annotations stand; it sees them in the order of the text.
///
/// Only those come by whose words stand where they say. The rest is for the rules about
/// ``Misfit``s.
protocol SpanRule: Rule {
  /// What the rule looks for; of the findings about the edges of a span only the first is made.
  static var concern: SpanConcern { get }

  /// Whether the rule never has anything to say about spans that are plain, see ``PlainSpans``, so
  /// that these need not be shown to it; one about neighbors sees those that share their extent.
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool

  /// Looks at an annotation.
  mutating func visit(_ span: SpanLine, _ review: inout Review)
}
