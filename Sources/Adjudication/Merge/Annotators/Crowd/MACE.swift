import Glibc

/// How often each annotator looks rather than guesses, found together with what is likely true: MACE
/// (Hovy, Berg-Kirkpatrick, Vaswani and Hovy, NAACL 2013), by variational Bayes.
///
/// What is true is drawn evenly. An annotator copies it with the probability of his competence, else
/// draws from his habits. Of several random starts the likeliest is kept. Takes starts × rounds ×
/// answers × labels steps.
public struct MACE: CrowdModel {
  /// What was learned from.
  public let answers: CrowdAnswers
  /// By item and label, how likely the label is the true one.
  public let posteriors: [[Double]]
  /// How often each annotator looks.
  public let competences: [String: Double]

  var weights: [String: Double] { competences }

  private let state: State

  private struct State {
    /// By annotator, how often he looks, and how often he guesses.
    var looks: [Double]
    var guesses: [Double]
    /// By annotator and label, what he draws when he guesses.
    var habits: [[Double]]
  }

  /// The prior of looking and guessing, and that of habits, as the authors have them.
  private static let prior = 0.5
  private static let habitPrior = 10.0

  /// Learns from answers.
  ///
  /// - Parameters:
  ///   - starts: how many random starts.
  ///   - rounds: how many rounds from each.
  ///   - seed: what the starts are drawn from.
  public init(_ answers: CrowdAnswers, starts: Int = 10, rounds: Int = 50, seed: UInt64 = 0) {
    self.answers = answers
    var numbers = SeededNumbers(seed: seed)
    var best = Self.start(answers, &numbers)
    var most = -Double.infinity
    for _ in 0..<max(0, starts) {
      var state = Self.start(answers, &numbers)
      var likelihood = -Double.infinity
      for _ in 0..<max(0, rounds) { likelihood = Self.improve(&state, answers) }
      if likelihood > most { (most, best) = (likelihood, state) }
    }
    state = best
    posteriors = answers.items.map { Self.share($0, best, answers.labels.count).share }
    competences = Dictionary(
      zip(answers.annotators, best.looks).enumerated().map { place, pair in
        (pair.0, pair.1 / (pair.1 + best.guesses[place]))
      }
    ) { first, _ in first }
  }

  /// How likely each label is for what was said of one thing.
  func probability(_ item: [(annotator: Int, label: Int)]) -> [Double] {
    Self.share(item, state, answers.labels.count).share
  }

  private static func start(_ answers: CrowdAnswers, _ numbers: inout SeededNumbers) -> State {
    let count = answers.labels.count
    var state = State(looks: [], guesses: [], habits: [])
    for _ in answers.annotators {
      let (looks, guesses) = (1 + prior * numbers.fraction(), 1 + prior * numbers.fraction())
      state.looks.append(looks / (looks + guesses))
      state.guesses.append(guesses / (looks + guesses))
      let habits = (0..<count).map { _ in 1 + prior * numbers.fraction() }
      let sum = habits.reduce(0, +)
      state.habits.append(habits.map { $0 / sum })
    }
    return state
  }

  /// The posterior of an item, and the logarithm of its likelihood.
  private static func share(
    _ item: [(annotator: Int, label: Int)], _ state: State, _ count: Int
  ) -> (share: [Double], logarithm: Double) {
    let logarithms = (0..<count).map { truth in
      item.reduce(-log(Double(count))) { sum, answer in
        let guess = state.guesses[answer.annotator] * state.habits[answer.annotator][answer.label]
        return sum + log(guess + (answer.label == truth ? state.looks[answer.annotator] : 0))
      }
    }
    return normalized(logarithms: logarithms)
  }

  /// One round; the logarithm of the likelihood before it.
  private static func improve(_ state: inout State, _ answers: CrowdAnswers) -> Double {
    let count = answers.labels.count
    var likelihood = 0.0
    var looked = Array(repeating: 0.0, count: answers.annotators.count)
    var guessed = Array(
      repeating: Array(repeating: 0.0, count: count), count: answers.annotators.count)
    for item in answers.items {
      let (share, logarithm) = share(item, state, count)
      likelihood += logarithm
      for answer in item {
        let looks = state.looks[answer.annotator]
        let guess = state.guesses[answer.annotator] * state.habits[answer.annotator][answer.label]
        let copied = share[answer.label] * looks / (looks + guess)
        looked[answer.annotator] += copied
        guessed[answer.annotator][answer.label] += 1 - copied
      }
    }
    for annotator in answers.annotators.indices {
      let guesses = guessed[annotator].reduce(0, +)
      let all = digamma(looked[annotator] + guesses + 2 * prior)
      state.looks[annotator] = exp(digamma(looked[annotator] + prior) - all)
      state.guesses[annotator] = exp(digamma(guesses + prior) - all)
      let sum = digamma(guesses + Double(count) * habitPrior)
      state.habits[annotator] = guessed[annotator].map { exp(digamma($0 + habitPrior) - sum) }
    }
    return likelihood
  }

  /// The derivative of the logarithm of the gamma function, for numbers above 0: its asymptotic series
  /// (Abramowitz and Stegun 6.3.18) from 6 on, and the recurrence 6.3.5 below.
  package static func digamma(_ number: Double) -> Double {
    var (x, sum) = (number, 0.0)
    while x < 6 {
      sum -= 1 / x
      x += 1
    }
    let square = 1 / (x * x)
    let series =
      square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)))
    return sum + log(x) - 1 / (2 * x) - series
  }
}
