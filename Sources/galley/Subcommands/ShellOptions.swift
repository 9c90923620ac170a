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
    help: ArgumentHelp("Run a script file, then leave; may be repeated.", valueName: "script"),
    completion: .file(), transform: { OrderedInstruction(.file($0)) })
  var files: [OrderedInstruction] = []

  @Flag(name: .customShort("i"), help: "Stay at the prompt after -c and -f.")
  var stays = false

  @Option(
    help: ArgumentHelp(
      "Who annotates: the standoff file is then STEM.NAME.ann. GALLEY_ANNOTATOR serves too.",
      valueName: "name"))
  var annotator: String?

  @Option(
    help: ArgumentHelp("Write to this standoff file instead.", valueName: "file.ann"),
    completion: .file(extensions: ["ann"]))
  var into: String?

  @Option(
    help: ArgumentHelp(
      "The schema; else the nearest galley.yaml or annotation.conf, else the one for news.",
      valueName: "file"), completion: .file())
  var schema: String?

  @Option(help: "text, or json: one object a line on standard output.")
  var format = Settings.Format.text

  @Flag(help: "A failing command does not stop the script; the exit status still tells.")
  var keepGoing = false

  @Flag(help: "Do everything but the writing.")
  var dryRun = false

  @Flag(name: .customLong("no-rc"), help: "Leave ~/.config/galley/rc and ~/.editrc unread.")
  var leavesRCUnread = false

  @Option(help: "auto, always or never. NO_COLOR and TERM=dumb are obeyed.")
  var color = Settings.Color.auto

  /// What all of that asks for.
  var request: ShellRequest {
    ShellRequest(
      article: article,
      instructions: (commands + files).sorted { $0.order < $1.order }.map(\.kind), stays: stays,
      annotator: annotator, into: into, schema: schema, format: format, color: color,
      keepsGoing: keepGoing, isDryRun: dryRun, leavesRCUnread: leavesRCUnread)
  }

  func validate() throws {
    if let annotator, !StandoffLocation.isAnnotator(annotator) {
      throw ValidationError(
        "--annotator takes letters, digits, `-` and `_`, and not `\(annotator)`.")
    }
  }
}

extension Settings.Format: ExpressibleByArgument {}
extension Settings.Color: ExpressibleByArgument {}
