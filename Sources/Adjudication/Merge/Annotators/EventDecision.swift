import Standoff

/// What becomes of events: whether one is there is asked of those who have its trigger; then each role
/// is asked about by itself. Where the arguments stay open, every reading stands as an event of its
/// own. Two readings of one thing are one argument, for what it is is asked where it stands; the event
/// names the first of them, and whichever is settled on takes its place.
extension MergeDecisions {
  mutating func decideEvents() {
    guard clusters.sources.contains(where: { !$0.events.isEmpty }) else { return }
    // Events of which it is open whether they are there, with those who may say that they are not.
    var doubted: [Int: [Int]] = [:]
    for trigger in stands.indices { decideEvents(on: trigger, &doubted) }
    dropWhatIsLeft(of: [.event])
    decideArguments(doubted)
  }

  private mutating func decideEvents(on trigger: Int, _ doubted: inout [Int: [Int]]) {
    // By name, and by number where somebody has several of one name on the trigger.
    var slots: [UInt32: [[Holder]]] = [:]
    for holder in holders(of: trigger) {
      let index = clusters.sources[holder.annotator]
      let lines = index.source.lines
      let ranks = clusters.list.ranks[holder.annotator]
      var counts: [UInt32: Int] = [:]
      for row in index.lines(on: holder.row).filter({ lines.kind(of: $0) == .event })
        .sorted(by: lines.idPrecedes)
      {
        let name = ranks[Int(lines.nameIndex(of: row))]
        let place = counts[name, default: 0]
        counts[name] = place + 1
        var list = slots[name] ?? []
        if place == list.count { list.append([]) }
        list[place].append(Holder(annotator: holder.annotator, row: row))
        slots[name] = list
      }
    }
    let voters = annotators(of: trigger)
    for (name, list) in slots.sorted(by: { $0.key < $1.key }) {
      for holders in list { decideEvent(name, holders, on: trigger, voters, &doubted) }
    }
  }

  private mutating func decideEvent(
    _ name: UInt32, _ holders: [Holder], on trigger: Int, _ voters: [Int],
    _ doubted: inout [Int: [Int]]
  ) {
    let sources = holders.map(\.annotator)
    let verdict = verdict(
      .label, [(clusters.list.labels[Int(name)], sources)], voters: voters)
    if verdict == .nothing {
      for holder in holders { drop(holder, .policy) }
      return touch(trigger, .settled)
    }
    let held = hold(holders)
    let event = add(
      Stand(
        kind: .event, status: max(stands[trigger].status, verdict == nil ? .agreed : .settled),
        name: name, holders: held, models: held),
      naming: CollectionOfOne(Stand.End(role: 0, stand: trigger)))
    if case .open(let mayBeNothing)? = verdict { doubted[event] = mayBeNothing ? voters : [] }
  }

  /// Drops the lines of some kinds of which nothing has been decided, for what they name does not
  /// stand.
  mutating func dropWhatIsLeft(of kinds: [LineKind]) {
    // A bit for each kind: all lines of all annotators are looked at.
    let wanted = kinds.reduce(UInt16(0)) { $0 | 1 << UInt16($1.rawValue) }
    for (source, index) in clusters.sources.enumerated() {
      let lineKinds = index.source.columns.kinds
      for row in index.source.rows where wanted >> UInt16(lineKinds[Int(row)].rawValue) & 1 == 1 {
        let holder = Holder(annotator: source, row: row)
        if numbers[holder] == LineNumbers.undecided { drop(holder, .end) }
      }
    }
  }

  // MARK: Arguments

  /// Events that others take part in come before these.
  private mutating func decideArguments(_ doubted: [Int: [Int]]) {
    let events = stands.indices.filter { stands[$0].kind == .event }
    var rounds = Rounds(of: events) { event in
      holders(of: event).flatMap { arguments(of: $0) }.map(\.stand).filter { $0 != event }
    }
    while let ready = rounds.next() {
      for event in ready { decideArguments(of: event, doubtedBy: doubted[event]) }
    }
  }

  /// What takes part in an event.
  private struct Argument: Hashable {
    /// The role without its number.
    let role: String
    /// The number of what stands.
    let stand: Int

    /// Whether this comes before another: by role, then by what is named.
    func precedes(_ other: Argument) -> Bool {
      role.utf8.elementsEqual(other.role.utf8)
        ? stand < other.stand : role.utf8.lexicographicallyPrecedes(other.role.utf8)
    }
  }

  /// What an event names after its trigger.
  private mutating func ends(_ arguments: [Argument]) -> [Stand.End] {
    arguments.map { Stand.End(role: rank(of: $0.role), stand: $0.stand) }
  }

  /// What takes part in an annotator's event and stands, in order; of what is disputed the first reading.
  private func arguments(of holder: Holder) -> [Argument] {
    literalArguments(of: holder).map {
      Argument(role: $0.role, stand: firstReading(of: $0.stand))
    }.sorted { $0.precedes($1) }
  }

  /// What takes part in an annotator's event and stands, in no order, each in the annotator's reading.
  private func literalArguments(of holder: Holder) -> [Argument] {
    let lines = clusters.sources[holder.annotator].source.lines
    return zip(record(holder).mentions, lines.targets(of: holder.row)).dropFirst()
      .compactMap { mention, row in
        number(holder.annotator, row).map { Argument(role: mention.role.roleName, stand: $0) }
      }
  }

  /// Decides who takes part in an event that stands, or may stand but for `doubters`, if there are any.
  private mutating func decideArguments(of event: Int, doubtedBy doubters: [Int]?) {
    let holders = Array(holders(of: event))
    let said = holders.map { arguments(of: $0) }
    let trigger = Array(ends(of: event))
    guard let kept = settled(said, holders) else {
      return divide(event, holders, said, trigger, doubters)
    }
    setEnds(trigger + ends(kept), of: event)
    for holder in holders { dropArguments(of: holder, but: kept) }
    if Set(said).count > 1 { touch(event, .settled) }
    let models = models(among: holders, saying: kept)
    if models.count < holders.count { setModels(models, of: event) }
    if let doubters {
      questions.read(holders.map(\.annotator), CollectionOfOne(.stand(event)))
      open(.presence, nil, on: event, among: doubters)
    }
  }

  /// Those of some lines that name the very readings.
  private func models(among holders: [Holder], saying kept: [Argument]) -> [Holder] {
    holders.filter { Set(literalArguments(of: $0)) == Set(kept) }
  }

  /// Notes who takes part as an annotator has it and does not stand in the event as it stands.
  private mutating func dropArguments(of holder: Holder, but kept: [Argument]) {
    let lines = clusters.sources[holder.annotator].source.lines
    let mentions = zip(record(holder).mentions, lines.targets(of: holder.row))
    for (place, (mention, row)) in mentions.enumerated().dropFirst() {
      let stand = number(holder.annotator, row)
      let argument = stand.map {
        Argument(role: mention.role.roleName, stand: firstReading(of: $0))
      }
      if let argument, kept.contains(argument) { continue }
      dropped.append(
        DroppedLine(
          holder: holder, annotator: holder.annotator, reason: stand == nil ? .end : .policy,
          argument: place))
    }
  }

  /// Who takes part; `nil` where that is open.
  private func settled(_ said: [[Argument]], _ holders: [Holder]) -> [Argument]? {
    if Set(said).count < 2 { return said.first ?? [] }
    var kept: [Argument] = []
    let roles = Set(said.joined().map { Spelling($0.role) }).map(\.text)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for role in roles {
      let inRole = said.map { ends in
        ends.filter { $0.role.utf8.elementsEqual(role.utf8) }.map(\.stand)
      }
      guard let stands = settled(inRole, holders.map(\.annotator)) else { return nil }
      kept += stands.map { Argument(role: role, stand: $0) }
    }
    return kept
  }

  /// What stands in a role; `nil` where that is open.
  private func settled(_ said: [[Int]], _ sources: [Int]) -> [Int]? {
    let all = Set(said.joined()).sorted()
    let isOne = said.allSatisfy { $0.count < 2 }
    let answers = all.map { stand in
      (text: "\(stand)", sources: zip(said, sources).filter { $0.0.contains(stand) }.map(\.1))
    }
    var kept: [Int] = []
    for ballot in isOne ? [all.indices] : all.indices.map({ $0..<$0 + 1 }) {
      switch verdict(.property, Array(answers[ballot]), voters: sources) {
      case nil: kept.append(all[ballot.lowerBound])
      case .stands(let answer): kept.append(all[ballot.lowerBound + answer])
      case .nothing: break
      case .open: return nil
      }
    }
    return kept
  }

  private mutating func divide(
    _ event: Int, _ holders: [Holder], _ said: [[Argument]], _ trigger: [Stand.End],
    _ doubters: [Int]?
  ) {
    let distinct = Set(said).sorted { one, other in
      one.lexicographicallyPrecedes(other) { $0.precedes($1) }
    }
    for (place, arguments) in distinct.enumerated() {
      let own = zip(holders, said).filter { $0.1 == arguments }.map(\.0)
      let named = trigger + ends(arguments)
      for holder in own { dropArguments(of: holder, but: arguments) }
      let held = hold(own)
      var number = event
      if place == 0 {
        setHolders(held, of: event)
        setEnds(named, of: event)
        touch(event, .open)
      } else {
        number = add(
          Stand(kind: .event, status: .open, name: stands[event].name, holders: held, models: held),
          naming: named)
      }
      note(number, asReadingWith: event)
      let models = models(among: own, saying: arguments)
      if models.count < own.count { setModels(models, of: number) }
      questions.read(own.map(\.annotator), CollectionOfOne(.stand(number)))
    }
    open(doubters == nil ? .relation : .presence, nil, on: event, among: doubters ?? [])
  }
}
