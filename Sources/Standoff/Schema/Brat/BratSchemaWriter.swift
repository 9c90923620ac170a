extension Schema {
  /// The schema as an `annotation.conf` of brat.
  ///
  /// Reading it gives the schema back without what brat has no place for: name, version and
  /// sentences, keys, colours, edges, `article`; whether an attribute is required, its pattern, and
  /// that it takes free text, which becomes binary; values that brat cannot write (with blanks, `,`,
  /// `|`, `<`, `>`); counts and aliases of relations; the upper end
  /// of a role's `2-*`; the databases. Labels come in the
  /// order of their tree, and attributes and relations in one order for all labels; an abstract
  /// target is written as the labels below it; the attributes of a relation hold wherever it starts, of two of
  /// one name the first.
  public func annotationConf() -> String {
    var writer = BratSchemaWriter(schema: self)
    return writer.write()
  }
}

/// Writes the four sections of brat's `annotation.conf`.
struct BratSchemaWriter {
  let schema: Schema
  private var text = ""
  private let spans: [String]
  private let events: [String]

  init(schema: Schema) {
    self.schema = schema
    spans = schema.labels.filter { !$0.isEvent }.map(\.name)
    events = schema.labels.filter(\.isEvent).map(\.name)
  }

  mutating func write() -> String {
    text = "[entities]\n"
    writeTree(schema.labels.filter { !$0.isEvent })
    text += "\n[relations]\n"
    writeRelations()
    writeOverlaps()
    text += "\n[events]\n"
    writeTree(schema.labels.filter(\.isEvent))
    text += "\n[attributes]\n"
    writeAttributes()
    return text
  }

  private mutating func line(_ head: String, _ arguments: [String]) {
    text += head + (arguments.isEmpty ? "" : "\t" + arguments.joined(separator: ", ")) + "\n"
  }

  /// Labels below each other, one blank deeper each; those of a circle stand at the edge.
  private mutating func writeTree(_ labels: [Label]) {
    let names = Set(labels.map(\.name))
    let children = Dictionary(grouping: labels) { label in
      label.parent.flatMap { names.contains($0) ? $0 : nil }
    }
    var written: Set<String> = []
    var waiting = (children[nil] ?? []).reversed().map { (label: $0, depth: 0) }
    func visit(_ label: Label, _ depth: Int) {
      guard written.insert(label.name).inserted else { return }
      let head =
        String(repeating: " ", count: depth) + (label.isAbstract ? "!" : "")
        + ([label.name] + label.aliases).joined(separator: "|")
      let roles = label.roles.map { "\($0.name)\(Self.marker($0.count)):\(types($0.targets))" }
      let norm =
        label.references.isEmpty ? [] : ["<NORM>:" + label.references.joined(separator: "|")]
      line(head, roles + norm)
      for child in (children[label.name] ?? []).reversed() { waiting.append((child, depth + 1)) }
    }
    while let next = waiting.popLast() { visit(next.label, next.depth) }
    for label in labels {
      visit(label, 0)
      while let next = waiting.popLast() { visit(next.label, next.depth) }
    }
  }

  /// What brat writes after the name of a role; it has no open end but `*` and `+`.
  private static func marker(_ count: CountRange) -> String {
    switch (count.minimum, count.maximum) {
    case (1, 1?): ""
    case (0, 1?): "?"
    case (0, nil): "*"
    case (_, nil): "+"
    case (let minimum, let maximum?):
      minimum == maximum ? "{\(minimum)}" : "{\(minimum)-\(maximum)}"
    }
  }

  /// The labels of a rule, or brat's word for all of them where they are more than a few.
  private func types(_ names: [String]) -> String {
    let names = schema.concrete(names)
    switch names {
    case []: return "<NONE>"
    case spans + events where names.count > 3: return "<ANY>"
    case spans where names.count > 3: return "<ENTITY>"
    case events where names.count > 3: return "<EVENT>"
    default: return names.joined(separator: "|")
    }
  }

  /// One line for each relation and all the labels from which it leads to the same.
  private mutating func writeRelations() {
    for name in schema.relationNames {
      var order: [[String]] = []
      var sources: [[String]: [String]] = [:]
      for label in schema.labels {
        guard let rule = label.relations.first(where: { $0.name == name }) else { continue }
        let kinds =
          (rule.isSymmetric ? ["symmetric"] : []) + (rule.isTransitive ? ["transitive"] : [])
        // Equivalences are both unless a line says otherwise.
        let type = kinds.isEmpty && name == "Equiv" ? ["directed"] : kinds
        let tail =
          ["\(rule.ends.target):\(types(rule.targets))"]
          + (type.isEmpty ? [] : ["<REL-TYPE>:" + type.joined(separator: "-")])
        let key = [rule.ends.source] + tail
        if sources[key] == nil { order.append(key) }
        sources[key, default: []].append(label.name)
      }
      for key in order {
        let from = (sources[key] ?? []).joined(separator: "|")
        line(name, ["\(key[0]):\(from)"] + key.dropFirst())
      }
    }
  }

  private mutating func writeOverlaps() {
    func write(_ inner: String, _ outer: String, _ kinds: [OverlapRules.Kind]) {
      guard !kinds.isEmpty else { return }
      let words = kinds.map(\.rawValue).joined(separator: "|")
      line("<OVERLAP>", ["Arg1:\(inner)", "Arg2:\(outer)", "<OVL-TYPE>:\(words)"])
    }
    write("<ANY>", "<ANY>", schema.overlap.allowed)
    for pair in schema.overlap.pairs { write(pair.inner, pair.outer, pair.allowed) }
  }

  /// One line for each attribute and all that may carry it with the same values.
  private mutating func writeAttributes() {
    var owners: [(rule: AttributeRule, name: String)] = []
    for label in schema.labels {
      owners += label.attributes.map { ($0, label.name) }
    }
    for relation in schema.relationNames {
      var seen: Set<String> = []
      let rules = schema.labels.flatMap(\.relations).filter { $0.name == relation }
      for rule in rules.flatMap(\.attributes) where seen.insert(rule.name).inserted {
        owners.append((rule, relation))
      }
    }
    for name in schema.attributeNames {
      var order: [[String]] = []
      var carriers: [[String]: [String]] = [:]
      for owner in owners where owner.rule.name == name {
        let values = owner.rule.values.filter(Self.isWritable)
        var tail = values.isEmpty ? [] : ["Value:" + values.joined(separator: "|")]
        if let value = owner.rule.defaultValue, values.contains(value) {
          tail.append("<DEFAULT>:" + value)
        }
        if carriers[tail] == nil { order.append(tail) }
        if carriers[tail]?.contains(owner.name) != true {
          carriers[tail, default: []].append(owner.name)
        }
      }
      for tail in order {
        line(name, ["Arg:" + (carriers[tail] ?? []).joined(separator: "|")] + tail)
      }
    }
  }

  static func isWritable(_ value: String) -> Bool {
    !value.isEmpty
      && value.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && !"|,<>".unicodeScalars.contains($0)
      }
  }
}
