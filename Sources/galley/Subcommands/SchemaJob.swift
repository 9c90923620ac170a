import ArgumentParser

/// `galley schema …`: prints the schema, and changes its names in standoff files.
struct SchemaJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the schema that holds; renames, merges and removes what it names in files.",
    subcommands: [
      SchemaPrintJob.self, SchemaRenameJob.self, SchemaMergeJob.self, SchemaRemoveJob.self,
    ],
    defaultSubcommand: SchemaPrintJob.self)
}
