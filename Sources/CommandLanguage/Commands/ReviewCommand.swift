package import Standoff

/// `review`, which asks about one thing after the other.
package struct ReviewCommand: Command {
  package static let manual = Manual(
    "review", .change, "asks about one after the other, one key each", brief: "asks one by one",
    grammar: [
      "review SPAN as LABEL [ATTRIBUTE=VALUE …] [RELATION=REF …] [ref=DATABASE:KEY …]",
      "review hits [as LABEL …]", "review where QUERY", "review REF…",
      "review conflicts [N…|where QUERY]", "review",
    ],
    details: """
      Of a span all occurrences are shown in their sentences, one by one: `y` marks one, `n` passes \
      it over, `e` marks other words there, `a` marks it and all that are left. Without `as` they are \
      marked like the last one. Annotations are kept with `y` and removed with `n`; `e` puts one on \
      other words, `l` gives it another label, `v` values. Conflicts come the worst first, each with \
      every reading and its key; `s` puts one last. Else `s` skips one, `u` takes the last key \
      back, `q` leaves, `?` explains the keys. Each key is a step for `undo` and is on disk before \
      the next question. A script has nobody to ask.
      """,
    examples: [
      .init("review \"Moss\" as speaker ref=local:moss", "asks at each “Moss” whether to mark it"),
      .init("review where claim without by", "goes through the claims that have no speaker"),
      .init("review conflicts", "settles what a merge left open, one after the other"),
    ],
    related: ["tag", "find", "untag", "list", "conflicts"])

  /// What is gone through.
  package enum Matter: Sendable {
    /// The occurrences of a span, to be marked; without an act, like the last one.
    case occurrences(SpanExpression, TagAct?)
    /// Annotations; all where there are no references.
    case annotations([ReferenceExpression])
    /// What a merge left open.
    case conflicts(ConflictSelection)
  }

  /// What is gone through.
  package var matter: Matter
  /// Where the command's first argument stands.
  package var place: Place

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let place = reader.nextPlace
    guard !reader.atEnd else { return Self(matter: .annotations([]), place: place) }
    if reader.keyword("conflicts") {
      return Self(matter: .conflicts(try reader.conflicts(isLast: true) ?? .all), place: place)
    }
    guard reader.upcomingNamesPlaces else {
      return Self(matter: .annotations(try reader.references()), place: place)
    }
    let span = try reader.span()
    guard reader.keyword("as") else {
      return Self(matter: .occurrences(span, nil), place: place)
    }
    let label = try schema.markingLabel(reader.label())
    let options = try AnnotationOptions(&reader, label: label, schema: schema)
    if let name = options.name {
      throw DiagnosticError(
        .badName, "`\(name.text)` can name one annotation, and a review makes several",
        at: name.place)
    }
    return Self(
      matter: .occurrences(span, TagAct(label: label, options: options)), place: place)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    guard let interlocutor = workspace.interlocutor else {
      throw DiagnosticError(
        .promptOnly, "`review` asks a person, and a script has nobody to ask", at: place,
        notes: [
          "`tag` with `[all]`, `untag where …`, `relabel where …`, `resolve` do it at once in a script"
        ])
    }
    var marked = 0
    let subject: any ReviewSubject
    switch matter {
    case .conflicts(let selection):
      subject = ConflictReview(try workspace.conflicts(selection))
    case .annotations(let references):
      subject = AnnotationReview(
        references.isEmpty
          ? try workspace.annotations.annotations.map(\.id) : try workspace.lookUp(references))
    case .occurrences(let span, let act):
      guard let act = act ?? workspace.lastAct else {
        throw DiagnosticError(
          .missingArgument,
          "`as LABEL` is missing here, and nothing was marked yet that could be repeated",
          at: span.place)
      }
      guard span.form != .article else {
        throw DiagnosticError(
          .articleLevel, "the whole article is one place: tag it with `\(act.label.name) article`",
          at: span.place)
      }
      let set = try workspace.annotations
      let found = try workspace.find(span, edges: act.label.edges)
      let open = found.filter {
        if case .there = act.standing(of: $0, in: set) { false } else { true }
      }
      marked = found.count - open.count
      subject = OccurrenceReview(open, for: act)
    }
    var conversation = ReviewConversation(subject, with: interlocutor)
    var report = try conversation.run(in: &workspace)
    if marked > 0 {
      report.remarks.append(StyledText("skipped: \(marked) marked already", .faint))
    }
    return report
  }
}

extension LineReader {
  /// Whether what stands next is a span whose occurrences are meant, not a reference.
  fileprivate var upcomingNamesPlaces: Bool {
    if upcomingIsString { return true }
    guard let word = upcoming, let first = word.unicodeScalars.first else { return false }
    if first == "(" { return !word.hasPrefix("(where") }
    let stem = word.prefix { $0 != "[" }
    return "/@".unicodeScalars.contains(first) || ("0"..."9").contains(first)
      || Self.spanWords.contains(stem)
  }
}

extension DiagnosticName {
  /// A command that asks a person, in a script.
  package static let promptOnly = DiagnosticName("prompt-only")
}
