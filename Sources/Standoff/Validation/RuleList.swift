/// All rules, by name.
enum RuleList {
  static let all: [any Rule.Type] = [
    ArticleChanged.self,
    BlankEdge.self,
    CarriageReturn.self,
    CutCharacter.self,
    DuplicateAnnotation.self,
    EmptySpan.self,
    EventRole.self,
    ForbiddenOverlap.self,
    IllegalReference.self,
    LineBreakInSpan.self,
    LineSeparator.self,
    MalformedLine.self,
    MarkAtEdge.self,
    MissingAttribute.self,
    MissingWords.self,
    OutOfRange.self,
    PropertyOnTrigger.self,
    RelationCount.self,
    RelationEnd.self,
    RepeatedAttribute.self,
    SelfRelation.self,
    TextMismatch.self,
    UnknownAttribute.self,
    UnknownID.self,
    UnknownLabel.self,
    UnknownRelation.self,
    UnknownValue.self,
    UnresolvedConflict.self,
    UnusedTrigger.self,
    WrongTarget.self,
    WrongTrigger.self,
    WrongUnit.self,
  ]

  /// The rules about lines, by name.
  static let aboutLines: [any LineRule.Type] = all.compactMap { $0.aboutLines }

  /// The rules about spans, in the order in which they are asked.
  static let aboutSpans: [any SpanRule.Type] = {
    let rules = all.compactMap { $0.aboutSpans }
    return rules.indices.sorted { (rules[$0].concern, $0) < (rules[$1].concern, $1) }
      .map { rules[$0] }
  }()

  /// The rules about the file as a whole, which are shown neither lines nor spans.
  static let aboutFiles: [any Rule.Type] = all.filter {
    $0.aboutLines == nil && $0.aboutSpans == nil
  }

  /// By kind of line, which rules want to see it, by their places in ``aboutLines``.
  static let lineRulesOfKind: [[Int]] = (0...LineKind.malformed.rawValue).map { kind in
    aboutLines.indices.filter { aboutLines[$0].kinds.contains { $0.rawValue == kind } }
  }

  /// Those of them that want to see plain lines too.
  static let lineRulesOfPlain: [[Int]] = lineRulesOfKind.map { rules in
    rules.filter { !aboutLines[$0].passesPlainLines }
  }

  /// By kind of line, whether there are none.
  static let passPlainLines: [Bool] = lineRulesOfPlain.map { $0.isEmpty }

  /// By place in ``aboutSpans``, whether a rule is about the edges of spans.
  static let isAboutEdges: [Bool] = aboutSpans.map { $0.concern.isAboutEdges }

  /// The names of all findings about standoff files, sorted.
  static var names: [DiagnosticName] {
    Set(all.flatMap { $0.names }).sorted { $0.rawValue < $1.rawValue }
  }
}
