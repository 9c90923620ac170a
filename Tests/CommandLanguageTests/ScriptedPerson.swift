import Standoff

@testable import CommandLanguage

/// A person who answers what a transcript says, and gives up where it says no more.
final class ScriptedPerson: Interlocutor {
  /// The answers that are left.
  var answers: [String] = []
  /// What was asked, and what was answered, since this was last emptied.
  var conversation: [String] = []
  let columns = 80

  func show(_ lines: [StyledText], in workspace: Workspace) {
    let renderer = TextRenderer(schema: workspace.schema)
    conversation += lines.map(renderer.line)
  }

  func line(_ question: String) -> String? { ask(question) }

  func key(_ question: String) -> String? { ask(question).map { String($0.prefix(1)) } }

  func edit(_ text: String) -> String? { ask("(editor)") }

  private func ask(_ question: String) -> String? {
    conversation.append(question.hasSuffix(" ") ? String(question.dropLast()) : question)
    guard !answers.isEmpty else { return nil }
    let answer = answers.removeFirst()
    conversation.append(Transcript.answerMark + answer)
    return answer
  }
}
