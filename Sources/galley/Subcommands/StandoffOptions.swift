import ArgumentParser
import CommandLanguage
import Standoff

/// What the command line says about whose annotations of an article are meant.
struct StandoffOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who annotates: the standoff file is then STEM.NAME.ann. GALLEY_ANNOTATOR serves too.",
      valueName: "name"))
  var annotator: String?

  @Option(
    help: ArgumentHelp("The standoff file, where it is another.", valueName: "file.ann"),
    completion: .file(extensions: ["ann"]))
  var into: String?

  @Option(
    help: ArgumentHelp(
      "The schema; else the nearest galley.yaml or annotation.conf, else the one for news.",
      valueName: "file"), completion: .file())
  var schema: String?

  @Option(help: "auto, always or never. NO_COLOR and TERM=dumb are obeyed.")
  var color = Settings.Color.auto

  func validate() throws {
    if let annotator, !StandoffLocation.isAnnotator(annotator) {
      throw ValidationError(
        "--annotator takes letters, digits, `-` and `_`, and not `\(annotator)`.")
    }
  }
}
