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

  /// The places of the rules about lines, and of those about spans.
  static let linePlaces: [Int] = all.indices.filter { all[$0].init().aboutLines != nil }
  static let spanPlaces: [Int] = all.indices.filter { all[$0].init().aboutSpans != nil }

  /// By kind of line, which rules want to see it, by their places in ``linePlaces``.
  static let lineRules: [[Int]] = {
    let rules = all.compactMap { $0.init().aboutLines }
    return (0...LineKind.malformed.rawValue).map { kind in
      rules.indices.filter { type(of: rules[$0]).kinds.contains { $0.rawValue == kind } }
    }
  }()

  /// Those of them that want to see plain lines too.
  static let lineRulesOfPlain: [[Int]] = {
    let rules = all.compactMap { $0.init().aboutLines }
    return lineRules.map { $0.filter { !type(of: rules[$0]).passesPlainLines } }
  }()

  /// By kind of line, whether there are none.
  static let passPlainLines: [Bool] = lineRulesOfPlain.map { $0.isEmpty }

  /// The rules about spans, by their places in ``spanPlaces``, in the order in which they are asked.
  static let spanOrder: [Int] = {
    let rules = all.compactMap { $0.init().aboutSpans }
    return rules.indices.sorted {
      (type(of: rules[$0]).concern, $0) < (type(of: rules[$1]).concern, $1)
    }
  }()

  /// The names of all findings about standoff files, sorted.
  static var names: [DiagnosticName] {
    Set(all.flatMap { $0.names }).sorted { $0.rawValue < $1.rawValue }
  }
}
