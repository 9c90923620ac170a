/// Makes a schema of brat's `annotation.conf`, with colours from `visual.conf` and keys from
/// `kb_shortcuts.conf`.
struct BratSchemaReader {
  private static let sections = ["entities", "relations", "events", "attributes"]

  private(set) var findings: SchemaFindings
  private let lines: [String]
  private var labels: [BratLabelDraft] = []
  private var places: [String: Int] = [:]
  private var spans: [String] = []
  private var events: [String] = []
  private var overlaps = BratOverlaps()
  /// The names of labels that there are not, each of which is reported once.
  private var unknown: Set<String> = []
  /// How many entries of lists have been looked through; every rule may name every label, so that a
  /// small file can ask for very much.
  private var work = 0
  private static let mostWork = 1_000_000

  static func read(
    _ bytes: [UInt8], visual: BratFile?, shortcuts: BratFile?, source: String
  ) -> (schema: Schema?, findings: [Diagnostic]) {
    guard let lines = BratFile(source: source, bytes: bytes).lines else {
      return (
        nil,
        [Diagnostic(.schemaSyntax, "the configuration is not UTF-8", at: Place(source: source))]
      )
    }
    var reader = BratSchemaReader(lines: lines, source: source)
    reader.read()
    var appearance = BratAppearance()
    if let visual { appearance.read(visual: visual) }
    if let shortcuts { appearance.read(shortcuts: shortcuts, labels: reader.spans + reader.events) }
    let labels = appearance.applied(to: reader.labels)
    let schema = Schema(name: "brat", labels: labels, overlap: reader.overlaps.rules)
    return (
      reader.findings.haveErrors ? nil : schema, reader.findings.all + appearance.findings
    )
  }

  private init(lines: [String], source: String) {
    findings = SchemaFindings(source: source, lines: lines)
    self.lines = lines
  }

  private mutating func read() {
    if findings.addGitMarkers() { return }
    guard lines.count <= 5000 else {
      findings.add(.schemaTooLarge, "the configuration has more lines than a schema can need")
      return
    }
    let configuration = BratConfiguration(lines, known: Self.sections, into: &findings)
    for name in Self.sections where configuration.sections[name] == nil {
      findings.add(
        .schemaUnknownSection, severity: .warning, "the section [\(name)] is missing")
    }
    let entities = configuration.sections["entities"] ?? []
    let eventItems = configuration.sections["events"] ?? []
    spans = entities.compactMap { enter($0, isEvent: false) }
    events = eventItems.compactMap { enter($0, isEvent: true) }
    for item in eventItems { readRoles(of: item) }
    for item in configuration.sections["relations"] ?? [] { read(relation: item) }
    for item in configuration.sections["attributes"] ?? [] { read(attribute: item) }
  }

  /// Whether there is time for that much more; said once where there is not.
  private mutating func canAfford(_ more: Int, at item: BratItem) -> Bool {
    guard work <= Self.mostWork else { return false }
    work += more
    if work > Self.mostWork {
      findings.add(
        .schemaTooLarge, "the rules name more labels than a schema can need", line: item.line,
        column: 1)
    }
    return work <= Self.mostWork
  }

  private mutating func warn(
    _ name: DiagnosticName, _ message: String, at item: BratItem, _ word: String
  ) {
    findings.add(
      name, severity: .warning, message, line: item.line,
      column: lines.indices.contains(item.line - 1)
        ? BratConfiguration.column(of: word, in: lines[item.line - 1]) : 1,
      length: max(1, word.unicodeScalars.count))
  }

  /// Enters a label; one that is there already is passed over.
  private mutating func enter(_ item: BratItem, isEvent: Bool) -> String? {
    if let place = places[item.name] {
      warn(
        .schemaDuplicate,
        "“\(item.name)” is already a label on line \(labels[place].line); this one is passed over",
        at: item, item.name)
      return nil
    }
    if !SchemaNames.isName(item.name) {
      warn(.schemaBadName, SchemaNames.warning(of: item.name), at: item, item.name)
    }
    places[item.name] = labels.count
    var draft = BratLabelDraft(item, isEvent: isEvent)
    draft.references = item.special["<NORM>"]?.split(separator: "|").map(String.init) ?? []
    labels.append(draft)
    if !isEvent, let argument = item.arguments.first {
      warn(
        .schemaSyntax, "an entity takes no argument but <NORM>; “\(argument.name)” is passed over",
        at: item, argument.name)
    }
    return item.name
  }

  private mutating func readRoles(of item: BratItem) {
    guard let place = places[item.name], labels[place].line == item.line else { return }
    labels[place].roles = item.arguments.map { argument in
      RoleRule(
        argument.name, to: expand(argument.values, at: item), count: argument.count)
    }
  }

  private mutating func read(relation item: BratItem) {
    if item.name == "<OVERLAP>" || item.name == "ENTITY-NESTING" {
      read(overlap: item)
      return
    }
    guard item.arguments.count == 2 else {
      if !item.isAbstract {
        warn(
          .schemaSyntax,
          "the relation “\(item.name)” has \(item.arguments.count) ends where brat needs two; it is "
            + "passed over", at: item, item.name)
      }
      return
    }
    guard !item.isAbstract else { return }
    for argument in item.arguments where argument.count != .one {
      warn(
        .schemaSyntax,
        "an end of a relation is there once; how often “\(argument.name)” may be is passed over",
        at: item, argument.name)
    }
    let kinds = item.special["<REL-TYPE>"]?.split(separator: "-").map(String.init)
    // Older files rely on the name alone.
    let standard = item.name == "Equiv" ? ["symmetric", "transitive"] : []
    let sources = expand(item.arguments[0].values, at: item)
    let rule = RelationRule(
      item.name, to: expand(item.arguments[1].values, at: item),
      isSymmetric: (kinds ?? standard).contains("symmetric"),
      isTransitive: (kinds ?? standard).contains("transitive"),
      ends: RelationEnds(source: item.arguments[0].name, target: item.arguments[1].name))
    let order = spans + events
    for source in sources {
      guard let place = places[source],
        canAfford(labels[place].relations.count + 1, at: item)
      else { continue }
      labels[place].add(rule, order: order)
    }
  }

  private mutating func read(attribute item: BratItem) {
    guard !item.isAbstract else { return }
    let values = item.arguments.first { $0.name == "Value" }?.values
    for argument in item.arguments where argument.name != "Value" && argument.name != "Arg" {
      warn(
        .schemaSyntax, "an attribute has “Arg” and “Value”; “\(argument.name)” is passed over",
        at: item, argument.name)
    }
    guard let owners = item.arguments.first(where: { $0.name == "Arg" })?.values else {
      warn(
        .schemaSyntax, "the attribute “\(item.name)” has no “Arg:” that says what may carry it",
        at: item, item.name)
      return
    }
    let standard = item.special["<DEFAULT>"].flatMap { value in
      values?.contains(value) == true ? value : nil
    }
    if standard == nil, let value = item.special["<DEFAULT>"] {
      warn(
        .schemaSyntax,
        "“\(value)” is none of the values of “\(item.name)”, so it is not taken for its default",
        at: item, value)
    }
    let rule = AttributeRule(
      item.name, values.map { .oneOf($0) } ?? .binary, defaultValue: standard)
    guard canAfford(labels.reduce(0) { $0 + $1.relations.count }, at: item) else { return }
    let relations = Set(labels.lazy.flatMap(\.relations).map(\.name))
    let named = owners.filter(relations.contains)
    let onAllRelations = owners.contains("<RELATION>") || owners.contains("<ANY>")
    for owner in expand(owners.filter { !relations.contains($0) || places[$0] != nil }, at: item) {
      guard let place = places[owner], canAfford(labels[place].attributes.count + 1, at: item)
      else { continue }
      labels[place].add(rule)
    }
    for place in labels.indices {
      labels[place].add(rule, toRelations: { onAllRelations || named.contains($0) })
    }
  }

  private mutating func read(overlap item: BratItem) {
    guard item.arguments.count == 2 else {
      warn(.schemaSyntax, "an overlap is between two, Arg1 and Arg2", at: item, item.name)
      return
    }
    let sides = item.arguments.map(\.values)
    let inner = expand(sides[0], at: item)
    let outer = expand(sides[1], at: item)
    if item.name == "ENTITY-NESTING" {
      overlaps.addNesting(inner, outer)
      return
    }
    guard let written = item.special["<OVL-TYPE>"] else {
      warn(.schemaSyntax, "an overlap needs <OVL-TYPE>:contain|equal|cross", at: item, item.name)
      return
    }
    let kinds = written.split(separator: "|").map(String.init)
    for kind in kinds where kind != "<ANY>" && OverlapRules.Kind(rawValue: kind) == nil {
      warn(
        .schemaBadValue, "“\(kind)” is no kind of overlap; there are contain, equal, cross",
        at: item,
        kind)
    }
    let isSound =
      if sides == [["<ANY>"], ["<ANY>"]] { overlaps.addAnywhere(kinds) } else {
        overlaps.add(kinds, inner, outer)
      }
    if !isSound {
      findings.add(
        .schemaTooLarge, "more overlaps than a schema can need", line: item.line, column: 1)
    }
  }

  /// The labels that types and words such as `<EVENT>` stand for, in the order of the schema.
  private mutating func expand(_ types: [String], at item: BratItem) -> [String] {
    guard canAfford(spans.count + events.count + types.count, at: item) else { return [] }
    var named: Set<String> = []
    for type in types {
      switch type {
      case "<ANY>": named.formUnion(spans + events)
      case "<ENTITY>": named.formUnion(spans)
      case "<EVENT>": named.formUnion(events)
      case "<RELATION>", "<NONE>", "<EMPTY>": break
      case let name where places[name] != nil: named.insert(name)
      case let name where !unknown.insert(name).inserted: break
      case let name:
        findings.add(
          .schemaUnknownLabel, severity: .warning, "there is no label “\(name)”", line: item.line,
          column: lines.indices.contains(item.line - 1)
            ? BratConfiguration.column(of: name, in: lines[item.line - 1]) : 1,
          length: name.unicodeScalars.count)
      }
    }
    return (spans + events).filter(named.contains)
  }
}
