import Adjudication
import Standoff

/// A review of what a merge left open: a key for each reading.
struct ConflictReview: ReviewSubject {
  /// The numbers of the conflicts, the worst first.
  private let numbers: [Int]

  /// Prepares to ask about some conflicts.
  init(_ groups: [DisputedGroup]) { numbers = groups.map(\.number) }

  var count: Int { numbers.count }
  var putsSkippedLast: Bool { true }

  func question(
    about item: Int, in workspace: Workspace
  ) throws(DiagnosticError) -> ReviewQuestion? {
    guard let group = try group(item, in: workspace) else { return nil }
    let text = try ConflictText(group, in: workspace)
    var heading = StyledText("conflict ", .faint)
    heading.append(text.heading)
    let readings = zip(Self.keys(of: group), text.readings).map { key, reading in
      var line = StyledText("\(key.map(String.init) ?? "-")  ", .strong)
      line.append(reading)
      return line
    }
    return ReviewQuestion(
      heading: heading, context: text.context, details: readings, question: "settle it?",
      keys: settlingKeys(of: group, in: try workspace.annotations)
        + [ReviewKey("w", "say why, then how")])
  }

  func answer(
    _ key: Character, about item: Int, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer? {
    guard let group = try group(item, in: workspace) else { return nil }
    switch key {
    case "w":
      guard let why = workspace.interlocutor?.line("why? ")?.trimmingBlanks, !why.isEmpty else {
        return nil
      }
      return try settle(group, for: why, in: &workspace)
    default: return try settle(group, with: key, why: nil, in: &workspace)
    }
  }

  // MARK: Settling

  /// Settles a conflict as a key says; `nil` where the person thinks better of it.
  ///
  /// - Parameter why: the reason, unless another one is typed with a reading of one's own.
  private func settle(
    _ group: DisputedGroup, with key: Character, why: String?, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer? {
    if key == "e" {
      return workspace.ask("settle it how? ") { typed, workspace throws(DiagnosticError) in
        // An error quotes the command that the answer stands for.
        var reader = workspace.answerReader("resolve \(group.number) \(typed)")
        _ = try reader.verb()
        var command = try ResolveCommand.parse(&reader, schema: workspace.schema)
        try reader.endOfCommand()
        command.why = command.why ?? why
        return ReviewAnswer(verdict: "settled", report: try command.run(in: &workspace))
      }
    }
    guard let choice = Self.choice(key, of: group) else { return nil }
    return try settle(group, for: choice, why: why, in: &workspace)
  }

  /// Asks how a conflict is to be settled until it is, so that the reason need not be typed again; `nil`
  /// where the person leaves it, which is said.
  private func settle(
    _ group: DisputedGroup, for why: String, in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer? {
    guard let interlocutor = workspace.interlocutor else { return nil }
    let keys =
      settlingKeys(of: group, in: try workspace.annotations)
      + [ReviewKey("q", "not now: the reason is dropped")]
    let letters = keys.map { String($0.key) } + ["?"]
    while let typed = interlocutor.key("settle it how? [\(letters.joined(separator: ","))] ") {
      let key = typed.lowercased().first ?? "?"
      if key == "q" { break }
      guard keys.contains(where: { $0.key == key }) else {
        interlocutor.show(ReviewKey.lines(of: keys, columns: workspace.columns), in: workspace)
        continue
      }
      do throws(DiagnosticError) {
        if let answer = try settle(group, with: key, why: why, in: &workspace) { return answer }
      } catch {
        workspace.tell(interlocutor, error.diagnostic)
      }
    }
    interlocutor.show([StyledText("the reason was dropped", .faint)], in: workspace)
    return nil
  }

  private func settle(
    _ group: DisputedGroup, for choice: Verdict.Choice, why: String?,
    in workspace: inout Workspace
  ) throws(DiagnosticError) -> ReviewAnswer {
    var act = ResolveAct(try workspace.annotations)
    try act.settle(group, for: choice, [], at: Place(), in: workspace)
    return ReviewAnswer(verdict: "settled", report: try act.commit(why: why, in: &workspace))
  }

  private func group(
    _ item: Int, in workspace: Workspace
  ) throws(DiagnosticError) -> DisputedGroup? {
    try workspace.annotations.disputedGroups.first { $0.number == numbers[item] }
  }

  // MARK: Keys

  /// A digit for each reading that has a name, as far as there are digits.
  private static func keys(of group: DisputedGroup) -> [Character?] {
    var left = "123456789".makeIterator()
    return group.readings.map { $0.annotators.isEmpty ? nil : left.next() }
  }

  private func readingKeys(of group: DisputedGroup) -> [ReviewKey] {
    zip(Self.keys(of: group), group.readings).compactMap { key, reading in
      key.map { ReviewKey($0, reading.annotators.joined(separator: ", ")) }
    }
  }

  /// The keys that settle a conflict.
  private func settlingKeys(of group: DisputedGroup, in set: AnnotationSet) -> [ReviewKey] {
    readingKeys(of: group)
      // An attribute has one value.
      + (group.offers(.both, in: set) ? [ReviewKey("b", "both: every reading stands")] : [])
      + [
        ReviewKey("n", "none: all readings go"),
        ReviewKey("e", "say how: a name, a label, words, values, `why=\"…\"`"),
      ]
  }

  private static func choice(_ key: Character, of group: DisputedGroup) -> Verdict.Choice? {
    if key == "b" { return .both }
    if key == "n" { return Verdict.Choice.none }
    guard let index = keys(of: group).firstIndex(of: key) else { return nil }
    return group.readings[index].annotators.first.map { .annotator($0) }
  }
}
