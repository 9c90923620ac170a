import Glibc

/// How each annotator errs, found together with what is likely true: the model of Dawid and Skene
/// (Applied Statistics 28(1), 1979), by expectation maximization from the shares of the votes.
///
/// Takes rounds × answers × labels steps. The likelihood never falls from round to round, but for what
/// smoothing adds.
public struct DawidSkene: CrowdModel {
  /// What was learned from.
  public let answers: CrowdAnswers
  /// By item and label, how likely the label is the true one.
  public let posteriors: [[Double]]
  /// How frequent each label is among what is true.
  public let priors: [Double]
  /// By annotator, what is true, and what is said: how often the annotator says so.
  public let errors: [[[Double]]]
  /// How often each annotator is right.
  public let skills: [String: Double]

  var weights: [String: Double] { skills }

  /// What a cell of a table of errors has at least, so that no logarithm is without bounds.
  private static let least = 1e-10

  /// Learns from answers.
  ///
  /// - Parameters:
  ///   - smoothing: how many right answers each annotator is thought to have given to each label
  ///     beforehand, and a tenth of that wrong ones; without it, an error that was never seen is
  ///     thought impossible.
  ///   - rounds: after how many rounds it ends at the latest.
  ///   - tolerance: it ends where the mean logarithm of the likelihood gains less in a round.
  public init(
    _ answers: CrowdAnswers, smoothing: Double = 0.5, rounds: Int = 100, tolerance: Double = 1e-5
  ) {
    self.answers = answers
    let count = answers.labels.count
    var posteriors = answers.items.map { item in
      var share = Array(repeating: 0.0, count: count)
      for answer in item { share[answer.label] += 1 / Double(item.count) }
      return share
    }
    var priors = Self.priors(posteriors, count)
    var errors = Self.errors(answers, posteriors, smoothing)
    var last = -Double.infinity
    for _ in 0..<max(0, rounds) {
      var sum = 0.0
      posteriors = answers.items.map { item in
        let (share, logarithm) = Self.share(item, priors, errors)
        sum += logarithm
        return share
      }
      priors = Self.priors(posteriors, count)
      errors = Self.errors(answers, posteriors, smoothing)
      let mean = sum / Double(max(1, answers.items.count))
      if mean - last < tolerance { break }
      last = mean
    }
    (self.posteriors, self.priors, self.errors) = (posteriors, priors, errors)
    skills = Dictionary(
      zip(answers.annotators, errors).map { name, table in
        (name, (0..<count).reduce(0) { $0 + priors[$1] * table[$1][$1] })
      }
    ) { first, _ in first }
  }

  /// How likely each label is for what was said of one thing.
  func probability(_ item: [(annotator: Int, label: Int)]) -> [Double] {
    Self.share(item, priors, errors).share
  }

  private static func priors(_ posteriors: [[Double]], _ count: Int) -> [Double] {
    (0..<count).map { label in
      posteriors.reduce(0) { $0 + $1[label] } / Double(max(1, posteriors.count))
    }
  }

  private static func errors(
    _ answers: CrowdAnswers, _ posteriors: [[Double]], _ smoothing: Double
  ) -> [[[Double]]] {
    let count = answers.labels.count
    let blank = (0..<count).map { truth in
      (0..<count).map { truth == $0 ? smoothing : smoothing / 10 }
    }
    var errors = Array(repeating: blank, count: answers.annotators.count)
    for (item, posterior) in zip(answers.items, posteriors) {
      for answer in item {
        for truth in 0..<count { errors[answer.annotator][truth][answer.label] += posterior[truth] }
      }
    }
    return errors.map { table in
      table.map { row in
        let cells = row.map { max($0, least) }
        let sum = cells.reduce(0, +)
        return cells.map { $0 / sum }
      }
    }
  }

  /// The posterior of an item, and the logarithm of its likelihood.
  private static func share(
    _ item: [(annotator: Int, label: Int)], _ priors: [Double], _ errors: [[[Double]]]
  ) -> (share: [Double], logarithm: Double) {
    let logarithms = priors.indices.map { truth in
      item.reduce(log(max(priors[truth], least))) {
        $0 + log(errors[$1.annotator][truth][$1.label])
      }
    }
    return normalized(logarithms: logarithms)
  }
}
