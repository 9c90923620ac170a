/// Reads a schema from `galley.yaml`, and reports all that is wrong with it at once.
struct SchemaYAMLReader {
  var findings: SchemaFindings
  /// The spellings of all labels, by folded name, so that a rule may name a later one.
  var labelNames: [String: [String]] = [:]
  /// The labels of spans, then those of events, in order.
  var spans: [String] = []
  var events: [String] = []
  /// Names of labels and other words for them.
  var labelWords = SchemaNames()
  /// Names of relations and their aliases, over all labels.
  var relationAliases: [String: (name: String, line: Int)] = [:]
  var relationNames: [String: (name: String, line: Int)] = [:]
  var keys = SchemaNames()
  /// The labels as they were read, with what can be judged only once all are.
  var drafts: [SchemaLabelDraft] = []

  /// Reads the bytes of a file; `source` names it in findings.
  static func read(_ bytes: [UInt8], source: String) -> (schema: Schema?, findings: [Diagnostic]) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return (
        nil,
        [Diagnostic(.schemaSyntax, "the schema is not UTF-8", at: Place(source: source))]
      )
    }
    var reader = SchemaYAMLReader(
      findings: SchemaFindings(source: source, lines: YAMLReader.lines(of: text)))
    if reader.findings.addGitMarkers() { return (nil, reader.findings.all) }
    let root = YAMLReader.read(text, into: &reader.findings)
    // A tag alone, or a pair of quotes, is a document as well.
    if root?.isEmpty ?? true, !reader.findings.haveErrors {
      reader.findings.add(
        .schemaSyntax, "the schema is empty; it needs at least “labels:” with a label")
    }
    let schema = root.map { reader.schema($0) }
    return (reader.findings.haveErrors ? nil : schema, reader.findings.all)
  }

  private mutating func schema(_ root: YAMLNode) -> Schema {
    let fields = SchemaFields(
      root, of: "a schema",
      keys: ["schema", "version", "is", "labels", "events", "references", "overlap"],
      into: &findings)
    let spanEntries = entries(fields["labels"], of: "labels")
    let eventEntries = entries(fields["events"], of: "events")
    if fields["labels"] == nil, case .map = root.content {
      findings.add(.schemaSyntax, "a schema needs “labels:”", at: root)
    }
    if let labels = fields["labels"], labels.holdsNothing, eventEntries.isEmpty {
      findings.add(.schemaSyntax, "a schema needs a label, and “labels:” has none", at: labels)
    }
    spans = takeLabels(spanEntries)
    events = takeLabels(eventEntries)
    let databases = databases(fields["references"])
    for entry in spanEntries { readLabel(entry, isEvent: false) }
    for entry in eventEntries { readLabel(entry, isEvent: true) }
    return Schema(
      name: fields.text("schema", into: &findings) ?? "unnamed",
      version: fields.text("version", into: &findings) ?? "1",
      is: fields.text("is", into: &findings), labels: resolvedLabels(), databases: databases,
      overlap: overlap(fields["overlap"]))
  }

  /// The entries of a mapping from names to descriptions; a plain list gives names alone.
  func entries(_ node: YAMLNode?) -> [YAMLNode.Entry]? {
    switch node?.content {
    case .map(let entries): entries
    case .list(let nodes):
      nodes.compactMap { node in
        let nothing = YAMLNode(content: .scalar(""), line: node.line, column: node.column)
        return node.text.map { YAMLNode.Entry(key: $0, keyNode: node, value: nothing) }
      }
    case .scalar(let text): text.isEmpty ? [] : nil
    case nil: []
    }
  }

  /// The same, reporting what is neither.
  mutating func entries(_ node: YAMLNode?, of what: String) -> [YAMLNode.Entry] {
    if case .list(let nodes)? = node?.content, let wrong = nodes.first(where: { $0.text == nil }) {
      findings.add(
        .schemaSyntax,
        "“\(what)” has a list with more in it than names; leave the “-” out, and each name is followed by what it means",
        at: wrong)
    }
    if let entries = entries(node) { return entries }
    if let node {
      findings.add(.schemaSyntax, "“\(what)” has to list names, each with what it means", at: node)
    }
    return []
  }

  /// Enters the names of labels, reporting those that cannot be or that stand twice.
  private mutating func takeLabels(_ entries: [YAMLNode.Entry]) -> [String] {
    entries.map { entry in
      check(name: entry.key, as: .label, at: entry.keyNode)
      if let obstacle = labelWords.take(entry.key, as: .label, line: entry.keyNode.line) {
        findings.add(obstacle, at: entry.keyNode)
      }
      labelNames[caseFolded(entry.key), default: []].append(entry.key)
      return entry.key
    }
  }

  /// Reports a name that files cannot hold, and warns of one that brat alone takes.
  mutating func check(name: String, as role: SchemaNames.Role, at node: YAMLNode) {
    if !SchemaNames.isName(name), SchemaNames.isBratName(name) {
      findings.add(
        .schemaBadName, severity: .warning, SchemaNames.warning(of: name), at: node)
    } else if !SchemaNames.isName(name) {
      findings.add(
        .schemaBadName,
        "“\(name)” cannot be the name of \(role.rawValue): \(SchemaNames.form)", at: node)
    } else if role != .label, SchemaNames.isOwn(name) {
      findings.add(
        .schemaBadName, "“\(name)” cannot be the name of \(role.rawValue): it is galley's own word",
        at: node)
    }
  }

  /// The labels that a list names, in the order of the schema; `any`, `spans` and `events` stand for
  /// all of them, all of spans, all of events.
  mutating func labels(_ node: YAMLNode?, of what: String, owner: YAMLNode) -> [String] {
    guard let node else {
      findings.add(.schemaSyntax, "“\(what)” needs “to:” with the labels it leads to", at: owner)
      return []
    }
    switch node.text {
    case "any": return spans + events
    case "spans": return spans
    case "events": return events
    default: break
    }
    let words = SchemaFields.words(node, of: "to", into: &findings)
    if words.isEmpty {
      findings.add(.schemaSyntax, "“\(what)” leads to no label", at: node)
    }
    let named = Set(words.compactMap { knownLabel($0.word, at: $0.node) })
    return (spans + events).filter(named.contains)
  }

  /// The schema's spelling of a label; reported where there is none.
  mutating func knownLabel(_ word: String, at node: YAMLNode) -> String? {
    if let name = labelNames[caseFolded(word)]?.spelled(word) { return name }
    let names = spans + events
    findings.add(
      .schemaUnknownLabel, "there is no label “\(word)”", at: node, typed: word, among: names)
    return nil
  }
}

extension DiagnosticName {
  /// A name that files cannot hold, or that galley keeps for itself.
  public static let schemaBadName = DiagnosticName("schema-bad-name")
  /// A rule that names a label the schema has not.
  public static let schemaUnknownLabel = DiagnosticName("schema-unknown-label")
}
