import Adjudication
import Standoff

/// The settling of conflicts as one act: what it changes, and the commands that do it again.
struct ResolveAct {
  private let before: AnnotationSet
  private var settling: Settling
  private var settled: [(group: DisputedGroup, verdict: Verdict, standing: [AnnotationID])] = []
  private var decisions: [Decision] = []
  private var settledWithIt: [Int] = []
  /// Whose attributes and the like readings of the adjudicator's own have, where others' went.
  private var heirs: [String] = []

  /// Starts with nothing settled.
  init(_ set: AnnotationSet) {
    before = set
    settling = Settling(set)
  }

  /// Whether a conflict is open still: another may have been settled with one before it.
  func isOpen(_ group: DisputedGroup) -> Bool { settling.groups[group.number] != nil }

  /// Whether anything has been settled.
  var hasSettled: Bool { !settled.isEmpty }

  /// Settles a conflict.
  ///
  /// - Parameters:
  ///   - options: attributes as typed, to be judged for the label of what stands.
  ///   - place: where the reading was typed.
  mutating func settle(
    _ group: DisputedGroup, for choice: Verdict.Choice, _ options: [(name: Word, value: Word)],
    at place: Place, in workspace: Workspace
  ) throws(DiagnosticError) {
    // What was settled before may have changed what is said of it.
    let group = settling.groups[group.number] ?? group
    let key = group.key(in: settling.draft.set)
    do {
      var verdict = Verdict(choice)
      if !options.isEmpty {
        var trial = settling
        // Which attribute gets one value shows once the options are read.
        var tried = verdict
        if let name = group.name { tried.attributes = [Verdict.Attribute(name, value: nil)] }
        let standing = try trial.settle(group.number, by: tried).standing
        for option in options {
          verdict.attributes.append(try attribute(option, standing, trial.draft.set, workspace))
        }
      }
      let outcome = try settling.settle(group.number, by: verdict)
      decisions.append(Decision(key, repeatable(verdict, outcome.standing)))
      settled.append((group, verdict, outcome.standing))
      settledWithIt += outcome.settledWithIt
      noteHeir(of: group, choice, outcome.standing)
    } catch {
      var diagnostic = error.diagnostic
      if diagnostic.place == Place() { diagnostic.place = place }
      throw DiagnosticError(diagnostic)
    }
  }

  /// Notes whose reading became one of the adjudicator's own, with what is said of it.
  private mutating func noteHeir(
    of group: DisputedGroup, _ choice: Verdict.Choice, _ standing: [AnnotationID]
  ) {
    guard case .own = choice, let id = standing.first,
      group.readings.count(where: { !$0.ids.isEmpty }) > 1,
      let reading = group.readings.first(where: { $0.ids.contains(id) }),
      !reading.annotators.isEmpty, group.ids.contains(where: isDescribed)
    else { return }
    heirs.append(
      "\(group.number) keeps what \(reading.annotators.joined(separator: ", ")) said of it")
  }

  /// Whether anything was said of a reading before.
  private func isDescribed(_ id: AnnotationID) -> Bool {
    before.bearers(of: id).contains { id in
      !before.attributes(of: id).isEmpty || !before.references(of: id).isEmpty
        || !before.relations(from: id).isEmpty || !before.notes(of: id).isEmpty
    }
  }

  private func attribute(
    _ option: (name: Word, value: Word), _ standing: [AnnotationID], _ set: AnnotationSet,
    _ workspace: Workspace
  ) throws(DiagnosticError) -> Verdict.Attribute {
    let schema = workspace.schema
    let typed = option.name
    let owner: Label
    let rule: AttributeRule
    if let name = standing.lazy.compactMap({ set[$0]?.label }).first {
      owner = schema.label(named: name) ?? Label(name)
      if typed.text.lowercased() == MergeConflict.referenceName {
        let reference = try schema.reference(option.value, on: owner)
        return Verdict.Attribute(MergeConflict.referenceName, value: "\(reference)")
      }
      rule = try attribute(typed, of: owner, schema)
    } else if let relation = standing.lazy.compactMap({ set.relation(of: $0) }).first {
      let label = set[set.standing(relation.source)]?.label ?? ""
      owner = Label(relation.name)
      rule = try
        (schema.relation(relation.name, from: label) ?? RelationRule(relation.name, to: []))
        .attribute(typed)
    } else {
      throw DiagnosticError(
        .noSuchReading, "no annotation is left that `\(typed.text)` could be set of",
        at: typed.place)
    }
    switch try schema.value(option.value, of: rule, on: owner) {
    case .text(let text): return Verdict.Attribute(rule.name, value: text)
    case .present: return Verdict.Attribute(rule.name, value: nil)
    case .absent: return Verdict.Attribute(rule.name, value: nil, isThere: false)
    }
  }

  private func attribute(
    _ typed: Word, of label: Label, _ schema: Schema
  ) throws(DiagnosticError) -> AttributeRule {
    if let rule = schema.attribute(meantBy: typed.text, on: label) { return rule }
    guard let relation = schema.relation(typed.text, from: label.name) else {
      throw schema.unknownOption(typed, on: label)
    }
    throw DiagnosticError(
      .unknownAttribute,
      "\(relation.name) is a relation, and `resolve` sets attributes; once this is settled, `link` relates what stands",
      at: typed.place)
  }

  /// The verdict as it does the same in another merge, where a reading of the adjudicator's own has no
  /// others to take a label or words from.
  private func repeatable(_ verdict: Verdict, _ standing: [AnnotationID]) -> Verdict {
    guard case .own = verdict.choice, let made = standing.first.flatMap({ settling.draft.set[$0] })
    else { return verdict }
    var verdict = verdict
    verdict.choice = .own(label: made.label, ranges: made.ranges)
    return verdict
  }

  // MARK: Carrying it out

  /// Carries out what was prepared and says what came of it, and which conflicts were left alone.
  func commit(
    why: String?, passingOver passedOver: [Int] = [], in workspace: inout Workspace
  ) throws(DiagnosticError) -> Report {
    var changes = Changes(before)
    changes.draft = settling.draft
    changes.settlesConflicts = true
    for id in settled.flatMap(\.standing).map(shown) { changes.touch(id) }
    changes.commands = commands(why: why)
    changes.decisions = decisions.map { decision in
      var decision = decision
      decision.why = why
      return decision.line(in: before.article)
    }
    var report = try workspace.commit(changes)
    let changed = Dictionary(report.changed.map { ($0.id, $0) }) { first, _ in first }
    report.items = settled.flatMap { group, verdict, standing in
      [.echo(line(group, verdict))]
        + shownOnce(standing).compactMap { changed[$0].map { .echo(AnnotationLine($0).text) } }
        + report.lines(ofRelations: Set(standing)).map(Report.Item.echo)
    }
    if !heirs.isEmpty { report.remarks.append(StyledText(Self.few(heirs), .faint)) }
    report.remarks += try misfits(in: workspace)
    if !settledWithIt.isEmpty {
      let text = "settled with it: \(Self.naming(settledWithIt))"
      report.remarks.append(StyledText(text, .faint))
    }
    if !passedOver.isEmpty {
      let text = "passed over, without such a reading: \(Self.naming(passedOver))"
      report.remarks.append(StyledText(text, .faint))
      report.members.append(("passedOver", .array(passedOver.map(JSONValue.integer))))
    }
    let left = settling.groups.count
    report.remarks.append(
      StyledText(left == 0 ? "no conflict is left" : "\(counted(left, "conflict")) left", .faint))
    report.members.append(
      (
        "settled",
        .array((settled.map(\.group.number) + settledWithIt).map(JSONValue.integer))
      ))
    report.members.append(("open", .integer(left)))
    return report
  }

  /// The annotation that is shown for what stands: a relation at the one it starts at.
  private func shown(_ id: AnnotationID) -> AnnotationID {
    let set = settling.draft.set
    guard let relation = set.relation(of: id) else { return id }
    return set.standing(relation.source)
  }

  /// The annotations that are shown for what stands, each once.
  private func shownOnce(_ standing: [AnnotationID]) -> [AnnotationID] {
    var seen: Set<AnnotationID> = []
    return standing.map(shown).filter { seen.insert($0).inserted }
  }

  /// How many conflicts are named by their numbers: a line or so of them.
  private static let mostNamed = 20

  /// What is said of attributes and relations that a label of the adjudicator's own does not take.
  private func misfits(in workspace: Workspace) throws(DiagnosticError) -> [StyledText] {
    var remarks: [StyledText] = []
    for (_, verdict, standing) in settled {
      guard case .own(_?, _) = verdict.choice else { continue }
      for id in standing {
        if let remark = try workspace.misfitRemark(on: id) { remarks.append(remark) }
      }
    }
    return remarks
  }

  /// Some remarks in one; of many the first.
  private static func few(_ remarks: [String]) -> String {
    let shown = remarks.prefix(3).joined(separator: "; ")
    return remarks.count > 3 ? "\(shown); and so on" : shown
  }

  /// The numbers of some conflicts; of many, how many they are.
  private static func naming(_ numbers: [Int]) -> String {
    numbers.count > mostNamed
      ? counted(numbers.count, "conflict") : numbers.map(String.init).joined(separator: ", ")
  }

  /// The commands that settle the same, those that settle alike as one.
  private func commands(why: String?) -> [String] {
    var commands: [(numbers: [String], words: [String])] = []
    for (group, verdict, _) in settled {
      let words = verdict.words(for: group, in: before.article)
      if commands.last?.words == words {
        commands[commands.count - 1].numbers.append("\(group.number)")
      } else {
        commands.append((["\(group.number)"], words))
      }
    }
    return commands.map { numbers, words in
      var command = ResolvedCommand("resolve " + numbers.joined(separator: " "))
      for word in words { command.append(word) }
      if let why { command.append("why=" + why.asValue) }
      return command.text
    }
  }

  private func line(_ group: DisputedGroup, _ verdict: Verdict) -> StyledText {
    var line = StyledText("settled \(group.number)")
    let words = verdict.words(for: group, in: before.article).joined(separator: " ")
    line.append("  \(group.kind.rawValue)  \(words)", .faint)
    return line
  }
}

extension Verdict {
  /// The words that are typed for it where a group is settled so.
  func words(for group: DisputedGroup, in article: Article) -> [String] {
    // The value alone answers a question about it.
    let isValue =
      group.kind == .attribute
      && attributes.contains { group.name?.utf8.elementsEqual($0.name.utf8) == true }
    var words: [String] = []
    switch choice {
    case .annotator(let name): words = [name]
    case .both where isValue: break
    case .both, .none, .longest, .shortest: words = [choice.word].compactMap(\.self)
    case .own(let label, let ranges):
      words = [label].compactMap(\.self)
      if let ranges {
        var span = ResolvedCommand("")
        span.append(span: ranges, of: article)
        words.append(String(span.text.dropFirst()))
      }
    }
    return words
      + attributes.map {
        ResolvedCommand.option(
          $0.name, $0.isThere ? $0.value.map(AttributeValue.text) ?? .present : .absent)
      }
  }
}
