import ArgumentParser

/// `galley schema merge ONE OTHER NEW PATH…`: makes one label, attribute or relation of two.
struct SchemaMergeJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes one of two labels, attributes or relations, in all files or none.",
    usage: "galley schema merge [label|attribute|relation] ONE OTHER NEW PATH … [--dry-run]",
    discussion: "NEW may be one of the two. What is now said twice is counted, and stays.")

  @OptionGroup var options: SchemaChangeOptions

  func run() throws { try options.run(names: 3, mayMeet: true) }
}
