import Standoff

/// What stands in a merged file, what is open and what was dropped, before lines have ids.
///
/// Four rounds: clusters of annotations; events and relations, whose ends are mapped through them;
/// what is said of all of these; and groups. Each round asks the policy about what is not the same with
/// all who have a say: of a property those whose the annotation is, of a relation those who have both
/// of its ends.
struct MergeDecisions {
  let clusters: AnnotatorClusters
  let boundaries: BoundaryRule
  let verdicts: Verdicts
  let sayings: Sayings

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
    self.boundaries = boundaries
    verdicts = Verdicts(policy)
    sayings = Sayings(clusters)
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
    let keys = dropped.map { line in
      line.holder.map { clusters.sources[$0.source].source.lines.packedID(of: $0.row) ?? .unusual }
        ?? .ofGroup
    }
    let areNumbered = keys.allSatisfy(\.isNumbered)
    return dropped.indices.sorted { one, other in
      let (a, b) = (dropped[one], dropped[other])
      guard a.source == b.source else { return a.source < b.source }
      if areNumbered {
        let (left, right) = (keys[one].bits, keys[other].bits)
        return left != right ? left < right : one < other
      }
      let (left, right) = (writtenID(a), writtenID(b))
      return left != right ? left < right : one < other
    }.map { dropped[$0] }
  }

  /// The id of a line that was dropped; `*` for a group.
  func writtenID(_ line: DroppedLine) -> AnnotationID {
    line.holder.map { clusters.sources[$0.source].source.lines.id(of: $0.row) } ?? "*"
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
    var division = Division(of: question, among: voters)
    for answer in answers { division.add(answer.sources) }
    return verdicts.verdict(division) { ballot(question, answers, voters: voters) }
  }

  /// The question as policies are asked it.
  func ballot(
    _ question: Ballot.Question, _ answers: [(text: String, sources: [Int])], voters: [Int]
  ) -> Ballot {
    let names = clusters.sources.map(\.source.annotator)
    return Ballot(
      question, answers.map { .init($0.text, by: $0.sources.map { names[$0] }) },
      voters: voters.map { names[$0] })
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
