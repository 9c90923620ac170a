/// What a policy makes of questions, each of which it is asked once if it does not look at the answers.
final class Verdicts {
  private let policy: any MergePolicy
  private var known: [Division: Ballot.Verdict] = [:]
  /// By ``Division/mix``, what was asked last: few questions are asked over and over.
  private var recent: [(division: Division, verdict: Ballot.Verdict)?]
  private let reads: [Ballot.Question: Bool]

  init(_ policy: any MergePolicy) {
    self.policy = policy
    recent = Array(repeating: nil, count: Division.mixCount)
    let questions: [Ballot.Question] = [.label, .boundary, .property]
    reads = Dictionary(uniqueKeysWithValues: questions.map { ($0, policy.readsAnswers(to: $0)) })
  }

  /// What is known to become of a question that divides the annotators so; `nil` where it has to be
  /// asked.
  ///
  /// Asking is apart, since a closure would have all that a ballot is made from copied for each question.
  func known(_ division: Division) -> Ballot.Verdict? {
    guard division.isWhole else { return nil }
    let place = division.mix
    if let last = recent[place], last.division == division { return last.verdict }
    guard let verdict = known[division] else { return nil }
    recent[place] = (division, verdict)
    return verdict
  }

  /// Asks what becomes of a question that divides the annotators so.
  ///
  /// For an answer that the policy makes up people have to decide.
  func verdict(on ballot: Ballot, _ division: Division) -> Ballot.Verdict {
    var verdict = policy.verdict(on: ballot)
    if case .stands(let answer) = verdict, !ballot.answers.indices.contains(answer) {
      verdict = .open(mayBeNothing: ballot.answerCount < ballot.voters.count)
    }
    if division.isWhole, !(reads[division.question] ?? true) { known[division] = verdict }
    return verdict
  }
}
