import ArgumentParser
import CommandLanguage
import Standoff

/// `galley git setup`: tells a repository to merge and show standoff files with galley.
struct GitSetupJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Tells a repository to merge and show standoff files with galley.",
    discussion: """
      Writes what git is to do with which files to .gitattributes and .gitignore, which are to be committed, and the \
      drivers to the settings of this clone, which git never copies: everybody runs it once. Done \
      twice it changes nothing. Exit status: 0 done, 1 with --check something is missing, 2 this is \
      no repository or a file could not be written.
      """)

  @Flag(help: "Take back what setup did.")
  var remove = false

  @Flag(help: "Change nothing, and say what is missing.")
  var check = false

  func validate() throws {
    if remove, check { throw ValidationError("--remove and --check do not go together.") }
  }

  func run() throws {
    var status = Status.done
    do throws(DiagnosticError) {
      let setup = try GitSetup()
      let told = check ? try setup.missing() : remove ? try setup.remove() : try setup.carryOut()
      StandardStream.output.write(lines: told)
      if check, !told.isEmpty { status = Status.findings }
    } catch {
      status = Printer().failure(error.diagnostic, color: .auto)
    }
    if status != Status.done { throw ExitCode(status) }
  }
}
