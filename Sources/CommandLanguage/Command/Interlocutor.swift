package import Standoff

/// Whoever answers the questions that a command may ask: a person at a prompt.
///
/// Scripts have none, so a command asks nothing there. What may be answered, and what an answer
/// means, is for those who ask.
package protocol Interlocutor: AnyObject {
  /// How many columns a line shown to the person may take.
  var columns: Int { get }

  /// Shows lines, a page at a time where they are more than the screen has.
  func show(_ lines: [StyledText], in workspace: Workspace)

  /// The line that the person answers; `nil` where the person gives up.
  func line(_ question: String) -> String?

  /// The key that the person answers, empty for Enter; `nil` where the person gives up.
  ///
  /// Where single keys cannot be read it is a line with nothing else in it.
  func key(_ question: String) -> String?

  /// The text that the person leaves in an editor that starts with `text`; `nil` where there is
  /// none or nothing was left.
  func edit(_ text: String) throws(DiagnosticError) -> String?
}
