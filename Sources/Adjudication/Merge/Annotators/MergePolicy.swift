public import Standoff

/// How annotators' answers decide what a merged file says.
///
/// A policy is asked about everything that is not the same with all: first for each cluster whether
/// something is there and with which label, then about its words, then about each thing that is said
/// of it. It sees names and answers alone, never offsets.
public protocol MergePolicy: Sendable {
  /// What the policy is called on the command line, with what was given to it: `threshold=2`.
  var name: String { get }

  /// Whether the policy learns from the questions about labels; others need not know them.
  var learns: Bool { get }

  /// Whether it looks at what the answers to a question are, and not only at who gives the same one; one
  /// that does not is asked once for all questions that divide the annotators alike.
  func readsAnswers(to question: Ballot.Question) -> Bool

  /// What becomes of a question.
  ///
  /// The answers differ, or not all voters give one; of an annotation on whose words alone they differ the
  /// label is asked first all the same. An answer that the ballot does not have leaves the question open.
  func verdict(on ballot: Ballot) -> Ballot.Verdict

  /// The policy once all questions about labels are known, of all articles that are merged in one
  /// go; a policy that learns from them how far to trust whom does it here.
  ///
  /// - Throws: where they do not suffice.
  func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy
}

extension MergePolicy {
  /// `false`: the policy needs no training on the labels.
  public var learns: Bool { false }

  /// `true`, always safe: the policy is asked about every question anew.
  public func readsAnswers(to question: Ballot.Question) -> Bool { true }

  /// The policy itself.
  public func prepared(
    for ballots: [Ballot], annotators: [String]
  ) throws(DiagnosticError) -> any MergePolicy { self }
}
