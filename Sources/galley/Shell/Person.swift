import CommandLanguage
import Editline
import Standoff

/// The person at the prompt, who answers what commands ask.
@MainActor
final class Person: @MainActor Interlocutor {
  private let lines: any LineSource
  private let render: (StyledText) -> String

  /// Asks through `lines`, and shows hits as `render` lays them out.
  init(_ lines: any LineSource, render: @escaping (StyledText) -> String) {
    self.lines = lines
    self.render = render
  }

  func pick(from hits: [Hit], question: String) -> Hit? {
    list(hits, question)
    while true {
      guard let answer = ask("which one? [1-\(hits.count), Enter for none] ") else { return nil }
      if answer.isEmpty { return nil }
      if let number = Int(answer), let hit = hits.first(where: { $0.number == number }) {
        return hit
      }
    }
  }

  func select(from hits: [Hit], question: String) -> [Hit]? {
    list(hits, nil)
    while true {
      guard let answer = ask("\(question) [y, n, all, or numbers as 1-4,6] ") else { return nil }
      guard let choice = BulkAnswer(answer, count: hits.count) else { continue }
      let selection = choice.selection(of: hits)
      return selection.isEmpty ? nil : selection
    }
  }

  func confirm(_ question: String) -> Bool {
    guard case .line(let key) = lines.askKey(Prompt([.init(question + " [y/n] ")])) else {
      return false
    }
    return key.lowercased() == "y"
  }

  func edit(_ text: String) throws(DiagnosticError) -> String? {
    try ExternalEditor().edit(text)
  }

  private func list(_ hits: [Hit], _ heading: String?) {
    var shown = hits.map { render(HitLine($0, columns: Environment.columns).text) }
    if let heading { shown.insert(render(StyledText(heading)), at: 0) }
    StandardStream.output.write(lines: shown)
  }

  private func ask(_ question: String) -> String? {
    guard case .line(let answer) = lines.ask(Prompt([.init(question, .bold)])) else { return nil }
    return answer.filter { !$0.isWhitespace }
  }
}
