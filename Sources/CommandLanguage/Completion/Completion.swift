import Standoff

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

  /// The ways to go on, in the order they are listed; no more than a window could show.
  package internal(set) var candidates: [Candidate] = []
  /// How many more there are.
  package internal(set) var more = 0
  /// The code points of the line that a candidate replaces.
  package internal(set) var range: Range<Int>

  /// The most candidates that are made.
  static let most = 100

  let workspace: Workspace
  /// What was typed.
  let line: [Unicode.Scalar]
  /// How many code points of it stand before the cursor.
  let cursor: Int

  /// Completes `text`, of which `cursor` code points stand before the cursor.
  ///
  /// Takes a few searches of the article at most, whatever its length and however many annotations
  /// there are.
  package init(of text: String, cursor: Int, in interpreter: Interpreter) {
    workspace = interpreter.workspace
    line = Array(text.unicodeScalars)
    self.cursor = cursor
    range = cursor..<cursor
    let expected = interpreter.expected(in: text, cursor: cursor)
    guard let last = expected.last else { return }
    range = last.range
    // What the schema says goes before operators, and both before the many annotations.
    let wanted = expected.filter { $0.range == last.range }
    for rank in 0...2 {
      for expectation in wanted where expectation.expectation.rank == rank {
        add(for: expectation)
      }
    }
    var seen: Set<String> = []
    candidates.removeAll { !seen.insert($0.text).inserted }
  }

  private mutating func add(for expected: Expected) {
    let start = candidates.count
    defer { dropGiven(expected, from: start) }
    switch expected.expectation {
    case .verb: addVerbs(expected)
    case .label: addLabels(expected)
    case .optionName(let bearer): addOptions(of: bearer, expected)
    case .value(let attribute, let bearer): addValues(of: attribute, on: bearer, expected)
    case .attribute(let bearer): addAttributes(saidOf: bearer, expected)
    case .field: addFields(expected)
    case .relation(let sources): addRelations(from: sources, expected)
    case .reference(let relation, let start): addAnnotations(relation, from: start, expected)
    case .file(let ending): addPaths(expected) { $0.hasSuffix(ending) }
    case .article:
      addPaths(expected) { name in
        !Self.endingsOfOwnFiles.contains { name.hasSuffix($0) }
      }
    case .span(let left): addSpans(after: left, expected)
    case .words(let left): addWords(after: left, expected)
    case .condition: addConditions(expected)
    case .helpWord: addHelpWords(expected)
    case .choice(let words): add(words.map { ($0, nil) }, expected)
    case .conflict: addConflicts(expected)
    case .reading(let selection): addReadings(of: selection, expected)
    case .newName, .number, .text: break
    }
  }

  /// Drops names of what has one value and was given one in the command already.
  private mutating func dropGiven(_ expected: Expected, from start: Int) {
    switch expected.expectation {
    case .optionName, .attribute: break
    default: return
    }
    let schema = workspace.schema
    let given = expected.given.filter { name in
      name == "why" || name != "ref" && schema.relationName(name) == nil
    }
    guard !given.isEmpty else { return }
    let added = candidates[start...].filter {
      !given.contains(($0.display ?? $0.text).lowercased())
    }
    candidates.replaceSubrange(start..., with: added)
  }

  /// Adds the words that begin as what was typed, whatever their case.
  ///
  /// What would not be read as one word is put in quotes.
  mutating func add(_ words: [(String, String?)], _ expected: Expected, suffix: String = " ") {
    let typed = expected.typed.lowercased()
    for (word, note) in words where word.lowercased().hasPrefix(typed) {
      let isOpen = suffix != " "
      guard let quote = expected.quote else {
        candidates.append(
          Candidate(
            text: isOpen ? word : word.asWord, display: word, note: note, suffix: suffix))
        continue
      }
      let closing = quote == "“" ? "”" : "\""
      candidates.append(
        Candidate(
          text: word.spelled(inside: quote), display: word, note: note,
          suffix: isOpen ? "" : closing + suffix))
    }
  }
}

extension Expectation {
  /// Where what is offered for it stands in a list.
  fileprivate var rank: Int {
    switch self {
    case .choice: 1
    case .reference, .span: 2
    default: 0
    }
  }
}

extension Interpreter {
  /// What the parser wanted at the cursor.
  fileprivate func expected(in text: String, cursor: Int) -> [Expected] {
    var reader = reader(of: text, cursor: cursor)
    // Without a `;` or a line end nothing else begins.
    while !reader.atEndOfInput, skim(&reader), reader.isAfterSeparator {}
    return reader.expected
  }
}

extension String {
  /// The text as it stands inside the quotes that `quote` opens: what would end them or steer a
  /// terminal becomes an escape.
  func spelled(inside quote: Unicode.Scalar?) -> String {
    // Between curly quotes straight ones are text, and find curly ones.
    let quoted = quote == "“" ? withStraightMarks.curlyQuoted : self.quoted
    return String(scalars: quoted.unicodeScalars.dropFirst().dropLast())
  }

  private var withStraightMarks: String {
    String(scalars: unicodeScalars.map { $0 == "“" || $0 == "”" ? "\"" : $0 })
  }

  /// The text as one word of a line, in quotes where it has to be.
  package var asWord: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && !";#\\\"“,".unicodeScalars.contains(scalar)
        && spelled(inside: "\"").unicodeScalars.count == unicodeScalars.count
    }
    return isPlain && !isEmpty ? self : quoted
  }
}
