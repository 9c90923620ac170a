public import Standoff

/// What at least so many say alike stands, and what fewer say goes; where several answers have
/// enough, they are a conflict.
public struct ThresholdPolicy: MergePolicy {
  /// How many it takes.
  public enum Limit: Hashable, Sendable {
    /// So many annotators.
    case count(Int)
    /// So many of a hundred of those who have a say.
    case percent(Int)
  }

  /// How many it takes.
  public let limit: Limit

  /// Creates the policy.
  public init(_ limit: Limit) { self.limit = limit }

  /// What the policy is called on the command line.
  public var name: String {
    switch limit {
    case .count(let count): "threshold=\(count)"
    case .percent(let percent): "threshold=\(percent)%"
    }
  }

  /// Only who says the same counts.
  public func readsAnswers(to question: Ballot.Question) -> Bool { false }

  /// The policy, ready to be asked.
  ///
  /// - Throws: `too-few-annotators` where there are not as many as have to say something.
  public func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy {
    if case .count(let least) = limit, least > annotators.count {
      throw DiagnosticError(
        .tooFewAnnotators,
        "\(name) takes \(least) annotators, and there are \(annotators.count): \(annotators.joined(separator: ", ")); nothing would stand"
      )
    }
    return self
  }

  /// What becomes of a question.
  public func verdict(on ballot: Ballot) -> Ballot.Verdict {
    let enough = ballot.answers.indices.filter { index in
      let count = ballot.answers[index].annotators.count
      return switch limit {
      case .count(let least): count >= least
      case .percent(let percent):
        Double(count) * 100 >= Double(percent) * Double(ballot.voters.count)
      }
    }
    guard let first = enough.first else { return .nothing }
    return enough.count == 1 ? .stands(first) : .open(mayBeNothing: false)
  }
}
