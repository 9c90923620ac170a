/// Every command there is, sorted by its verb.
package enum CommandCatalogue {
  /// The commands.
  package static let commands: [any Command.Type] = [
    AgreeCommand.self,
    AssertCommand.self,
    BackCommand.self,
    ConflictsCommand.self,
    DiffCommand.self,
    EchoCommand.self,
    FindCommand.self,
    HelpCommand.self,
    HistoryCommand.self,
    InfoCommand.self,
    LinkCommand.self,
    ListCommand.self,
    MergeCommand.self,
    NextCommand.self,
    NoteCommand.self,
    OpenCommand.self,
    OptionCommand.self,
    QuitCommand.self,
    RedoCommand.self,
    RelabelCommand.self,
    ResolveCommand.self,
    RespanCommand.self,
    RevertCommand.self,
    ReviewCommand.self,
    SameCommand.self,
    SaveCommand.self,
    SchemaCommand.self,
    SetCommand.self,
    ShowCommand.self,
    SourceCommand.self,
    StatsCommand.self,
    StatusCommand.self,
    TagCommand.self,
    UndoCommand.self,
    UnlinkCommand.self,
    UnsetCommand.self,
    UntagCommand.self,
    ValidateCommand.self,
  ]

  /// What `help` says of each, in the same order.
  package static let manuals = commands.map { $0.manual }

  /// The verbs, sorted.
  package static let verbs = commands.map { $0.manual.verb }

  /// The command with this verb, spelled out.
  package static func command(_ verb: String) -> (any Command.Type)? {
    commands.first { $0.manual.verb == verb }
  }

  /// The commands whose verbs begin so.
  package static func commands(beginning prefix: String) -> [any Command.Type] {
    commands.filter { $0.manual.verb.hasPrefix(prefix) }
  }
}
