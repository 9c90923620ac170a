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
