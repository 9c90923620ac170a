import Standoff

/// What stands in a merged file, what is open and what was dropped, before lines have ids.
///
/// Four rounds: clusters of annotations; events and relations, whose ends are mapped through them;
/// what is said of all of these; and groups. Each round asks the policy about what is not the same with
/// all who have a say: of a property those whose the annotation is, of a relation those who have both
/// of its ends.
struct MergeDecisions {
  let clusters: AnnotatorClusters
  let policy: any MergePolicy
  let boundaries: BoundaryRule

  var stands: [Stand] = []
  var properties: [StandingProperty] = []
  var groups: [StandingGroup] = []
  var questions: [OpenQuestion] = []
  var dropped: [DroppedLine] = []
  /// By annotator and row the number of what the line has come to.
  var numbers: [[Int32]]

  /// Nothing has been decided of the line yet.
  static var undecided: Int32 { -1 }
  /// The line does not stand.
  static var gone: Int32 { -2 }

  init(_ clusters: AnnotatorClusters, policy: any MergePolicy, boundaries: BoundaryRule) {
    self.clusters = clusters
    self.policy = policy
    self.boundaries = boundaries
    numbers = clusters.sources.map {
      Array(repeating: Self.undecided, count: $0.source.lines.count)
    }
    decideClusters()
    decideEvents()
    decideRelations()
    decideProperties()
    decideGroups()
    for (source, index) in clusters.sources.enumerated() {
      for row in index.source.dangling {
        dropped.append(
          DroppedLine(holder: Holder(source: source, row: row), source: source, reason: .dangling))
      }
    }
  }

  // MARK: What the rounds share

  var sourceCount: Int { clusters.sources.count }

  /// The number of what an annotator's line has come to; `nil` where it does not stand.
  func number(_ source: Int, _ row: UInt32?) -> Int? {
    guard let row else { return nil }
    let number = numbers[source][Int(row)]
    return number < 0 ? nil : Int(number)
  }

  /// Whose line a row is.
  func record(_ holder: Holder) -> StandoffRecord {
    clusters.sources[holder.source].source.lines.record(holder.row)
  }

  mutating func drop(_ holder: Holder, _ reason: AnnotatorMerge.Dropped.Reason) {
    numbers[holder.source][Int(holder.row)] = Self.gone
    dropped.append(DroppedLine(holder: holder, source: holder.source, reason: reason))
  }

  /// What does not stand, by annotator and id; groups have none, and stand where `*` would be one.
  var droppedInOrder: [DroppedLine] {
    dropped.sorted { one, other in
      guard one.source == other.source else { return one.source < other.source }
      let lines = clusters.sources[one.source].source.lines
      switch (one.holder?.row, other.holder?.row) {
      case (let row?, let next?): return lines.idPrecedes(row, next)
      case (let row?, nil): return lines.id(of: row) < "*"
      case (nil, let next?): return "*" < lines.id(of: next)
      case (nil, nil): return false
      }
    }
  }

  /// Notes that something about a stand was not the same with all.
  mutating func touch(_ stand: Int, _ status: Stand.Status) {
    stands[stand].status = max(stands[stand].status, status)
  }

  /// What becomes of answers that voters give, each by some; `nil` where all agree.
  func verdict(
    _ question: Ballot.Question, _ answers: [(text: String, sources: [Int])], voters: [Int]
  ) -> Ballot.Verdict? {
    if answers.count == 1, answers[0].sources.count == voters.count { return nil }
    let names = clusters.sources.map(\.source.annotator)
    let ballot = Ballot(
      question, answers.map { .init($0.text, by: $0.sources.map { names[$0] }) },
      voters: voters.map { names[$0] })
    return policy.verdict(on: ballot)
  }

  /// Makes a question of readings; those of `voters` who are in none say that nothing is there.
  mutating func open(
    _ kind: MergeConflict.Kind, _ name: String?, on target: Int,
    _ readings: [(sources: [Int], lines: [OpenQuestion.Line])], among voters: [Int]
  ) {
    let speaking = Set(readings.flatMap(\.sources))
    let silent = voters.filter { !speaking.contains($0) }
    questions.append(
      OpenQuestion(
        kind: kind, name: name, target: target,
        readings: readings + (silent.isEmpty ? [] : [(silent, [])])))
    touch(target, .open)
  }
}
