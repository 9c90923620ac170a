import ArgumentParser
import Standoff

/// `galley git …`: lets git merge and show annotations.
struct GitJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git",
    abstract: "Lets git merge annotations and show them in words.",
    subcommands: [GitSetupJob.self, GitMergeJob.self, GitTextJob.self])
}

extension DiagnosticName {
  /// A file that was to be merged holds no annotations but something else.
  static let notAStandoffFile = DiagnosticName("not-a-standoff-file")
}
