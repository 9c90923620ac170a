package import Standoff

/// One of the places that a bulk act may take.
package struct BulkItem: Hashable, Sendable {
  /// Whether the act takes the place.
  package enum State: Hashable, Sendable {
    /// Unless it is told otherwise.
    case ticked
    /// Only if it is told to; `hint` says how a script takes it.
    case unticked(why: String, hint: String)
    /// Never: there is nothing to do.
    case settled(why: String)
  }

  /// The place; empty for the whole article.
  package var ranges: [TextRange]
  /// What the annotation that the act would change is called.
  package var handle: String?
  /// Whether the act takes it.
  package var state = State.ticked

  /// Why it is not ticked.
  package var why: String? {
    switch state {
    case .ticked: nil
    case .unticked(let why, _), .settled(let why): why
    }
  }
}
