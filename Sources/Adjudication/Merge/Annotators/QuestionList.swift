import Standoff

/// The conflicts of a merge, whose readings stand one after the other.
struct QuestionList: Sendable {
  /// What some annotators say.
  private struct Reading {
    let sources: Range<Int>
    let lines: Range<Int>
  }

  /// The questions in the order in which they were found.
  private(set) var questions: [OpenQuestion] = []
  private var readings: [Reading] = []
  private var sources: [Int] = []
  private var lines: [OpenQuestion.Line] = []

  /// Who says a reading, in the order of the annotators.
  func annotators(of reading: Int) -> ArraySlice<Int> { sources[readings[reading].sources] }

  /// The lines that say a reading; none where it is that nothing is there.
  func lines(of reading: Int) -> ArraySlice<OpenQuestion.Line> { lines[readings[reading].lines] }

  /// How many `Conflict` lines there are at most.
  var disputedCount: Int {
    questions.reduce(0) { count, question in
      guard question.kind.isOfLines(named: question.name) else { return count + 1 }
      return question.readings.reduce(count) { $0 + lines(of: $1).count }
    }
  }

  /// Adds a reading of the question that comes next.
  mutating func read(_ own: some Sequence<Int>, _ said: some Sequence<OpenQuestion.Line>) {
    let (firstSource, firstLine) = (sources.count, lines.count)
    sources.append(contentsOf: own)
    lines.append(contentsOf: said)
    readings.append(
      Reading(sources: firstSource..<sources.count, lines: firstLine..<lines.count))
  }

  /// Makes a question of the readings that were added since the last one; those of `voters` who are in
  /// none say that nothing is there.
  mutating func ask(
    _ kind: MergeConflict.Kind, _ name: String?, on target: Int, among voters: some Sequence<Int>
  ) {
    let first = questions.last?.readings.upperBound ?? 0
    let speaking = first < readings.count ? readings[first].sources.lowerBound : sources.count
    var silent: [Int] = []
    for voter in voters where !isSpeaking(voter, from: speaking) { silent.append(voter) }
    if !silent.isEmpty { read(silent, []) }
    // There are few.
    for end in (first..<readings.count).dropFirst() {
      var place = end
      while place > first, firstSource(of: place) < firstSource(of: place - 1) {
        readings.swapAt(place, place - 1)
        place -= 1
      }
    }
    questions.append(
      OpenQuestion(kind: kind, name: name, target: target, readings: first..<readings.count))
  }

  /// Whether somebody is among the sources from a place on.
  private func isSpeaking(_ voter: Int, from place: Int) -> Bool {
    for place in place..<sources.count where sources[place] == voter { return true }
    return false
  }

  private func firstSource(of reading: Int) -> Int { annotators(of: reading).first ?? 0 }
}
