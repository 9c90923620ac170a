package import Standoff

/// What may stand at the cursor of a line that is being typed.
///
/// The line is read by the parser that carries commands out; what the parser wanted at the cursor
/// says what to offer.
package struct Completion {
  /// One way to go on.
  package struct Candidate: Hashable, Sendable {
    /// What is put in place of what was typed.
    package var text: String
    /// What a list shows, where it is not the text.
    package var display: String?
    /// What a list shows beside it: a definition, the words of an annotation, an address.
    package var note: String?
    /// What is typed after it where it is the only one.
    package var suffix = " "
  }

  /// The ways to go on, in the order they are listed.
  package private(set) var candidates: [Candidate] = []
  /// The code points of the line that a candidate replaces.
  package private(set) var range: Range<Int>

  private let workspace: Workspace

  /// Completes `text`, of which `cursor` code points stand before the cursor.
  package init(of text: String, cursor: Int, in interpreter: Interpreter) {
    workspace = interpreter.workspace
    range = cursor..<cursor
    let expected = interpreter.expected(in: text, cursor: cursor)
    guard let last = expected.last else { return }
    range = last.range
    for expectation in expected where expectation.range == last.range {
      add(for: expectation)
    }
    var seen: Set<String> = []
    candidates.removeAll { !seen.insert($0.text).inserted }
  }

  private mutating func add(for expected: Expected) {
    let schema = workspace.schema
    let marking = schema.labels.filter { !$0.isAbstract && !$0.isEvent }
    switch expected.expectation {
    case .verb:
      add(CommandCatalogue.manuals.map { ($0.verb, $0.summary) }, expected)
      add(marking.map { ($0.name.lowercased(), $0.is) }, expected)
    case .label: add(marking.map { ($0.name, $0.is) }, expected)
    case .optionName(let name): addOptions(of: name, expected)
    case .value(let attribute, let name): addValues(of: attribute, label: name, expected)
    case .attribute: add(schema.attributeNames.map { ($0, nil) } + [("ref", nil)], expected)
    case .relation: add(schema.relationNames.map { (schema.alias(of: $0), $0) }, expected)
    case .reference(let relation, let label):
      addAnnotations(relation: relation, label: label, expected)
    case .file:
      add(workspace.paths(beginning: expected.typed).map { ($0, nil) }, expected, joins: "/")
    case .span(let left):
      guard left == nil else { return }
      add(
        [("marks", "what stands between quotation marks"), ("article", "the whole article")],
        expected)
      if !workspace.hits.isEmpty { add([("hits", "what was found last")], expected) }
      addAnnotations(relation: nil, label: nil, expected)
    case .words(let left): addWords(after: left, expected)
    case .condition:
      add(marking.map { ($0.name.lowercased(), $0.is) }, expected)
      add(["without", "in", "overlapping", "text", "note", "not"].map { ($0, nil) }, expected)
      add(schema.relationNames.map { (schema.alias(of: $0), $0) }, expected)
      add(schema.attributeNames.map { ($0, nil) }, expected, suffix: "=")
    case .choice(let words): add(words.map { ($0, nil) }, expected)
    case .newName, .number, .text: break
    }
  }

  /// Adds the words that begin as what was typed, whatever their case.
  private mutating func add(
    _ words: [(String, String?)], _ expected: Expected, suffix: String = " ", joins: String? = nil
  ) {
    let typed = expected.typed.lowercased()
    for (word, note) in words where word.lowercased().hasPrefix(typed) {
      let goesOn = joins.map { word.hasSuffix($0) } ?? false
      candidates.append(Candidate(text: word, note: note, suffix: goesOn ? "" : suffix))
    }
  }

  private mutating func addOptions(of name: String?, _ expected: Expected) {
    let schema = workspace.schema
    guard let label = name.flatMap({ schema.label(named: $0) }) else {
      add(schema.attributeNames.map { ($0, nil) } + [("ref", nil)], expected, suffix: "=")
      return
    }
    add(
      schema.relationRules(of: label).map { ($0.alias ?? $0.name, $0.is ?? $0.name) }
        + schema.attributes(of: label).map { ($0.name, $0.values.joined(separator: " | ")) }
        + [("ref", "DATABASE:KEY")], expected, suffix: "=")
  }

  private mutating func addValues(of attribute: String, label: String?, _ expected: Expected) {
    let schema = workspace.schema
    let rules = (label.map { [$0] } ?? schema.labels.map(\.name)).compactMap {
      schema.attribute(attribute, of: $0)
    }
    if attribute.lowercased() == "ref" {
      let databases = label.flatMap { schema.label(named: $0)?.references } ?? []
      add(databases.map { ($0 + ":", nil) }, expected, suffix: "")
    }
    for rule in rules {
      add((rule.isBinary ? ["yes", "no"] : rule.values).map { ($0, nil) }, expected)
    }
  }

  private mutating func addAnnotations(relation: String?, label: String?, _ expected: Expected) {
    guard let session = workspace.session else { return }
    let legal = relation.map { relation in
      Set(
        (label.map { [$0] } ?? workspace.schema.legalSources(of: relation))
          .flatMap { workspace.schema.legalTargets(of: relation, from: $0) })
    }
    for annotation in session.annotations.annotations {
      guard let handle = session.handles.handle(of: annotation.id),
        handle.hasPrefix(expected.typed), legal?.contains(annotation.label) ?? true
      else { continue }
      let words =
        annotation.isArticleLevel ? "(article)" : session.article.text(in: annotation.ranges)
      candidates.append(Candidate(text: handle, note: String(words.prefix(40)).onOneLine))
    }
  }

  private mutating func addWords(after left: SpanExpression?, _ expected: Expected) {
    guard let session = workspace.session else { return }
    var start = ScalarOffset(0)
    if let left, let spans = try? workspace.find(left), let end = spans.first?.last?.upper {
      start = end
    }
    let article = session.article
    let words = WordCompletion(
      of: expected.typed, in: article, scope: TextRange(start, ScalarOffset(article.scalarCount)))
    candidates += words.continuations.map { continuation in
      Candidate(
        text: expected.quote == "“" ? continuation.text : continuation.text.escapedForQuotes,
        display: continuation.text, note: continuation.place, suffix: "")
    }
  }
}

extension Interpreter {
  /// What the parser wanted at the cursor.
  fileprivate func expected(in text: String, cursor: Int) -> [Expected] {
    var reader = reader(of: text, cursor: cursor)
    while !reader.atEndOfInput {
      reader.skipToCommand()
      var verb = ""
      do throws(DiagnosticError) {
        _ = try parse(&reader, verb: &verb)
      } catch {
        break
      }
    }
    return reader.expected
  }
}

extension Schema {
  /// The short name of a relation, or its own where it has none.
  package func alias(of relation: String) -> String {
    relationRules.first { $0.name == relation }?.alias ?? relation
  }
}

extension String {
  /// The text as it stands between straight quotes.
  fileprivate var escapedForQuotes: String { String(quoted.dropFirst().dropLast()) }
}
