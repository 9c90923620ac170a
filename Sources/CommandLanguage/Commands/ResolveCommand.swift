import Adjudication
package import Standoff

/// `resolve N… READING`.
package struct ResolveCommand: Command {
  package static let manual = Manual(
    "resolve", .change, "settles what a merge left open", brief: "settles conflicts",
    grammar: [
      "resolve N… NAME|both|none|longest|shortest [ATTRIBUTE=VALUE …] [why=\"TEXT\"]",
      "resolve N… [LABEL] [SPAN] [ATTRIBUTE=VALUE …] [why=\"TEXT\"]",
      "resolve where (QUERY) …", "resolve all …",
    ],
    details: """
      `N` is a number as `conflicts` lists it, and so are `1-4,6` and `1 2`. `NAME` is an annotator, or \
      one of the sides `ours` and `theirs`: what they say stands, and what others say goes with all \
      that is said of it; events, and relations that nobody disputes, name what stays then. `both` \
      keeps every reading, but never two values of one attribute; `none` takes all away, `longest` and \
      `shortest` choose by the words. Of `all`, and of what a query finds, those that have no such \
      reading are passed over and named. A label or a span is a reading of your own. An attribute sets a \
      value that nobody had, `ref` a reference; what else is open about it is settled with it. One step \
      for `undo`, however many conflicts it settles. What is decided goes with `why`, who and when into \
      the decisions beside the file, which the next `galley merge` onto it carries out again.
      """,
    examples: [
      .init("resolve 1 ana", "what Ana says stands"),
      .init("resolve 2-5 longest why=\"titles belong to the name\"", "several, with the reason"),
      .init("resolve 3 Claim \"The last boat\" .. \"by spring\"", "as nobody has it yet"),
      .init("resolve 4 stance=neutral", "a value of your own"),
    ],
    related: ["conflicts", "review", "undo"])

  /// The choices that a word stands for in every conflict, and what they mean.
  static let readings: [(choice: Verdict.Choice, meaning: String)] = [
    (.both, "every reading stands"), (.none, "all readings go"),
    (.longest, "the one on most characters"), (.shortest, "the one on fewest characters"),
  ]

  /// What is typed for a reading.
  package enum Reading: Sendable {
    /// A word: an annotator, `both`, or the like; where it can be read as one, a span that is spelled
    /// so.
    case word(Word, span: SpanExpression?)
    /// A label and perhaps a span, at their place.
    case label(Label, SpanExpression?, Word)
    /// A span.
    case span(SpanExpression)
    /// Nothing: attributes alone.
    case values(Place)

    /// The label that is named.
    var label: String? { if case .label(let label, _, _) = self { label.name } else { nil } }
  }

  /// Which conflicts.
  package var selection: ConflictSelection
  /// How they are settled.
  package var reading: Reading
  /// Attributes as typed.
  package var options: [(name: Word, value: Word)]
  /// Why.
  package var why: String?

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    guard let selection = try reader.conflicts(isLast: false) else {
      throw reader.missing("the number of a conflict, as `conflicts` lists it,")
    }
    let place = reader.nextPlace
    let reading = try reader.reading(of: selection, schema: schema)
    var command = Self(selection: selection, reading: reading, options: [])
    let bearer = Bearer.settled(selection, label: reading.label)
    while !reader.atEnd {
      guard let name = reader.optionName(of: bearer) else { throw reader.surplus() }
      try name.refuseAgain(among: command.options.map(\.name))
      let value = try reader.value(of: name.text, on: bearer)
      if name.text == "why" {
        command.why = value.text
      } else {
        command.options.append((name, value))
      }
    }
    if case .values = reading, command.options.isEmpty {
      throw DiagnosticError(
        .missingArgument,
        "how it is to be settled is missing here: an annotator's name, `both`, `none`, `longest`, `shortest`, a label or a span",
        at: place)
    }
    return command
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard let groups = try chosen(in: workspace) else { return Report(echo: "nothing was settled") }
    var act = ResolveAct(try workspace.annotations)
    var own = OwnReading(of: reading)
    // One that lacks the reading may be settled with others, so it comes last.
    var lacking: [DisputedGroup] = []
    for (done, group) in groups.enumerated() where act.isOpen(group) {
      try workspace.step("settling", done, of: groups.count)
      do {
        try settle(group, &own, in: &act, workspace)
      } catch {
        guard error.diagnostic.name == .noSuchReading, groups.count > 1 else { throw error }
        lacking.append(group)
      }
    }
    var passedOver: [Int] = []
    for group in lacking where act.isOpen(group) {
      do {
        try settle(group, &own, in: &act, workspace)
      } catch {
        // Whoever asks for all means those that have it; numbers are meant one by one.
        guard error.diagnostic.name == .noSuchReading, !isNumbered, act.hasSettled else {
          throw error
        }
        passedOver.append(group.number)
      }
    }
    return try act.commit(why: why, passingOver: passedOver, in: &workspace)
  }

  /// Whether each conflict was named by its number.
  private var isNumbered: Bool { if case .numbered = selection { true } else { false } }

  private func settle(
    _ group: DisputedGroup, _ own: inout OwnReading, in act: inout ResolveAct,
    _ workspace: Workspace
  ) throws(DiagnosticError) {
    let choice = try choice(for: group, &own, in: workspace)
    try act.settle(group, for: choice, options, at: place, in: workspace)
  }

  // MARK: What is meant

  /// The conflicts; of those that a query finds what a person leaves.
  private func chosen(in workspace: Workspace) throws(DiagnosticError) -> [DisputedGroup]? {
    let groups = try workspace.conflicts(selection)
    if isNumbered { return groups }
    let set = try workspace.annotations
    let items = groups.map { group in
      let isOfArticle = set[group.target]?.isArticleLevel == true
      return BulkItem(
        ranges: isOfArticle ? [] : [group.extent(in: set)], handle: "conflict \(group.number)",
        state: .ticked)
    }
    let choice = try workspace.choose(from: items) { _ in
      "settle \(counted(items.count, "conflict"))?"
    }
    return choice.map { choice in choice.taken.map { groups[$0] } }
  }

  /// Where the reading stands in the command.
  private var place: Place {
    switch reading {
    case .word(let word, _), .label(_, _, let word): word.place
    case .span(let span): span.place
    case .values(let place): place
    }
  }

  private func choice(
    for group: DisputedGroup, _ own: inout OwnReading, in workspace: Workspace
  ) throws(DiagnosticError) -> Verdict.Choice {
    switch reading {
    case .values:
      guard isValue(of: group) else { throw needsReading(group) }
      return .both
    case .span: return .own(label: nil, ranges: try own.ranges(of: group, in: workspace))
    case .label(let label, let span, let word):
      if span == nil, group.reading(of: word.text) != nil { return .annotator(word.text) }
      return .own(label: label.name, ranges: try own.ranges(of: group, in: workspace))
    case .word(let word, _):
      if group.reading(of: word.text) != nil { return .annotator(word.text) }
      if let choice = Verdict.Choice(word: word.text) { return choice }
      if let ranges = try? own.ranges(of: group, in: workspace) {
        return .own(label: nil, ranges: ranges)
      }
      throw try unknown(word, group, workspace)
    }
  }

  /// Whether what is typed gives the disputed attribute, or a reference, a value.
  private func isValue(of group: DisputedGroup) -> Bool {
    guard group.kind == .attribute, let name = group.name else { return false }
    return options.contains { $0.name.text.lowercased() == name.lowercased() }
  }

  /// The error where values are typed that leave open which reading stands.
  private func needsReading(_ group: DisputedGroup) -> DiagnosticError {
    let typed = options.map { "`\($0.name.text)=…`" }.joined(separator: ", ")
    let question =
      group.kind == .attribute
      ? "is about `\(group.name ?? "")`" : "is not about an attribute"
    if group.kind == .relation || group.kind == .text {
      return DiagnosticError(
        .noSuchReading,
        "conflict \(group.number) \(question), and takes one of its readings alone; `none` takes all away, so that `\(group.kind == .relation ? "link" : "note")` can give another",
        at: place, notes: ["readings: " + readings(of: group)])
    }
    return DiagnosticError(
      .noSuchReading,
      "conflict \(group.number) \(question), so whose reading stands belongs before \(typed)",
      at: place, notes: ["readings: " + readings(of: group)])
  }

  private func readings(of group: DisputedGroup) -> String {
    group.readings.map { $0.annotators.joined(separator: ", ") }.joined(separator: " | ")
  }

  private func unknown(
    _ word: Word, _ group: DisputedGroup, _ workspace: Workspace
  ) throws(DiagnosticError) -> DiagnosticError {
    let set = try workspace.annotations
    let offered = Self.readings.map(\.choice).filter { group.offers($0, in: set) }
    let words = group.annotators + offered.compactMap(\.word)
    let labels = group.takesLabels ? workspace.schema.labels.map(\.name) : []
    return DiagnosticError(
      .noSuchReading,
      "`\(word.text)` has no reading in conflict \(group.number)"
        + (labels.isEmpty ? "" : ", and is no label of the schema"),
      at: word.place, notes: ["readings: " + words.joined(separator: ", ")],
      fix: nearest(to: word.text, among: words + labels))
  }
}

extension DisputedGroup {
  /// Whether it is about annotations, so that a label and a span settle it as well.
  fileprivate var takesLabels: Bool {
    switch kind {
    case .presence, .deleted, .label, .boundary: true
    case .relation, .attribute, .text, .unknown: false
    }
  }
}

extension LineReader {
  /// Whether a name stands here that begins with a digit, as those of annotators may: places have no letters.
  fileprivate var startsDigitName: Bool {
    guard let word = upcoming, word.first?.isNumber == true else { return false }
    return StandoffLocation.isAnnotator(word) && word.contains(where: \.isLetter)
  }

  /// Reads how conflicts are to be settled, up to `name=`.
  fileprivate mutating func reading(
    of selection: ConflictSelection, schema: Schema
  ) throws(DiagnosticError) -> ResolveCommand.Reading {
    let place = nextPlace
    expectHere(.reading(of: selection))
    expectHere(.optionName(of: .settled(selection, label: nil)))
    guard !atEnd, !upcomingIsOption else { return .values(place) }
    if startsSpan, !startsDigitName { return .span(try span()) }
    var ahead = self
    let word = try word(expecting: .reading(of: selection))
    if schema.label(named: word.text) != nil {
      let label = try schema.markingLabel(word)
      expectHere(.optionName(of: .settled(selection, label: label.name)))
      return .label(label, atEnd || upcomingIsOption ? nil : try span(), word)
    }
    if upcomingIsOperator {
      // `marks in 6` and `c3 .. "words"` begin with a word as well.
      self = ahead
      return .span(try span())
    }
    return .word(word, span: try? ahead.span())
  }
}
