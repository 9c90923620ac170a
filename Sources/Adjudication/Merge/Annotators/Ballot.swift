/// What annotators answer to one question of a merge: what is there, if anything.
public struct Ballot: Hashable, Sendable {
  /// What is asked.
  public enum Question: Hashable, Sendable {
    /// Whether an annotation, event or relation is there, and with which label.
    case label
    /// Which words an annotation is on; asked of those who agree on the label.
    case boundary
    /// What is said of an annotation: an attribute, a reference, an end of a relation.
    case property
  }

  /// An answer, and who gives it.
  public struct Answer: Hashable, Sendable {
    /// The label where that is asked; else a word that tells the answers of this ballot apart and says
    /// nothing by itself.
    public let text: String
    /// The annotators who give it, at least one.
    public let annotators: [String]

    /// Creates an answer.
    public init(_ text: String, by annotators: [String]) {
      self.text = text
      self.annotators = annotators
    }
  }

  /// What is asked.
  public let question: Question
  /// The answers, at least one, in an order that does not depend on who gives them.
  public let answers: [Answer]
  /// All who have a say; who gives no answer says that nothing is there.
  public let voters: [String]

  /// Creates a ballot.
  public init(_ question: Question, _ answers: [Answer], voters: [String]) {
    self.question = question
    self.answers = answers
    self.voters = voters
  }

  /// How many give an answer.
  public var answerCount: Int { answers.reduce(0) { $0 + $1.annotators.count } }

  /// Whether all voters give the same answer.
  public var isUnanimous: Bool { answers.count == 1 && answerCount == voters.count }
}

extension Ballot {
  /// What a policy makes of a ballot.
  public enum Verdict: Hashable, Sendable {
    /// The answer with this number, from 0, stands.
    case stands(Int)
    /// Nothing is there.
    case nothing
    /// People have to decide: between the answers and, where it may be, nothing.
    case open(mayBeNothing: Bool)
  }
}
