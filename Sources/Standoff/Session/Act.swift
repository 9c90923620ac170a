/// A command that changed the annotations, with the change.
package struct Act: Hashable, Sendable {
  /// The command with its positions and ids resolved, on one line.
  package var command: String
  /// The lines of the standoff file that it changed.
  package var edit: Edit
  /// The names it gave with `as`.
  package var names: [String: AnnotationID]
  /// What it decided, for the file of decisions; a line each, without who decided and when.
  package var decisions: [String]
  /// The hash of the standoff file as another program had left it, where the act took that in.
  package var takenIn: UInt64?

  /// Creates an act.
  package init(
    _ command: String, _ edit: Edit, names: [String: AnnotationID] = [:], decisions: [String] = [],
    takenIn: UInt64? = nil
  ) {
    self.command = command
    self.edit = edit
    self.names = names
    self.decisions = decisions
    self.takenIn = takenIn
  }
}
