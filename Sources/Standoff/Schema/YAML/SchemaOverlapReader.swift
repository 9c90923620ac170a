extension SchemaYAMLReader {
  /// The databases of the whole schema.
  mutating func databases(_ node: YAMLNode?) -> [ReferenceDatabase] {
    var taken = SchemaNames()
    return entries(node, of: "references").map { entry in
      check(name: entry.key, as: .database, at: entry.keyNode)
      if let obstacle = taken.take(entry.key, as: .database, line: entry.keyNode.line) {
        findings.add(obstacle, at: entry.keyNode)
      }
      let fields = SchemaFields(
        entry.value, of: "a database", keys: ["is", "pattern"], into: &findings)
      return ReferenceDatabase(
        entry.key, pattern: fields.pattern("pattern", into: &findings),
        is: fields.text("is", into: &findings))
    }
  }

  /// The rules of overlap; every overlap is allowed where nothing is said.
  mutating func overlap(_ node: YAMLNode?) -> OverlapRules {
    guard let node else { return OverlapRules() }
    let fields = SchemaFields(node, of: "overlap", keys: ["allowed", "between"], into: &findings)
    let allowed = fields["allowed"] == nil ? OverlapRules.Kind.allCases : kinds(fields)
    guard case .list(let nodes) = fields["between"]?.content else {
      if let between = fields["between"] {
        findings.add(
          .schemaSyntax, "“between” is a list of { inner: …, outer: …, allowed: […] }", at: between)
      }
      return OverlapRules(allowed: allowed)
    }
    let pairs = nodes.compactMap { pair($0) }
    return OverlapRules(allowed: allowed, pairs: pairs)
  }

  private mutating func pair(_ node: YAMLNode) -> OverlapRules.Pair? {
    let fields = SchemaFields(
      node, of: "an overlap", keys: ["inner", "outer", "allowed"], into: &findings)
    var ends: [String] = []
    for key in ["inner", "outer"] {
      guard let end = fields[key] else {
        findings.add(.schemaSyntax, "an overlap needs “\(key):” with a label", at: node)
        continue
      }
      if let label = knownLabel(end.text ?? "", at: end) { ends.append(label) }
    }
    let allowed = kinds(fields)
    guard ends.count == 2 else { return nil }
    return OverlapRules.Pair(inner: ends[0], outer: ends[1], allowed: allowed)
  }

  private mutating func kinds(_ fields: SchemaFields) -> [OverlapRules.Kind] {
    let names = OverlapRules.Kind.allCases.map(\.rawValue)
    return fields.words("allowed", into: &findings).compactMap { word, node in
      if let kind = OverlapRules.Kind(rawValue: word) { return kind }
      findings.add(
        .schemaBadValue,
        "“\(word)” is no kind of overlap", at: node, typed: word, among: names,
        notes: ["there are " + names.joined(separator: ", ")])
      return nil
    }
  }
}
