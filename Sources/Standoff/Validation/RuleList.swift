/// All rules, by name.
enum RuleList {
  static let all: [any Rule.Type] = [
    ArticleChanged.self,
    BlankEdge.self,
    CarriageReturn.self,
    CutCharacter.self,
    DuplicateAnnotation.self,
    EmptySpan.self,
    LineBreakInSpan.self,
    LineSeparator.self,
    MalformedLine.self,
    MarkAtEdge.self,
    MissingWords.self,
    OutOfRange.self,
    PropertyOnTrigger.self,
    SelfRelation.self,
    TextMismatch.self,
    UnknownID.self,
    UnresolvedConflict.self,
    UnusedTrigger.self,
    WrongTarget.self,
    WrongTrigger.self,
    WrongUnit.self,
  ]
}
