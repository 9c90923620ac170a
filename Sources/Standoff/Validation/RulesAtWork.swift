/// The rules as they look at one file, each made when it is first shown something.
struct RulesAtWork {
  /// Which rules see a span, by their places in ``RuleList/aboutSpans``.
  struct SpanOrder {
    /// All of them.
    var all: [Int]
    /// Those that want to see plain spans, see ``PlainSpans``.
    var ofPlain: [Int]
    /// Those that want to see a plain span that shares its extent with another.
    var ofSharing: [Int]
  }

  private var lineRules: [(any LineRule)?] = []
  private var spanRules: [(any SpanRule)?] = []

  /// The rules about spans, where there is such a schema.
  func spanOrder(_ schema: SchemaFacts) -> SpanOrder {
    let rules = RuleList.aboutSpans
    let ofPlain = rules.indices.filter { !rules[$0].passesPlainSpans(schema) }
    return SpanOrder(
      all: Array(rules.indices), ofPlain: ofPlain,
      ofSharing: rules.indices.filter {
        rules[$0].concern == .neighbors || ofPlain.contains($0)
      })
  }

  /// Shows a line to the rule in a place of ``RuleList/aboutLines``.
  mutating func show(_ row: UInt32, toLineRule place: Int, _ review: inout Review) {
    if lineRules.isEmpty { lineRules = Array(repeating: nil, count: RuleList.aboutLines.count) }
    if lineRules[place] == nil { lineRules[place] = RuleList.aboutLines[place].init() }
    lineRules[place]?.visit(row, &review)
  }

  /// Shows an annotation to the rule in a place of ``RuleList/aboutSpans``.
  mutating func show(_ span: SpanLine, toSpanRule place: Int, _ review: inout Review) {
    if spanRules.isEmpty { spanRules = Array(repeating: nil, count: RuleList.aboutSpans.count) }
    if spanRules[place] == nil { spanRules[place] = RuleList.aboutSpans[place].init() }
    spanRules[place]?.visit(span, &review)
  }

  /// Lets all rules say what can be said once every line has gone by.
  mutating func finish(_ review: inout Review) {
    for place in lineRules.indices { lineRules[place]?.finish(&review) }
    for place in spanRules.indices { spanRules[place]?.finish(&review) }
    for type in RuleList.aboutFiles {
      var rule = type.init()
      rule.finish(&review)
    }
  }
}
