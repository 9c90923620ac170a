import ArgumentParser

/// `galley schema remove NAME PATH…`: removes what has a label, attribute or relation.
struct SchemaRemoveJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract:
      "Removes a label, an attribute or a relation with all that hangs on it, in all files or none.",
    usage: "galley schema remove [label|attribute|relation] NAME PATH … [--dry-run]")

  @OptionGroup var options: SchemaChangeOptions

  func run() throws { try options.run(names: 1, removes: true) }
}
