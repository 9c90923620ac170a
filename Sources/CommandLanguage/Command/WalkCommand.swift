package import Standoff

/// `next` and `back`, which differ in the way they go alone.
package protocol WalkCommand: Command {
  /// Which way it goes.
  static var direction: WalkDirection { get }

  /// The label whose annotations it goes to; without one, paragraphs.
  var label: Word? { get }

  /// Creates a command.
  init(to label: Word?)
}

extension WalkCommand {
  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    Self(to: reader.atEnd ? nil : try reader.label())
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    try workspace.walk(Self.direction, to: label)
  }
}
