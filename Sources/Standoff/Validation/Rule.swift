/// One thing that can be wrong with a standoff file: how it is found, and what is said about it.
///
/// A rule is made anew for every file, so it may gather what it needs while lines go by; one about
/// lines or spans that is shown none is not even made. What it says stands at the foot of its file.
protocol Rule: SendableMetatype {
  /// The names of the findings it makes.
  static var names: [DiagnosticName] { get }

  /// Begins with nothing seen.
  init()

  /// Says what can be said once every line has gone by.
  mutating func finish(_ review: inout Review)

  /// The rule as one about lines, if it is one. A cast would ask the runtime, which searches every
  /// conformance in the program: a millisecond at the start of a short job.
  static var aboutLines: (any LineRule.Type)? { get }

  /// The rule as one about spans, if it is one.
  static var aboutSpans: (any SpanRule.Type)? { get }
}

extension Rule {
  func finish(_ review: inout Review) {}
  static var aboutLines: (any LineRule.Type)? { nil }
  static var aboutSpans: (any SpanRule.Type)? { nil }
}

extension LineRule {
  static var passesPlainLines: Bool { false }
  static var aboutLines: (any LineRule.Type)? { self }
}

extension SpanRule {
  static func passesPlainSpans(_ schema: SchemaFacts) -> Bool { false }
  static var aboutSpans: (any SpanRule.Type)? { self }
}

/// A rule about lines by themselves, which it sees in the order of the file.
protocol LineRule: Rule {
  /// The kinds of line it wants to see.
  static var kinds: Set<LineKind> { get }

  /// Whether the rule never has anything to say about lines that are plain, see ``PlainLines``, so
  /// that these need not be shown to it.
  static var passesPlainLines: Bool { get }

  /// Looks at a line that counts: well formed, and the first with its id.
  mutating func visit(_ row: UInt32, _ review: inout Review)
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

/// What a rule about spans looks for, the most specific first.
enum SpanConcern: Int, Comparable {
  /// Whether there is anything to mark.
  case emptiness
  /// Whether a character is cut.
  case characters
  /// Whether blanks stand at an edge.
  case blanks
  /// Whether marks stand at an edge that the schema wants without.
  case marks
  /// Whether the words can stand on one line.
  case lines
  /// How the annotation stands to others.
  case neighbors

  /// Whether it concerns what stands at the edges of one span.
  var isAboutEdges: Bool { self < .lines }

  static func < (left: SpanConcern, right: SpanConcern) -> Bool { left.rawValue < right.rawValue }
}
