package import Standoff

/// Whoever answers the questions that a command may ask: a person at a prompt.
///
/// Scripts have none, so a command asks nothing there.
package protocol Interlocutor: AnyObject {
  /// Which of the numbered hits is meant; `nil` where the person gives up.
  func pick(from hits: [Hit], question: String) -> Hit?

  /// Which of the numbered hits a bulk act takes; `nil` where the person gives up.
  func select(from hits: [Hit], question: String) -> [Hit]?

  /// A yes or no.
  func confirm(_ question: String) -> Bool

  /// The text that the person leaves in an editor that starts with `text`; `nil` where there is
  /// none or nothing was left.
  func edit(_ text: String) throws(DiagnosticError) -> String?
}
