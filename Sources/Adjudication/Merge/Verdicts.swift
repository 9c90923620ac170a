/// What a policy makes of questions, each of which it is asked once if it does not look at the answers.
final class Verdicts {
  private let policy: any MergePolicy
  private var known: [Division: Ballot.Verdict] = [:]
  private let reads: [Ballot.Question: Bool]

  init(_ policy: any MergePolicy) {
    self.policy = policy
    let questions: [Ballot.Question] = [.label, .boundary, .property]
    reads = Dictionary(uniqueKeysWithValues: questions.map { ($0, policy.readsAnswers(to: $0)) })
  }

  /// What becomes of a question that divides the annotators so; `ballot` is made where it is asked.
  func verdict(_ division: Division, _ ballot: () -> Ballot) -> Ballot.Verdict {
    let isKnown = division.isWhole && !(reads[division.question] ?? true)
    if isKnown, let verdict = known[division] { return verdict }
    let verdict = policy.verdict(on: ballot())
    if isKnown { known[division] = verdict }
    return verdict
  }
}
