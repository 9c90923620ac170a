/// How annotators divide over the answers to a question.
struct Division: Hashable {
  let question: Ballot.Question
  /// Who has a say, and who gives each of the first answers, a bit each; `nil` where there are too many
  /// of either, or somebody is not in his order.
  private var voters: UInt64?
  private var answers: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var count = 0

  /// A question that all annotators are asked.
  init(of question: Ballot.Question, among annotatorCount: Int) {
    self.question = question
    voters = annotatorCount < UInt64.bitWidth ? 1 << UInt64(annotatorCount) - 1 : nil
  }

  /// A question that some annotators are asked, by their numbers.
  init(of question: Ballot.Question, among sources: some Sequence<Int>) {
    self.question = question
    var voices = Voices()
    for source in sources { voices.add(source) }
    voters = voices.bits
  }

  /// Who gives one answer.
  struct Voices {
    /// A bit each; `nil` where that does not say it.
    fileprivate var bits: UInt64? = 0

    /// Adds an annotator by number.
    mutating func add(_ source: Int) {
      guard let known = bits, source < UInt64.bitWidth, known & 1 << UInt64(source) == 0 else {
        return bits = nil
      }
      bits = known | 1 << UInt64(source)
    }
  }

  /// Adds the next answer, by who gives it.
  mutating func add(_ sources: some Sequence<Int>) {
    var voices = Voices()
    for source in sources { voices.add(source) }
    add(voices)
  }

  /// Adds the next answer.
  mutating func add(_ voices: Voices) {
    guard let bits = voices.bits, count < 3 else {
      voters = nil
      return
    }
    switch count {
    case 0: answers.0 = bits
    case 1: answers.1 = bits
    default: answers.2 = bits
    }
    count += 1
  }

  /// Whether nothing else about who says what is to be known.
  var isWhole: Bool { voters != nil }

  /// A number below ``mixCount`` which is mostly another for other divisions.
  var mix: Int {
    let question: UInt64 =
      switch self.question {
      case .label: 0
      case .boundary: 1
      case .property: 2
      }
    let voices = (voters ?? 0) &+ 3 &* answers.0 &+ 11 &* answers.1 &+ 37 &* answers.2
    return Int(truncatingIfNeeded: (voices << 2 | question) % UInt64(Self.mixCount))
  }

  /// How many numbers ``mix`` tells divisions apart by.
  static var mixCount: Int { 128 }

  static func == (left: Division, right: Division) -> Bool {
    left.question == right.question && left.voters == right.voters && left.answers == right.answers
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(question)
    hasher.combine(voters)
    hasher.combine(answers.0)
    hasher.combine(answers.1)
    hasher.combine(answers.2)
  }
}
