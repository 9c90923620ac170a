/// Typed access to the entries of a mapping; what does not fit is reported at its place.
///
/// Each kind of mapping has a list of the keys it knows, so that a misspelled one is an error.
struct SchemaFields {
  /// The node of the mapping itself, for what is missing.
  let node: YAMLNode
  private let entries: [YAMLNode.Entry]

  /// Takes a mapping; `what` names it in messages, as in “is no key of a label”.
  ///
  /// An empty value counts as an empty mapping, anything else that is no mapping is reported.
  init(
    _ node: YAMLNode, of what: String, keys: [String], into findings: inout SchemaFindings
  ) {
    self.node = node
    switch node.content {
    case .map(let entries):
      for entry in entries where !keys.contains(entry.key) {
        findings.add(
          .schemaUnknownKey,
          "“\(entry.key)” is no key of \(what)", at: entry.keyNode, typed: entry.key, among: keys)
      }
      self.entries = entries
    case .scalar(let text):
      if !text.isEmpty {
        findings.add(
          .schemaSyntax, "\(what) is described by keys and values, not by “\(text)”", at: node)
      }
      entries = []
    case .list:
      findings.add(
        .schemaSyntax, "\(what) is described by keys and values, not by a list", at: node)
      entries = []
    }
  }

  /// The value of a key, if it was written at all.
  subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The word or sentence of a key; `nil` where it is missing or empty.
  func text(_ key: String, into findings: inout SchemaFindings) -> String? {
    guard let node = self[key] else { return nil }
    guard let text = node.text else {
      findings.add(.schemaSyntax, "“\(key)” has to be a text", at: node)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// The words of a key: a list, or one word alone.
  func words(
    _ key: String, into findings: inout SchemaFindings
  ) -> [(word: String, node: YAMLNode)] {
    guard let node = self[key] else { return [] }
    return Self.words(node, of: key, into: &findings)
  }

  /// The words of a list, or one word alone.
  static func words(
    _ node: YAMLNode, of key: String, into findings: inout SchemaFindings
  ) -> [(word: String, node: YAMLNode)] {
    switch node.content {
    case .scalar(let text): return text.isEmpty ? [] : [(text, node)]
    case .list(let nodes):
      return nodes.compactMap { node in
        if let text = node.text, !text.isEmpty { return (text, node) }
        findings.add(.schemaSyntax, "“\(key)” has to be a list of words", at: node)
        return nil
      }
    case .map:
      findings.add(.schemaSyntax, "“\(key)” has to be a list of words", at: node)
      return []
    }
  }

  /// Whether a key says `yes`; it may say `no`, or be missing.
  func flag(_ key: String, into findings: inout SchemaFindings) -> Bool {
    guard let node = self[key] else { return false }
    switch node.text.map(caseFolded) {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      findings.add(.schemaBadValue, "“\(key)” is either yes or no", at: node)
      return false
    }
  }

  /// The word of a key as one of the words there are for it.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type, into findings: inout SchemaFindings
  ) -> Choice? {
    guard let node = self[key] else { return nil }
    if let choice = node.text.flatMap(Choice.init) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let typed = node.text ?? ""
    findings.add(
      .schemaBadValue,
      "“\(typed)” is no \(key)", at: node, typed: typed, among: names,
      notes: ["there are " + names.joined(separator: ", ")])
    return nil
  }

  /// The count of a key, or `standard` where it is missing or none.
  func count(
    _ key: String, or standard: CountRange, into findings: inout SchemaFindings
  ) -> CountRange {
    guard let node = self[key] else { return standard }
    if let count = node.text.flatMap(CountRange.init(parsing:)) { return count }
    findings.add(
      .schemaBadValue,
      "“\(node.text ?? "")” is no count; write for example 1, 0-1, 2-4, + or *", at: node)
    return standard
  }

  /// The pattern of a key.
  func pattern(_ key: String, into findings: inout SchemaFindings) -> ValuePattern? {
    guard let node = self[key] else { return nil }
    guard let text = node.text, !text.isEmpty else {
      findings.add(.schemaBadPattern, "“\(key)” has to be a regular expression", at: node)
      return nil
    }
    do {
      return try ValuePattern(text)
    } catch {
      findings.add(.schemaBadPattern, error.diagnostic.message, at: node)
      return nil
    }
  }
}

extension DiagnosticName {
  /// A key that schemas do not know.
  public static let schemaUnknownKey = DiagnosticName("schema-unknown-key")
  /// A value that its key does not take.
  public static let schemaBadValue = DiagnosticName("schema-bad-value")
}
