import ArgumentParser

/// The process: `galley ARTICLE` opens a shell, `galley JOB …` works on files.
struct Galley: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Annotates articles: at a prompt, by scripts, and as files.",
    usage: """
      galley [ARTICLE] [OPTIONS]
      galley ARTICLE -c COMMAND … -f SCRIPT …
      galley ARTICLE < SCRIPT
      galley JOB …
      """,
    discussion: """
      With a terminal on standard input and neither -c nor -f, galley asks for commands at a prompt; \
      `help` there shows them. Otherwise it runs scripts, which are all or nothing.

      Exit status: 0 done, 1 findings, 2 it could not be done, 64 wrong usage, 130 interrupted. \
      An article that is named like a job is written ./NAME.
      """,
    version: "0.1.0",
    subcommands: [
      AgreeJob.self, DiffJob.self, FormatJob.self, GitJob.self, MergeJob.self, ReanchorJob.self,
      SchemaJob.self, ShellJob.self,
      ShowJob.self, StatsJob.self, ValidateJob.self,
    ],
    defaultSubcommand: ShellJob.self)

  /// The words that a first argument may be instead of an article.
  static var jobs: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }
}
