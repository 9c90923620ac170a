/// Thrown where something could not be done: carries the one diagnostic that says why.
public struct DiagnosticError: Error, Hashable, Sendable {
  /// What went wrong, where, and what next.
  public var diagnostic: Diagnostic

  /// Creates an error from its diagnostic.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  /// Creates an error from the parts of its diagnostic.
  public init(
    _ name: DiagnosticName, _ message: String, at place: Place = Place(), notes: [String] = [],
    fix: String? = nil
  ) {
    self.init(Diagnostic(name, message, at: place, notes: notes, fix: fix))
  }
}
