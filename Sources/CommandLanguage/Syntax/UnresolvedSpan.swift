package import Standoff

/// Why an expression stands for nothing, with the places it may mean where there are several.
package struct UnresolvedSpan: Error, Hashable, Sendable {
  /// The error: `not-found`, `ambiguous`, `out-of-range`, `mismatch`, `empty` or `syntax`.
  package var diagnostic: Diagnostic
  /// Where `ambiguous`, the places that the expression at the diagnostic's place may mean.
  package var candidates: [SpanHit] = []
  /// Where `ambiguous`, how many places those are.
  package var count = 0

  /// The error without its candidates.
  package var error: DiagnosticError { DiagnosticError(diagnostic) }

  init(_ name: DiagnosticName, _ message: String, at place: Place, notes: [String] = []) {
    diagnostic = Diagnostic(name, message, at: place, notes: notes)
  }

  init(_ error: DiagnosticError, at place: Place) {
    diagnostic = error.diagnostic
    if diagnostic.place == Place() { diagnostic.place = place }
  }
}
