import Standoff

@testable import CommandLanguage

/// A person who answers what a transcript says, and gives up where it says no more.
final class ScriptedPerson: Interlocutor {
  /// The answers that are left.
  var answers: [String] = []
  /// What was asked, and what was answered, since this was last emptied.
  var conversation: [String] = []
  private let columns = 80

  func pick(from hits: [Hit], question: String) -> Hit? {
    list(hits)
    guard let answer = ask(question) else { return nil }
    return Int(answer).flatMap { number in hits.first { $0.number == number } }
  }

  func select(from hits: [Hit], question: String) -> [Hit]? {
    list(hits)
    while let answer = ask(question) {
      guard let choice = BulkAnswer(answer, count: hits.count) else { continue }
      let selection = choice.selection(of: hits)
      return selection.isEmpty ? nil : selection
    }
    return nil
  }

  func confirm(_ question: String) -> Bool { ask(question) == "y" }

  func edit(_ text: String) -> String? { ask("(editor)") }

  private func list(_ hits: [Hit]) {
    let renderer = TextRenderer(schema: .news)
    conversation += hits.map { renderer.line(HitLine($0, columns: columns).text) }
  }

  private func ask(_ question: String) -> String? {
    conversation.append(question)
    guard !answers.isEmpty else { return nil }
    let answer = answers.removeFirst()
    conversation.append(Transcript.answerMark + answer)
    return answer
  }
}
