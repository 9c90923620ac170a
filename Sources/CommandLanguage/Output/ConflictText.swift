package import Adjudication
package import Standoff

/// A conflict of a merged file with the sentence around it and every reading, as people and programs
/// read it.
///
/// ```
/// 3  label  4.2  said the |harbor| would close
///    ana  claim  “harbor”  by s1
///    ben  quote  “harbor”
/// ```
package struct ConflictText {
  private let group: DisputedGroup
  private let set: AnnotationSet
  private let reporter: AnnotationReporter
  private let handle: (AnnotationID) -> String
  private let aliases: [String: String]

  /// Lays out a conflict of what is open in `workspace`.
  package init(
    _ group: DisputedGroup, in workspace: Workspace
  ) throws(DiagnosticError) {
    self.group = group
    reporter = try workspace.reporter
    set = try workspace.annotations
    handle = workspace.handle(of:)
    aliases = workspace.schema.relationAliases
  }

  /// Number, kind, place and, where it is about one, the attribute or relation; the whole article has no
  /// place in itself.
  package var heading: StyledText {
    var line = StyledText(String(group.number), .strong)
    line.append("  " + what)
    if let relation = relation(group.target), group.kind == .attribute || group.kind == .text {
      line.append(" of " + relation)
    }
    if isOfArticle { return line }
    let place = set.article.layout.address(of: extent.lower)?.description ?? "@\(extent.lower)"
    line.append("  " + place, .faint)
    return line
  }

  /// The sentence around what is disputed.
  package var context: StyledText {
    if isOfArticle { return StyledText(Annotation.articlePlace) }
    let annotations = annotations
    let spans = annotations.map(\.ranges)
    let isOne = spans.allSatisfy { $0 == spans.first }
    return SentenceContext(
      isOne ? spans.first ?? [extent] : [extent], of: annotations.first?.label ?? "",
      in: set.article
    ).text
  }

  /// What each says, the names as wide as the widest.
  package var readings: [StyledText] {
    let names = group.readings.map { $0.annotators.joined(separator: ", ") }
    let width = names.map(DisplayWidth.of).max() ?? 0
    return zip(names, group.readings).map { name, reading in
      var line = StyledText(name.padding(width), .strong)
      line.append("  ")
      line.append(words(of: reading))
      return line
    }
  }

  /// What it is about, for a list of what may be typed.
  package var note: String {
    what + "  "
      + (isOfArticle ? Annotation.articlePlace : set.article.text(in: extent).oneLine.curlyQuoted)
  }

  /// What a reading says, by its place among them.
  package func words(of reading: Int) -> String { words(of: group.readings[reading]).text }

  /// All of it, for a number of columns.
  package func lines(columns: Int) -> [StyledText] {
    var first = heading
    first.append("  ")
    first.append(context)
    return first.wrapped(to: columns, indent: 3)
      + readings.flatMap { reading in
        var line = StyledText("   ")
        line.append(reading)
        return line.wrapped(to: columns, indent: 6)
      }
  }

  /// The object of the programs reference.
  package var json: JSONValue {
    let hit = SpanHit([extent], number: group.number, in: set.article)
    var members: [(key: String, value: JSONValue)] = [
      ("group", .integer(group.number)), ("kind", .string(group.kind.rawValue)),
    ]
    if let name = group.name { members.append(("name", .string(name))) }
    members += [
      ("target", .string(group.target.description)), ("range", extent.json),
      ("text", .string(hit.text)), ("before", .string(hit.before)),
      ("after", .string(hit.after)), ("place", .string(hit.address)),
      ("readings", .array(group.readings.map(object))),
    ]
    return .object(members)
  }

  // MARK: Parts

  private var extent: TextRange { group.extent(in: set) }

  /// The annotations whose words are shown.
  private var annotations: [Annotation] {
    let named = group.ids.compactMap { set[$0] }
    return named.isEmpty || group.kind == .relation
      ? group.annotations(in: set).prefix(1).compactMap { set[$0] } : named
  }

  /// Whether it is about the whole article, which stands on the first line only for tools that know
  /// nothing else.
  private var isOfArticle: Bool {
    let annotations = annotations
    return !annotations.isEmpty && annotations.allSatisfy(\.isArticleLevel)
  }

  private var what: String {
    switch group.kind {
    case .unknown: "conflict"
    case .attribute, .relation:
      [group.kind.rawValue, group.name].compactMap(\.self).joined(separator: " ")
    default: group.kind.rawValue
    }
  }

  private func words(of reading: DisputedGroup.Reading) -> StyledText {
    guard !reading.ids.isEmpty else {
      return StyledText(group.isOfEventsAlone(in: set) ? "(no event)" : "(nothing)", .faint)
    }
    var line = StyledText()
    for (index, id) in reading.ids.enumerated() {
      if index > 0 { line.append(", ") }
      line.append(words(of: id))
    }
    return line
  }

  private func words(of id: AnnotationID) -> StyledText {
    if let report = reporter.report(of: id) {
      if group.kind == .relation, group.name != nil { return StyledText(mention(of: id)) }
      var line = StyledText(report.label.lowercased(), .label(report.label))
      line.append("  ")
      line.append(report.isArticleLevel ? Annotation.articlePlace : report.echo)
      line.append(AnnotationLine(report).details)
      return line
    }
    guard let relation = relation(id) else {
      return StyledText(value(of: id) ?? id.description)
    }
    let said = set.attributes(of: id).map { " \($0.name)=\($0.shownValue.asValue)" }
    return StyledText(relation + said.joined())
  }

  /// What an annotation is called, with its words.
  private func mention(of id: AnnotationID) -> String {
    guard let report = reporter.report(of: id) else { return handle(id) }
    return handle(id) + " " + (report.isArticleLevel ? Annotation.articlePlace : report.echo)
  }

  /// A relation as it is typed, with the words at its ends.
  private func relation(_ id: AnnotationID) -> String? {
    guard let record = set.record(of: id), record.kind == .relation else { return nil }
    let ends = record.mentions.map { mention(of: $0.id) }
    return "\(ends.first ?? "") \(aliases[record.name] ?? record.name) \(ends.last ?? "")"
  }

  /// What a line says that is no annotation, for programs with the names of the file.
  private func value(of id: AnnotationID) -> String? {
    guard let record = set.record(of: id) else { return nil }
    switch record.kind {
    case .relation:
      let ends = record.mentions.map { handle($0.id) }
      return "\(ends.first ?? "") \(record.name) \(ends.last ?? "")"
    case .attribute: return record.shownValue
    case .reference: return record.entry
    case .note: return set.notes(of: group.target).first { $0.id == id }?.text.curlyQuoted
    default: return nil
    }
  }

  private func object(_ reading: DisputedGroup.Reading) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("annotators", .array(reading.annotators.map(JSONValue.string))),
      ("ids", .array(reading.ids.map { .string($0.description) })),
    ]
    let annotations = reading.ids.compactMap { reporter.report(of: $0) }
    if let one = annotations.first, annotations.count == 1 {
      members += [
        ("label", .string(one.label)), ("ranges", .array(one.ranges.map(\.json))),
        ("text", .string(one.text)),
      ]
      if set.standing(one.id) != one.id {
        members.append(("roles", AnnotationReport.json(one.events.flatMap(\.roles))))
      }
    } else if annotations.isEmpty, let value = reading.ids.first.flatMap(value) {
      members.append(("value", .string(value)))
    }
    return .object(members)
  }
}
