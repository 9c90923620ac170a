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

  /// The names of all findings about standoff files, sorted.
  static var names: [DiagnosticName] {
    Set(all.flatMap { $0.names }).sorted { $0.rawValue < $1.rawValue }
  }
}
