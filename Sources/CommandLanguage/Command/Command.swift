package import Standoff

/// One verb of the command language: how it is read, what it does, what `help` says of it.
///
/// A command is one file with one conformer; ``CommandCatalogue`` lists them all.
package protocol Command: Sendable {
  /// The page of `help` and of the reference.
  static var manual: Manual { get }

  /// Reads what follows the verb, up to the end of the command.
  ///
  /// - Throws: `DiagnosticError` with the place of the word that does not fit.
  static func parse(_ reader: inout LineReader, schema: Schema) throws(DiagnosticError)
    -> Self

  /// Carries the command out.
  ///
  /// - Throws: `DiagnosticError` where it could not be done; nothing has then changed.
  func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report
}
