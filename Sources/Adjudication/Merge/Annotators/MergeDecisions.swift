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

  private(set) var stands: [Stand] = []
  private(set) var properties: [StandingProperty] = []
  var groups: [StandingGroup] = []
  var questions = QuestionList()
  var dropped: [DroppedLine] = []
  /// What each annotator's line has come to.
  var numbers: LineNumbers

  /// The lines of all stands and properties, and what all events and relations name, one after the
  /// other.
  private(set) var held: [Holder] = []
  private var named: [Stand.End] = []
  /// The roles that are no name in any file, as those of events are without their numbers.
  private var otherRoles: [String] = []
  /// By number, the first reading of what it is another reading of.
  private var firstReadings: [Int: Int] = [:]
  /// By first reading the others of the same thing.
  private var otherReadings: [Int: [Int]] = [:]
  /// The stretches of annotations in pieces.
  private var pieces: [Int: [TextRange]] = [:]

  init(_ clusters: AnnotatorClusters, policy: any MergePolicy, boundaries: BoundaryRule) {
    self.clusters = clusters
    self.boundaries = boundaries
    verdicts = Verdicts(policy)
    sayings = Sayings(clusters)
    numbers = LineNumbers(counts: clusters.sources.map(\.source.lines.count))
    LargePages.reserve(
      clusters.variants.count + (clusters.sources.map(\.relations.count).max() ?? 0), in: &stands)
    LargePages.reserve(clusters.sources.reduce(0) { $0 + $1.source.rows.count }, in: &held)
    decideClusters()
    decideEvents()
    decideRelations()
    decideProperties()
    decideGroups()
    for (source, index) in clusters.sources.enumerated() {
      for row in index.source.dangling {
        dropped.append(
          DroppedLine(
            holder: Holder(annotator: source, row: row), annotator: source, reason: .dangling))
      }
    }
  }

  // MARK: What stands

  /// Whom what stands belongs to, in the order of the annotators.
  func holders(of stand: Int) -> ArraySlice<Holder> { held[stands[stand].holders] }

  /// Whose it is, by the numbers of the annotators.
  func annotators(of stand: Int) -> [Int] { holders(of: stand).map(\.annotator) }

  /// The lines that say it as it stands.
  func models(of stand: Int) -> ArraySlice<Holder> { held[stands[stand].models] }

  /// What it names.
  func ends(of stand: Int) -> ArraySlice<Stand.End> { named[stands[stand].ends] }

  /// The role of a rank.
  func role(at rank: UInt32) -> String {
    let place = Int(rank) - 1 - clusters.list.labels.count
    return place < 0 ? clusters.list.role(at: rank) : otherRoles[place]
  }

  /// The rank of a role.
  mutating func rank(of role: String) -> UInt32 {
    guard !role.isEmpty else { return 0 }
    if let rank = clusters.list.roleRank(of: role) { return rank }
    let known = otherRoles.firstIndex { $0.utf8.elementsEqual(role.utf8) }
    if known == nil { otherRoles.append(role) }
    let place = known ?? otherRoles.count - 1
    return UInt32(truncatingIfNeeded: clusters.list.labels.count + 1 + place)
  }

  /// Its label or name.
  func name(of stand: Int) -> String { clusters.list.labels[Int(stands[stand].name)] }

  /// The words of an annotation; none for others.
  func ranges(of stand: Int) -> [TextRange] {
    pieces[stand] ?? stands[stand].extent.map { [$0] } ?? []
  }

  /// Whose an attribute, reference or note is.
  func holders(ofProperty property: Int) -> ArraySlice<Holder> {
    held[properties[property].holders]
  }

  /// Notes lines of annotators, and tells where.
  mutating func hold(_ holders: some Sequence<Holder>) -> Range<Int> {
    let first = held.count
    // There are few.
    for holder in holders { held.append(holder) }
    return first..<held.count
  }

  /// Lets something stand; tells its number, which the lines of its holders get.
  @discardableResult
  mutating func add(_ stand: Stand, on words: [TextRange] = []) -> Int {
    let number = stands.count
    if words.count > 1 { pieces[number] = words }
    for place in stand.holders { numbers[held[place]] = Int32(truncatingIfNeeded: number) }
    stands.append(stand)
    return number
  }

  /// Lets an event or relation stand that names something.
  @discardableResult
  mutating func add(_ stand: Stand, naming ends: some Sequence<Stand.End>) -> Int {
    let number = add(stand)
    setEnds(ends, of: number)
    return number
  }

  /// Says anew what an event names.
  mutating func setEnds(_ ends: some Sequence<Stand.End>, of stand: Int) {
    let first = named.count
    named.append(contentsOf: ends)
    stands[stand].ends = first..<named.count
  }

  /// Notes that something is another reading of the same thing as `first`.
  mutating func note(_ stand: Int, asReadingWith first: Int) {
    guard stand != first, firstReadings.updateValue(first, forKey: stand) == nil else { return }
    otherReadings[first, default: []].append(stand)
  }

  /// Whether an annotator has what stands, or another reading of the same thing.
  func has(_ stand: Int, _ source: Int) -> Bool {
    func isHolder(_ stand: Int) -> Bool {
      stands[stand].holders.contains { held[$0].annotator == source }
    }
    if isHolder(stand) { return true }
    guard !otherReadings.isEmpty else { return false }
    let first = firstReading(of: stand)
    return isHolder(first) || otherReadings[first, default: []].contains(where: isHolder)
  }

  /// The first reading of the thing that something is a reading of; mostly it is the only one.
  func firstReading(of stand: Int) -> Int { firstReadings[stand] ?? stand }

  /// Says anew which lines say something as it stands.
  mutating func setModels(_ models: some Sequence<Holder>, of stand: Int) {
    stands[stand].models = hold(models)
  }

  /// Says anew whose something is.
  mutating func setHolders(_ holders: Range<Int>, of stand: Int) {
    (stands[stand].holders, stands[stand].models) = (holders, holders)
    for place in holders { numbers[held[place]] = Int32(truncatingIfNeeded: stand) }
  }

  /// Notes that something about a stand was not the same with all.
  mutating func touch(_ stand: Int, _ status: Stand.Status) {
    stands[stand].status = max(stands[stand].status, status)
  }

  /// Lets an attribute, reference or note stand; tells its number.
  mutating func add(
    propertyOf holders: some Sequence<Holder>, on owner: StandingProperty.Owner
  ) -> Int {
    let holders = hold(holders)
    for place in holders { numbers[held[place]] = LineNumbers.taken }
    properties.append(StandingProperty(owner: owner, holders: holders))
    return properties.count - 1
  }

  /// By trigger its first event.
  var firstEvents: [Int: Int] {
    var found: [Int: Int] = [:]
    for number in stands.indices where stands[number].kind == .event {
      guard let trigger = ends(of: number).first?.stand, found[trigger] == nil else { continue }
      found[trigger] = number
    }
    return found
  }

  /// What is said of a trigger that its first event says too, but for what is open; with what the event
  /// says.
  func repeatedAtTriggers(_ events: [Int: Int]) -> [Int: Int] {
    guard !events.isEmpty else { return [:] }
    var said: [Int: [UInt32: Int]] = [:]
    let firsts = Set(events.values)
    for (number, property) in properties.enumerated() {
      guard case .stand(let stand) = property.owner, firsts.contains(stand),
        let holder = holders(ofProperty: number).first
      else { continue }
      said[stand, default: [:]][sayings[holder]] = number
    }
    var disputed: Set<Int> = []
    for question in questions.questions {
      for line in question.readings.flatMap({ questions.lines(of: $0) }) {
        if case .property(let property) = line { disputed.insert(property) }
      }
    }
    var repeated: [Int: Int] = [:]
    for number in properties.indices where !disputed.contains(number) {
      guard case .stand(let stand) = properties[number].owner, let event = events[stand],
        let holder = holders(ofProperty: number).first
      else { continue }
      repeated[number] = said[event]?[sayings[holder]]
    }
    return repeated
  }

  // MARK: What the rounds share

  var annotatorCount: Int { clusters.sources.count }

  /// The number of what an annotator's line has come to; `nil` where it does not stand.
  func number(_ source: Int, _ row: UInt32?) -> Int? {
    guard let row, row != LineColumns.nobody else { return nil }
    let number = numbers[Holder(annotator: source, row: row)]
    if number >= 0 { return Int(number) }
    let own = clusters.sources[source].source.ownReadings
    guard !own.isEmpty, let row = own[row] else { return nil }
    let substitute = numbers[Holder(annotator: source, row: row)]
    return substitute < 0 ? nil : Int(substitute)
  }

  /// The rank of the label or name of a line.
  func nameRank(of holder: Holder) -> UInt32 {
    let source = clusters.sources[holder.annotator].source
    return clusters.list.ranks[holder.annotator][Int(source.columns.names[Int(holder.row)])]
  }

  /// Whose line a row is.
  func record(_ holder: Holder) -> StandoffRecord {
    clusters.sources[holder.annotator].source.lines.record(holder.row)
  }

  mutating func drop(_ holder: Holder, _ reason: AnnotatorMerge.Dropped.Reason) {
    numbers[holder] = LineNumbers.gone
    dropped.append(DroppedLine(holder: holder, annotator: holder.annotator, reason: reason))
  }

  /// What becomes of answers that voters give, each by some; `nil` where all agree.
  func verdict(
    _ question: Ballot.Question, _ answers: [(text: String, sources: [Int])], voters: [Int]
  ) -> Ballot.Verdict? {
    verdict(question, answers.map(\.sources), voters: voters) { answers[$0].text }
  }

  /// The same of answers by who gives each; `text` is what one is called, where that is asked.
  func verdict(
    _ question: Ballot.Question, _ answers: [[Int]], voters: [Int], text: (Int) -> String
  ) -> Ballot.Verdict? {
    if answers.count == 1, answers[0].count == voters.count { return nil }
    var division = Division(of: question, among: voters)
    for answer in answers { division.add(answer) }
    if let verdict = verdicts.known(division) { return verdict }
    return verdicts.verdict(
      on: ballot(question, answers.indices.map { (text($0), answers[$0]) }, voters: voters),
      division)
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

  /// Makes a question of the readings that were added; those of `voters` who are in none say that
  /// nothing is there.
  mutating func open(
    _ kind: MergeConflict.Kind, _ name: String?, on target: Int, among voters: some Sequence<Int>
  ) {
    questions.ask(kind, name, on: target, among: voters)
    touch(target, .open)
  }
}
