/// Reads the arguments and names of one line of a brat configuration.
struct BratArgumentReader {
  /// The line, counted from 1, and as it was written.
  let line: Int
  let text: String
  private(set) var arguments: [BratItem.Argument] = []
  private(set) var special: [String: String] = [:]

  init(line: Int, text: String) {
    self.line = line
    self.text = text
  }

  private func report(
    _ name: DiagnosticName, severity: Diagnostic.Severity = .error, _ message: String,
    at word: String, into findings: inout SchemaFindings
  ) {
    findings.add(
      name, severity: severity, message, line: line,
      column: BratConfiguration.column(of: word, in: text),
      length: max(1, word.unicodeScalars.count))
  }

  /// Reads `Name?:A|B`; what cannot be read is reported and left out.
  mutating func read(_ argument: String, into findings: inout SchemaFindings) {
    let hasBlank = argument.unicodeScalars.contains(where: \.properties.isWhitespace)
    guard !hasBlank, let colon = argument.firstIndex(of: ":"), colon > argument.startIndex else {
      report(
        .schemaSyntax,
        "“\(argument)” is no argument; write NAME:TYPE|TYPE, and a comma between two",
        at: argument, into: &findings)
      return
    }
    let name = String(argument[..<colon])
    let value = String(argument[argument.index(after: colon)...])
    if name.hasPrefix("<"), name.hasSuffix(">") {
      special[name] = value
      return
    }
    guard let (name, count) = repetition(of: name, into: &findings) else { return }
    if arguments.contains(where: { $0.name == name }) {
      report(
        .schemaDuplicate, "the argument “\(name)” stands twice on this line", at: argument,
        into: &findings)
      return
    }
    let values = value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if values.contains("") {
      report(
        .schemaSyntax, "the argument “\(name)” has an empty type", at: argument, into: &findings)
    }
    arguments.append(
      BratItem.Argument(name: name, count: count, values: values.filter { !$0.isEmpty }))
  }

  /// Parts `Theme{1-2}` into its name and its count.
  private func repetition(
    of written: String, into findings: inout SchemaFindings
  ) -> (name: String, count: CountRange)? {
    let name: String
    let count: CountRange?
    if written.hasSuffix("}"), let brace = written.firstIndex(of: "{"), brace > written.startIndex {
      name = String(written[..<brace])
      let inner = written[written.index(after: brace)...].dropLast()
      count =
        inner.contains("*") || inner == "+" || inner == "?"
        ? nil : CountRange(parsing: String(inner))
    } else if let last = written.last, "?*+".contains(last), written.count > 1 {
      name = String(written.dropLast())
      count = CountRange(parsing: String(last))
    } else {
      name = written
      count = .one
    }
    guard let count else {
      report(
        .schemaBadValue, "“\(written)” has no count that brat knows; write {N} or {N-M}",
        at: written,
        into: &findings)
      return nil
    }
    if count.maximum ?? 2 > 1, name.utf8.last?.isDigit == true {
      report(
        .schemaBadName, "“\(name)” may be repeated and so cannot end in a digit", at: written,
        into: &findings)
      return nil
    }
    return (name, count)
  }

  /// The names of an item without their `!`, the first one as it is stored.
  func terms(
    _ written: [String], isLabelled: Bool, into findings: inout SchemaFindings
  ) -> (names: [String], isAbstract: Bool) {
    var names = written.map { $0.hasPrefix("!") ? String($0.dropFirst()) : $0 }
    let isAbstract = written.contains { $0.hasPrefix("!") }
    names.removeAll(where: \.isEmpty)
    guard let first = names.first else {
      report(.schemaSyntax, "a line without a name", at: "", into: &findings)
      return ([], false)
    }
    let isSpecial = first == "<OVERLAP>" || first == "ENTITY-NESTING"
    if !isSpecial, !isLabelled, !SchemaNames.isBratName(first) {
      let stored = String(
        String.UnicodeScalarView(
          first.unicodeScalars.prefix(100).map { SchemaNames.isBratName(String($0)) ? $0 : "_" }))
      report(
        .schemaBadName, severity: .warning,
        "brat stores “\(first)” as “\(stored)”; names hold a-z, A-Z, 0-9, _ and -", at: first,
        into: &findings)
      names[0] = stored
    }
    return (names, isAbstract)
  }
}
