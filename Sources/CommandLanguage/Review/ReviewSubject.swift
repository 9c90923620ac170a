package import Standoff

/// What a review goes through, one item after the other: places that may be marked, annotations,
/// conflicts; later proposals.
package protocol ReviewSubject: Sendable {
  /// How many items there are.
  var count: Int { get }

  /// Whether an item that is skipped comes again after all others.
  var putsSkippedLast: Bool { get }

  /// What is asked about an item; `nil` where there is nothing to decide any more.
  func question(
    about item: Int, in workspace: Workspace
  ) throws(DiagnosticError) -> ReviewQuestion?

  /// Does what a key means for an item, in one act at most.
  ///
  /// - Returns: `nil` where the person thinks better of it.
  func answer(
    _ key: Character, about item: Int, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer?
}

extension ReviewSubject {
  package var putsSkippedLast: Bool { false }
}
