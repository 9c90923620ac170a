import ArgumentParser

/// `galley schema rename OLD NEW PATH…`: gives a label, attribute or relation another name.
struct SchemaRenameJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Gives a label, an attribute or a relation another name, in all files or none.",
    usage: "galley schema rename [label|attribute|relation] OLD NEW PATH … [--dry-run]",
    discussion: "Ids stay. The schema file is yours to change; the old name is unknown then.")

  @OptionGroup var options: SchemaChangeOptions

  func run() throws { try options.run(names: 2) }
}
