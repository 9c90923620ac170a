import Standoff
import TestSupport

@testable import CommandLanguage

/// A person who answers whatever comes, sometimes what was asked for.
final class RandomPerson: Interlocutor {
  let columns = 60
  private var seed: Seed
  private var patience = 40

  init(_ seed: UInt64) { self.seed = Seed(seed) }

  func show(_ lines: [StyledText], in workspace: Workspace) {}

  func line(_ question: String) -> String? {
    guard hasPatience else { return nil }
    if question.contains("which words") || question.contains("mark which") {
      return one(of: ["\"Moss\"", "\"the\"[1]", "2.1", "", "\"nowhere\"", "$", "\"a\"[all]", "\"x"])
    }
    if question.contains("which label") {
      return one(of: ["claim", "s", "", "nothing", "quote x"])
    }
    if question.contains("which values") {
      return one(of: ["stance=favor", "ref=local:a", "by=\"Moss\"", "kind=odd", "", "as one", "x"])
    }
    return one(of: ["y", "n", "all", "1", "2", "1-3", "-1", "-2-3", "1,2", "all -1", "", "x", "9"])
  }

  func key(_ question: String) -> String? {
    hasPatience
      ? one(of: ["y", "y", "n", "e", "a", "l", "v", "s", "u", "u", "q", "?", "", "é", "Y"]) : nil
  }

  func edit(_ text: String) -> String? { one(of: ["a note", ""]) }

  private var hasPatience: Bool {
    patience -= 1
    return patience > 0 && Int.random(in: 0..<30, using: &seed) > 0
  }

  private func one(of answers: [String]) -> String {
    answers[Int.random(in: 0..<answers.count, using: &seed)]
  }
}
