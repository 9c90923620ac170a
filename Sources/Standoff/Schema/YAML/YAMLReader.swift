/// Builds ``YAMLNode``s from the events of a YAML text.
///
/// Written for files of strangers: the size, the depth and what aliases expand to are limited, and
/// a key that stands twice is an error.
struct YAMLReader {
  private static let largest = 1 << 20
  private static let deepest = 32
  private static let most = 20_000

  /// A node that aliases may refer to, with what it adds to the limits.
  private struct Anchored {
    let node: YAMLNode
    let count: Int
    /// How many levels it is deep; 1 for a scalar.
    let depth: Int
  }

  private let events: YAMLEventStream
  private var anchors: [String: Anchored] = [:]
  /// How many nodes have been built, those of aliases again for each alias.
  private var count = 0
  /// How deep the deepest node is that was built since this was last set.
  private var deepestSeen = 0

  /// Reads the one document of `text`; an empty text gives `nil`.
  static func read(_ text: String, into findings: inout SchemaFindings) -> YAMLNode? {
    guard text.utf8.count <= largest else {
      findings.add(.schemaTooLarge, "the schema is larger than 1 MiB; no schema needs that much")
      return nil
    }
    guard let events = YAMLEventStream(text) else {
      findings.add(.schemaTooLarge, "there is no memory left to read the schema")
      return nil
    }
    var reader = YAMLReader(events: events)
    do throws(YAMLEventStream.Failure) {
      return try reader.document(into: &findings)
    } catch {
      findings.add(.schemaSyntax, error.message, line: error.line, column: error.column)
      return nil
    }
  }

  private init(events: YAMLEventStream) { self.events = events }

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

  private mutating func document(
    into findings: inout SchemaFindings
  ) throws(YAMLEventStream.Failure) -> YAMLNode? {
    guard case .documentStart? = try events.next()?.kind, let first = try events.next() else {
      return nil
    }
    let root = try node(first, depth: 0, into: &findings)
    guard root != nil, let second = try events.next() else { return root }
    throw YAMLEventStream.Failure(
      message: "a second document begins here; a schema is one", line: second.line,
      column: second.column)
  }

  /// Builds the node that begins with an event; `nil` where it breaks a limit, which is said.
  private mutating func node(
    _ event: YAMLEvent, depth: Int, into findings: inout SchemaFindings
  ) throws(YAMLEventStream.Failure) -> YAMLNode? {
    if case .alias(let name) = event.kind {
      return try anchored(name, at: event, depth: depth, into: &findings)
    }
    guard admit(1, at: event, depth: depth, into: &findings) else { return nil }
    let (countBefore, depthBefore) = (count, deepestSeen)
    deepestSeen = depth
    let content: YAMLNode.Content
    switch event.kind {
    case .scalar(let text): content = .scalar(text)
    case .listStart:
      var nodes: [YAMLNode] = []
      while let next = try events.next(), !next.isEnd {
        guard let node = try node(next, depth: depth + 1, into: &findings) else { return nil }
        nodes.append(node)
      }
      content = .list(nodes)
    case .mapStart:
      guard let entries = try entries(depth: depth, into: &findings) else { return nil }
      content = .map(entries)
    case .alias, .end, .documentStart: return nil
    }
    let node = YAMLNode(content: content, line: event.line, column: event.column)
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(
        node: node, count: count - countBefore + 1, depth: deepestSeen - depth + 1)
    }
    deepestSeen = max(deepestSeen, depthBefore)
    return node
  }

  private mutating func entries(
    depth: Int, into findings: inout SchemaFindings
  ) throws(YAMLEventStream.Failure) -> [YAMLNode.Entry]? {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    while let first = try events.next(), !first.isEnd {
      guard let key = try node(first, depth: depth + 1, into: &findings),
        let second = try events.next(),
        let value = try node(second, depth: depth + 1, into: &findings)
      else { return nil }
      guard let name = key.text, !name.isEmpty else {
        findings.add(.schemaSyntax, "a key has to be a word", at: key)
        continue
      }
      if let earlier = lines[name] {
        findings.add(
          .schemaDuplicate, "“\(name)” stands twice here, first on line \(earlier)", at: key)
        continue
      }
      lines[name] = key.line
      entries.append(YAMLNode.Entry(key: name, keyNode: key, value: value))
    }
    return entries
  }

  /// What an alias stands for, in the place where it was written first.
  private mutating func anchored(
    _ name: String, at event: YAMLEvent, depth: Int, into findings: inout SchemaFindings
  ) throws(YAMLEventStream.Failure) -> YAMLNode? {
    guard let anchored = anchors[name] else {
      throw YAMLEventStream.Failure(
        message: "no `&\(name)` stands before `*\(name)`", line: event.line, column: event.column)
    }
    let bottom = depth + anchored.depth - 1
    guard admit(anchored.count, at: event, depth: bottom, into: &findings) else { return nil }
    deepestSeen = max(deepestSeen, bottom)
    return anchored.node
  }

  /// Counts nodes; whether they are within the limits, which is said otherwise.
  private mutating func admit(
    _ added: Int, at event: YAMLEvent, depth: Int, into findings: inout SchemaFindings
  ) -> Bool {
    count += added
    if depth > Self.deepest {
      findings.add(
        .schemaTooLarge, "nested too deeply for a schema", line: event.line, column: event.column)
    } else if count > Self.most {
      findings.add(
        .schemaTooLarge, "this is more than a schema can hold", line: event.line,
        column: event.column)
    } else {
      return true
    }
    return false
  }
}

extension YAMLEvent {
  fileprivate var isEnd: Bool { if case .end = kind { true } else { false } }
}

extension DiagnosticName {
  /// A schema that is not sound YAML, or not a mapping where one has to be.
  public static let schemaSyntax = DiagnosticName("schema-syntax")
  /// A name that stands twice; a warning where two of one kind differ in case alone.
  public static let schemaDuplicate = DiagnosticName("schema-duplicate")
  /// A schema beyond every limit.
  public static let schemaTooLarge = DiagnosticName("schema-too-large")
}
