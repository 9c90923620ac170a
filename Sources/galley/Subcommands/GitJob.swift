import ArgumentParser

/// `galley git …`: lets git merge and show annotations.
struct GitJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git",
    abstract: "Lets git merge annotations and show them in words.",
    subcommands: [GitSetupJob.self, GitMergeJob.self, GitTextJob.self])
}
