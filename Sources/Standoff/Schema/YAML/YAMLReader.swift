internal import Yams

/// Turns the text of a YAML file into ``YAMLNode``s: the one file that knows Yams.
///
/// Written for files of strangers: the size, the depth and what aliases expand to are limited, and
/// a key that stands twice is an error.
struct YAMLReader {
  private static let largest = 1 << 20
  private static let deepest = 32
  private static let most = 20_000

  private var count = 0

  /// Reads the one document of `text`; an empty text gives `nil`.
  static func read(_ text: String, into findings: inout SchemaFindings) -> YAMLNode? {
    guard text.utf8.count <= largest else {
      findings.add(.schemaTooLarge, "the schema is larger than 1 MiB; no schema needs that much")
      return nil
    }
    if let line = lineOfHazard(in: text) {
      findings.add(
        .schemaTooLarge, "too many aliases beside keys that are not words; write them out",
        line: line, column: 1)
      return nil
    }
    do {
      // Without rules no scalar is taken for a number, a date or a truth value.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      var reader = YAMLReader()
      return reader.node(root, depth: 0, into: &findings)
    } catch let error as YamlError {
      report(error, in: text, into: &findings)
    } catch {
      findings.add(.schemaSyntax, "the YAML cannot be read")
    }
    return nil
  }

  /// The lines of a text as YAML counts them; CR LF is one break.
  static func lines(of text: String) -> [String] {
    let scalars = text.unicodeScalars
    var lines: [String] = []
    var start = scalars.startIndex
    var position = scalars.startIndex
    while position < scalars.endIndex {
      let end = position
      position = scalars.index(after: position)
      switch scalars[end] {
      case "\r" where position < scalars.endIndex && scalars[position] == "\n":
        position = scalars.index(after: position)
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": break
      default: continue
      }
      lines.append(String(scalars[start..<end]))
      start = position
    }
    return lines + [String(scalars[start...])]
  }

  private mutating func node(
    _ node: Node, depth: Int, into findings: inout SchemaFindings
  ) -> YAMLNode? {
    count += 1
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    guard depth <= Self.deepest else {
      findings.add(.schemaTooLarge, "nested too deeply for a schema", line: line, column: column)
      return nil
    }
    guard count <= Self.most else {
      // Said once: the count goes on and nothing more is expanded.
      if count == Self.most + 1 {
        findings.add(
          .schemaTooLarge, "the aliases expand to more than a schema can hold", line: line,
          column: column)
      }
      return nil
    }
    let content: YAMLNode.Content
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string)
    case .sequence(let sequence):
      var nodes: [YAMLNode] = []
      for element in sequence {
        guard let read = self.node(element, depth: depth + 1, into: &findings) else { return nil }
        nodes.append(read)
      }
      content = .list(nodes)
    case .mapping(let mapping):
      guard let entries = entries(of: mapping, depth: depth, into: &findings) else { return nil }
      content = .map(entries)
    case .alias:
      // The parser has replaced every alias by what it stands for.
      return nil
    }
    return YAMLNode(content: content, line: line, column: column)
  }

  private mutating func entries(
    of mapping: Node.Mapping, depth: Int, into findings: inout SchemaFindings
  ) -> [YAMLNode.Entry]? {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      guard let keyNode = node(key, depth: depth + 1, into: &findings) else { return nil }
      guard let name = keyNode.text, !name.isEmpty else {
        findings.add(.schemaSyntax, "a key has to be a word", at: keyNode)
        continue
      }
      if let earlier = lines[name] {
        findings.add(
          .schemaDuplicate, "“\(name)” stands twice here, first on line \(earlier)", at: keyNode)
        continue
      }
      lines[name] = keyNode.line
      guard let valueNode = node(value, depth: depth + 1, into: &findings) else { return nil }
      entries.append(YAMLNode.Entry(key: name, keyNode: keyNode, value: valueNode))
    }
    return entries
  }

  private static func report(
    _ error: YamlError, in text: String, into findings: inout SchemaFindings
  ) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      findings.add(
        .schemaSyntax, "the YAML cannot be read: \(problem)", line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "“\($0)”" }.joined(separator: ", ")
      findings.add(
        .schemaDuplicate, "\(names) stands twice here", line: context.mark.line,
        column: context.mark.column)
    case .reader(_, let offset, _, _):
      // Yams counts characters, in which CR LF is one.
      let before = text.prefix(max(0, offset ?? 0))
      let line = 1 + before.count { $0.isNewline }
      let column = 1 + (before.split(whereSeparator: \.isNewline).last?.unicodeScalars.count ?? 0)
      findings.add(
        .schemaSyntax, "a character that YAML does not allow", line: line,
        column: before.last?.isNewline == true ? 1 : column)
    default:
      findings.add(.schemaSyntax, "the YAML cannot be read")
    }
  }

  /// The line from which an expansion could run away inside Yams, which hashes whole keys before we
  /// can count.
  ///
  /// Only a file with dozens of aliases and with a key that is a list, a mapping or an alias can do
  /// that, and no schema is one: keys of a schema are words.
  private static func lineOfHazard(in text: String) -> Int? {
    var aliases = 0
    var line = 1
    var lineOfKey: Int?
    var previous: UInt8 = 10
    /// What closed last, `]`, `}` or an alias, when only blanks followed.
    var mayBeKey = false
    var inAlias = false
    for byte in text.utf8 {
      let isWord =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      if previous == UInt8(ascii: "*"), isWord {
        aliases += 1
        inAlias = true
      }
      if inAlias, !isWord {
        inAlias = false
        mayBeKey = true
      }
      switch byte {
      case UInt8(ascii: ":") where mayBeKey: lineOfKey = lineOfKey ?? line
      case UInt8(ascii: "?") where " \t\r\n[]{},:-\"'?".utf8.contains(previous):
        lineOfKey = lineOfKey ?? line
      case UInt8(ascii: "]"), UInt8(ascii: "}"): mayBeKey = true
      case 10: line += 1
      case 9, 13, 32: break
      default: mayBeKey = false
      }
      previous = byte
    }
    return aliases > 24 ? lineOfKey : nil
  }
}

extension DiagnosticName {
  /// A schema that is not sound YAML, or not a mapping where one has to be.
  public static let schemaSyntax = DiagnosticName("schema-syntax")
  /// A name that stands twice, or twice but for its case.
  public static let schemaDuplicate = DiagnosticName("schema-duplicate")
  /// A schema beyond every limit.
  public static let schemaTooLarge = DiagnosticName("schema-too-large")
}
