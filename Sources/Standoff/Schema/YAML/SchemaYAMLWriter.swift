extension Schema {
  /// The schema as a `galley.yaml`: what `galley schema` prints.
  ///
  /// Canonical: equal schemas give the same bytes, and reading them gives the schema back, provided
  /// its names are ones that a reader would take. What a label inherited is written out.
  public func yaml() -> String {
    var text = YAMLText()
    text.line("schema", name)
    text.line("version", version)
    text.line("is", self.is)
    let spans = labels.filter { !$0.isEvent }
    let events = labels.filter(\.isEvent)
    if spans.isEmpty {
      text.line("labels", raw: "{}")
    } else {
      text.block("labels", each: spans, write)
    }
    text.block("events", each: events, write)
    text.block("references", each: databases) { database, text in
      text.block(database.name) { text in
        text.line("is", database.is)
        text.line("pattern", database.pattern?.source)
      }
    }
    text.block("overlap") { text in
      text.line("allowed", raw: YAMLText.list(overlap.allowed.map(\.rawValue)))
      text.block("between", each: overlap.pairs) { pair, text in
        text.item(
          raw: YAMLText.map([
            ("inner", pair.inner), ("outer", pair.outer),
            ("allowed", YAMLText.list(pair.allowed.map(\.rawValue))),
          ]))
      }
    }
    return text.text
  }

  private func write(_ label: Label, into text: inout YAMLText) {
    text.block(label.name) { text in
      text.line("key", label.key.map { String($0) })
      text.line("color", label.color?.rawValue)
      text.line("aka", list: label.aliases)
      if label.edges != .asTagged { text.line("edges", label.edges.rawValue) }
      text.line("is", label.is)
      text.line("not", label.not)
      text.line("parent", label.parent)
      if label.isAbstract { text.line("abstract", "yes") }
      if label.marksArticles { text.line("article", "yes") }
      text.block("roles", each: label.roles) { role, text in
        text.line(
          role.name,
          raw: YAMLText.map([
            ("to", targets(role.targets)), ("count", YAMLText.scalar(role.count.description)),
          ]))
      }
      text.block("attributes", each: label.attributes, Self.write)
      text.block("relations", each: label.relations, write)
      text.line("references", list: label.references)
      text.line("required", list: label.required)
    }
  }

  /// The labels a rule names: `any` where it names all there are, and they are more than a few.
  private func targets(_ names: [String]) -> String {
    let spans = labels.filter { !$0.isEvent }.map(\.name)
    let events = labels.filter(\.isEvent).map(\.name)
    switch names {
    case spans + events where names.count > 3: return "any"
    case spans where names.count > 3: return "spans"
    case events where names.count > 3: return "events"
    default: return YAMLText.list(names)
    }
  }

  /// A label's attribute; whether it is required is said by the label.
  private static func write(_ attribute: AttributeRule, into text: inout YAMLText) {
    write(attribute, isRequired: false, into: &text)
  }

  private static func write(
    _ attribute: AttributeRule, isRequired: Bool, into text: inout YAMLText
  ) {
    let short =
      switch attribute.kind {
      case .binary: "binary"
      case .oneOf(let values): YAMLText.list(values)
      case .text: "text"
      }
    guard
      attribute.is != nil || attribute.defaultValue != nil || attribute.pattern != nil || isRequired
    else {
      text.line(attribute.name, raw: short)
      return
    }
    text.block(attribute.name) { text in
      text.line("is", attribute.is)
      switch attribute.kind {
      case .binary: text.line("binary", "yes")
      case .oneOf(let values): text.line("values", raw: YAMLText.list(values))
      case .text(let pattern): text.line("pattern", pattern?.source)
      }
      text.line("default", attribute.defaultValue)
      if isRequired { text.line("required", "yes") }
    }
  }

  private func write(_ relation: RelationRule, into text: inout YAMLText) {
    var entries: [(key: String, value: String)] = [("to", targets(relation.targets))]
    if let alias = relation.alias { entries.append(("alias", YAMLText.scalar(alias))) }
    if relation.count != .any {
      entries.append(("count", YAMLText.scalar(relation.count.description)))
    }
    if relation.isSymmetric { entries.append(("symmetric", "yes")) }
    if relation.isTransitive { entries.append(("transitive", "yes")) }
    if relation.ends != RelationEnds() {
      entries.append(("ends", YAMLText.list([relation.ends.source, relation.ends.target])))
    }
    guard relation.is != nil || !relation.attributes.isEmpty else {
      text.line(relation.name, raw: YAMLText.map(entries))
      return
    }
    text.block(relation.name) { text in
      text.line("is", relation.is)
      for entry in entries { text.line(entry.key, raw: entry.value) }
      text.block("attributes", each: relation.attributes) { attribute, text in
        Self.write(attribute, isRequired: attribute.isRequired, into: &text)
      }
    }
  }
}
