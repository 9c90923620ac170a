package import Standoff

/// What the first word of a line means.
package enum Verb: Sendable {
  /// A command of the catalogue.
  case command(any Command.Type)
  /// A label of the schema, which marks words.
  case label(Label)
  /// The last act on another span.
  case again
  /// A line that is a span: what it names is looked for.
  case find

  /// Reads the verb that stands next.
  ///
  /// A verb written out goes first, then a label; at the prompt, then a label's key before a span,
  /// then the beginning of one verb alone, and the habits of other shells.
  ///
  /// - Throws: `unknown-command` with the nearest verb or label, `ambiguous-command`.
  package init(
    _ reader: inout LineReader, schema: Schema, isPrompt: Bool
  ) throws(DiagnosticError) {
    if isPrompt, reader.upcomingBeginsSpan {
      self = .find
      return
    }
    if let word = reader.upcoming, word.hasPrefix("'") || word.hasPrefix("‘") {
      // Nothing else begins so: the error of a span says what to type.
      _ = try reader.span()
    }
    let start = reader
    let word = try reader.verb()
    if let command = CommandCatalogue.command(word.text) {
      self = .command(command)
    } else if schema.label(named: word.text) != nil {
      self = .label(try schema.markingLabel(word))
    } else if isPrompt, let habit = try Self.habit(word, &reader, schema: schema) {
      self = habit
    } else if isPrompt, start.upcomingNamesSpan {
      reader = start
      self = .find
    } else {
      throw Self.unknown(word, schema: schema, isPrompt: isPrompt)
    }
  }

  private static func habit(
    _ word: Word, _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Verb? {
    switch word.text {
    case ".": return .again
    case "?": return .command(HelpCommand.self)
    case "q" where reader.atEnd, "exit", ":q", "\\q", ".quit": return .command(QuitCommand.self)
    case "u" where reader.atEnd: return .command(UndoCommand.self)
    default: break
    }
    if word.text.count == 1, let key = word.text.first, let label = schema.label(withKey: key),
      reader.upcomingBeginsSpan || reader.upcomingNamesSpan
    {
      return .label(label)
    }
    let commands = CommandCatalogue.commands(beginning: word.text)
    guard commands.count > 1 else { return commands.first.map(Verb.command) }
    throw DiagnosticError(
      .ambiguousCommand,
      "`\(word.text)` may mean "
        + commands.map { "`\($0.manual.verb)`" }.joined(separator: ", "), at: word.place)
  }

  private static func unknown(
    _ word: Word, schema: Schema, isPrompt: Bool
  ) -> DiagnosticError {
    let labels = schema.labels.filter { !$0.isAbstract }.flatMap {
      [$0.name.lowercased()] + $0.aliases
    }
    let whole = CommandCatalogue.commands(beginning: word.text).map { $0.manual.verb }
    var notes: [String] = []
    if !isPrompt, let verb = whole.first, whole.count == 1 {
      notes.append("scripts spell verbs out: `\(verb)`")
    }
    if !isPrompt, word.text == AgainCommand.manual.verb {
      return DiagnosticError(
        .unknownCommand, "`.` repeats the last act at the prompt alone; a script spells it out",
        at: word.place)
    }
    let near =
      whole.count == 1
      ? whole.first : nearest(to: word.text, among: CommandCatalogue.verbs + labels)
    if near == nil { notes.append("labels of `\(schema.name)`: " + labels.joined(separator: ", ")) }
    return DiagnosticError(
      .unknownCommand, "there is no command or label `\(word.text)`", at: word.place, notes: notes,
      fix: near)
  }
}

extension LineReader {
  /// The words that spans begin with, besides what can be nothing else.
  package static let spanWords: Set<Substring> = ["marks", "hits", "article"]

  /// Whether what stands next can only be a span: a string, an expression, `@…`, an address.
  package var upcomingBeginsSpan: Bool {
    if upcomingIsString { return true }
    guard let first = upcoming?.unicodeScalars.first else { return false }
    return "/@(".unicodeScalars.contains(first) || ("0"..."9").contains(first)
  }

  /// Whether what stands next is a word for a span: `marks`, `$`, or what looks like a handle or an
  /// id, as `c3`.
  package var upcomingNamesSpan: Bool {
    guard let word = upcoming else { return false }
    let stem = word.prefix { $0 != "[" }
    if stem == "$" || Self.spanWords.contains(stem) { return true }
    let digits = stem.drop { $0.isLetter }
    return digits.count < stem.count && !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }
}

extension DiagnosticName {
  /// A first word that is neither a verb nor a label.
  package static let unknownCommand = DiagnosticName("unknown-command")
  /// The beginning of several verbs.
  package static let ambiguousCommand = DiagnosticName("ambiguous-command")
}
