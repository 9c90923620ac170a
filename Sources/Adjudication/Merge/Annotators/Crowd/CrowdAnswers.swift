public import Standoff

/// What annotators said of each of many things, by numbers, as models of their reliability see it.
public struct CrowdAnswers: Sendable {
  /// The annotators, in the order that was given.
  public let annotators: [String]
  /// The answers there are, in the order of their bytes; the first, empty one is that nothing is there.
  public let labels: [String]
  /// Of each thing who said what, by numbers; who had no say is not there.
  public let items: [[(annotator: Int, label: Int)]]

  private let numbers: Numbers

  /// The numbers of annotators and labels.
  private struct Numbers {
    let annotators: [String: Int]
    let labels: [String: Int]

    /// Who said what in a ballot; a label that nobody said before is as if nothing was there.
    func item(_ ballot: Ballot) -> [(annotator: Int, label: Int)] {
      var said: [Int: Int] = [:]
      for voter in ballot.voters {
        if let place = annotators[voter] { said[place] = 0 }
      }
      for answer in ballot.answers {
        for annotator in answer.annotators {
          if let place = annotators[annotator] { said[place] = labels[answer.text] ?? 0 }
        }
      }
      return said.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  /// Takes over ballots about labels.
  public init(_ ballots: [Ballot], annotators: [String]) {
    let labels = [""] + Set(ballots.flatMap { $0.answers.map(\.text) }).subtracting([""]).sorted()
    let numbers = Numbers(
      annotators: Dictionary(annotators.enumerated().map { ($1, $0) }) { first, _ in first },
      labels: Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) }))
    self.annotators = annotators
    self.labels = labels
    self.numbers = numbers
    items = ballots.map(numbers.item)
  }

  /// How likely each answer is, that nothing is there first and then those of the ballot, where
  /// `probability` tells how likely, up to a factor, each label is for what was said.
  func posterior(
    of ballot: Ballot, by probability: ([(annotator: Int, label: Int)]) -> [Double]
  ) -> [Double] {
    let all = probability(numbers.item(ballot))
    return [all[0]]
      + ballot.answers.map { answer in numbers.labels[answer.text].map { all[$0] } ?? 0 }
  }

  /// Sees to it that there is enough to learn from: with fewer than three annotators, or about thirty
  /// things, many tables of errors explain what was said as well as one another.
  ///
  /// - Throws: `too-few-annotators`, `too-few-clusters`.
  static func check(
    _ ballots: [Ballot], _ annotators: [String], for policy: String
  ) throws(DiagnosticError) {
    let rest = "use majority, or give the weights as in weighted=ana:2,ben:1"
    if annotators.count < 3 {
      throw DiagnosticError(
        .tooFewAnnotators,
        "\(policy) cannot tell from \(counted(annotators.count, "annotator")) who errs, for it takes a third to decide between two; \(rest)"
      )
    }
    if ballots.count < leastItems {
      throw DiagnosticError(
        .tooFewClusters,
        "\(policy) cannot learn from \(counted(ballots.count, "annotation")) how far to trust whom, for it takes \(leastItems); merge more articles at once, or \(rest)"
      )
    }
  }

  private static let leastItems = 30
}

extension Ballot {
  /// The likeliest answer stands; `posterior` begins with that nothing is there.
  func likeliest(_ posterior: [Double]) -> Ballot.Verdict {
    var best = 0
    for (place, probability) in posterior.enumerated() where probability > posterior[best] {
      best = place
    }
    let isTie = posterior.count { $0 == posterior[best] } > 1
    if isTie { return .open(mayBeNothing: posterior[0] == posterior[best]) }
    return best == 0 ? .nothing : .stands(best - 1)
  }
}

extension DiagnosticName {
  /// A policy that learns has too little to learn from.
  public static let tooFewClusters = DiagnosticName("too-few-clusters")
}
