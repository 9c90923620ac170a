import ArgumentParser
import CommandLanguage
import Standoff

/// What the command line says about a shell.
struct ShellOptions: ParsableArguments {
  @Argument(help: "The article: UTF-8 text, never written to.", completion: .file())
  var article: String?

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Run a command, then leave; may be repeated.", valueName: "command"),
    transform: { OrderedInstruction(.command($0)) })
  var commands: [OrderedInstruction] = []

  @Option(
    name: .customShort("f"),
    help: ArgumentHelp(
      "Run a script file, or - for standard input, then leave; may be repeated.",
      valueName: "script"),
    completion: .file(), transform: { OrderedInstruction(.file($0)) })
  var files: [OrderedInstruction] = []

  @Flag(name: .customShort("i"), help: "Stay at the prompt after -c and -f.")
  var stays = false

  @OptionGroup var standoff: StandoffOptions

  @Option(help: "text, or json: one object a line on standard output.")
  var format = Settings.Format.text

  @Flag(help: "Go on with the next line after a failure; the exit status still tells.")
  var keepGoing = false

  @Flag(help: "Do everything but the writing.")
  var dryRun = false

  @Flag(name: .customLong("no-rc"), help: "Leave ~/.config/galley/rc and ~/.editrc unread.")
  var leavesRCUnread = false

  /// What all of that asks for.
  var request: ShellRequest {
    ShellRequest(
      article: article,
      instructions: (commands + files).sorted { $0.order < $1.order }.map(\.kind), stays: stays,
      annotator: standoff.annotator, into: standoff.into, schema: standoff.schema, format: format,
      color: standoff.color, keepsGoing: keepGoing, isDryRun: dryRun, leavesRCUnread: leavesRCUnread
    )
  }
}

extension Settings.Format: ExpressibleByArgument {}
extension Settings.Color: ExpressibleByArgument {}
