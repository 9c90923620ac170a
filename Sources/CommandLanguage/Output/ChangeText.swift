package import Adjudication
package import Standoff

/// A difference between two sets of annotations, as people and programs read it.
///
/// ```
/// ~ claim  6.1  “There is no problem”  label Quote → Claim  stance favor → against
/// ```
package struct ChangeText {
  private let change: AnnotationChange
  private let echo: SpanEcho
  private let old: AnnotationSet, new: AnnotationSet

  /// Lays out a change from one set to another on the article of `echo`.
  package init(
    _ change: AnnotationChange, from old: AnnotationSet, to new: AnnotationSet, _ echo: SpanEcho
  ) {
    self.change = change
    (self.old, self.new, self.echo) = (old, new, echo)
  }

  /// The change on one line.
  package var line: StyledText {
    let annotation = change.annotation
    var line = StyledText(sign + " ", .strong)
    line.append(annotation.label.lowercased(), .label(annotation.label))
    line.append("  ")
    let start = annotation.extent.lower
    if annotation.isArticleLevel {
      line.append(Annotation.articlePlace)
    } else {
      line.append(
        echo.article.layout.address(of: start)?.description ?? "@\(start)", .faint)
      line.append("  " + echo.excerpt(of: annotation.ranges))
    }
    if change.fields.isEmpty { line.append(roles(of: annotation.id)) }
    for field in change.fields {
      line.append("  \(field.name.word) ", .faint)
      line.append(
        "\(words(field.old, field, isOld: true)) → \(words(field.new, field, isOld: false))")
    }
    return line
  }

  /// Who takes part in an event that one side alone has, which tells it from others on the same words.
  private func roles(of id: AnnotationID) -> StyledText {
    var line = StyledText()
    let set = change.kind == .removed ? old : new
    for argument in set.record(of: id)?.mentions.dropFirst() ?? [] where set.standing(id) != id {
      line.append("  \(argument.role) ", .faint)
      line.append(ends([argument.id], of: set))
    }
    return line
  }

  /// The object of the programs reference.
  package var json: JSONValue { .object(members) }

  /// The object of a change in one of several files.
  package func json(of file: String) -> JSONValue { .object([("file", .string(file))] + members) }

  private var members: [(key: String, value: JSONValue)] {
    let annotation = change.annotation
    var members: [(key: String, value: JSONValue)] = [
      ("change", .string(change.kind.rawValue)), ("label", .string(annotation.label)),
      ("id", .string(annotation.id.description)),
      ("ranges", .array(annotation.ranges.map(\.json))),
      ("text", .string(echo.article.text(in: annotation.ranges))),
    ]
    if !change.fields.isEmpty {
      members.append(("fields", .object(change.fields.map { ($0.name.key, json(of: $0)) })))
    }
    return members
  }

  private var sign: String {
    switch change.kind {
    case .added: "+"
    case .removed: "-"
    case .changed: "~"
    }
  }

  /// The values of a field for people: words of the article rather than offsets and ids.
  private func words(_ values: [String], _ field: AnnotationChange.Field, isOld: Bool) -> String {
    guard let annotation = isOld ? change.former : change.annotation else { return "(none)" }
    let set = isOld ? old : new
    var values = values
    switch field.name {
    case .ranges: return echo.excerpt(of: annotation.ranges)
    case .relation(let name):
      values = set.relations(from: annotation.id).filter { $0.name == name }
        .map { ends([$0.target], of: set) + properties(of: $0.id, in: set) }
    case .role(let role):
      let arguments = set.record(of: annotation.id)?.mentions.dropFirst() ?? []
      values = arguments.filter { $0.role == role }.map { ends([$0.id], of: set) }
    case .group(let name):
      values = set.groups.filter { $0.name == name && $0.members.contains(annotation.id) }
        .map { ends($0.members.filter { $0 != annotation.id }, of: set) }
    case .conflicts: values = values.map(Self.summary)
    case .label, .attribute, .references, .notes: break
    }
    return values.isEmpty ? "(none)" : values.joined(separator: ", ")
  }

  /// What is led to, in the order of the text.
  private func ends(_ ids: [AnnotationID], of set: AnnotationSet) -> String {
    let known = ids.compactMap { set[$0] }.sorted { $0.extent < $1.extent }
    let words = known.map {
      $0.isArticleLevel ? Annotation.articlePlace : echo.excerpt(of: $0.ranges)
    }
    // Relations may lead to relations, which have no words of their own.
    let others = ids.filter { set[$0] == nil }.map(\.description)
    return (words + others).joined(separator: " = ")
  }

  /// What is said of a relation itself.
  private func properties(of id: AnnotationID, in set: AnnotationSet) -> String {
    let attributes = set.attributes(of: id).map { " \($0.name)=\($0.shownValue)" }
    let notes = set.notes(of: id).map { " “\($0.text)”" }
    return (attributes.sorted() + notes.sorted()).joined()
  }

  /// The kind and number of a conflict, as `conflicts` calls it.
  private static func summary(of record: String) -> String {
    let conflict = ConflictRecord(record)
    guard let kind = conflict?.kind, let number = conflict?.number else { return record }
    return "\(number) \(kind)"
  }

  private func json(of field: AnnotationChange.Field) -> JSONValue {
    if field.name == .ranges {
      let former = change.former?.ranges ?? []
      return .array([
        .array(former.map(\.json)), .array(change.annotation.ranges.map(\.json)),
      ])
    }
    return .array([field.old, field.new].map { field.name.isSingle ? single($0) : list($0) })
  }

  /// The one value that a field has as a rule; `null` where it has none, a list where it has several.
  private func single(_ values: [String]) -> JSONValue {
    values.count > 1 ? list(values) : values.first.map(JSONValue.string) ?? .null
  }

  private func list(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }
}

extension AnnotationChange.Field.Name {
  /// The field's name for programs.
  fileprivate var key: String {
    switch self {
    case .label: "label"
    case .ranges: "ranges"
    case .attribute(let name), .relation(let name), .role(let name), .group(let name): name
    case .references: "refs"
    case .notes: "notes"
    case .conflicts: "conflicts"
    }
  }

  /// The field's name for people.
  fileprivate var word: String {
    switch self {
    case .ranges: "words"
    case .references: "ref"
    case .notes: "note"
    case .conflicts: "conflict"
    default: key
    }
  }

  /// Whether an annotation has one value of it as a rule.
  fileprivate var isSingle: Bool {
    switch self {
    case .label, .attribute: true
    default: false
    }
  }
}
