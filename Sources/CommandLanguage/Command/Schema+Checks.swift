package import Standoff

/// Checks of what was typed against the schema; each error names the nearest right word.
extension Schema {
  /// The label that `word` names, if it may be given to words.
  ///
  /// - Throws: `unknown-label`; `unusable-label` for one that only groups others or is an event.
  package func markingLabel(_ word: Word) throws(DiagnosticError) -> Label {
    let label = try usableLabel(word)
    guard !label.isEvent else {
      throw DiagnosticError(
        .unusableLabel, "`\(label.name)` is an event, and events are shown and kept but not made",
        at: word.place)
    }
    return label
  }

  /// The label that `word` names, if anything may have it: words, or the trigger of an event.
  ///
  /// - Throws: `unknown-label`; `unusable-label` for one that only groups others.
  package func usableLabel(_ word: Word) throws(DiagnosticError) -> Label {
    let label = try knownLabel(word)
    guard !label.isAbstract else {
      throw DiagnosticError(
        .unusableLabel, "`\(label.name)` only groups labels and marks nothing itself",
        at: word.place,
        notes: ["labels: " + children(of: label.name).map(\.name).joined(separator: ", ")])
    }
    return label
  }

  /// The label that `word` names, whatever it is for.
  package func knownLabel(_ word: Word) throws(DiagnosticError) -> Label {
    if let label = label(named: word.text) { return label }
    throw DiagnosticError(
      .unknownLabel, "the schema `\(name)` has no label `\(word.text)`", at: word.place,
      notes: ["labels: " + labels.map(\.name).joined(separator: ", ")],
      fix: nearest(to: word.text, among: labels.flatMap { [$0.name] + $0.aliases }))
  }

  /// The value that `word` sets an attribute to.
  ///
  /// - Throws: `unknown-value`.
  package func value(
    _ word: Word, of rule: AttributeRule, on label: Label
  ) throws(DiagnosticError) -> AttributeValue {
    if rule.isBinary {
      switch word.text.lowercased() {
      case "yes", "true": return .present
      case "no", "false": return .absent
      default:
        throw DiagnosticError(
          .unknownValue, "`\(rule.name)` is there or not: `\(word.text)` is neither yes nor no",
          at: word.place, fix: "yes")
      }
    }
    guard !word.text.trimmingBlanks.isEmpty else {
      throw DiagnosticError(
        .unknownValue, "`\(rule.name)` of \(label.name) needs a value; `unset` takes it away",
        at: word.place,
        notes: rule.values.isEmpty ? [] : ["values: " + rule.values.joined(separator: ", ")])
    }
    if let value = rule.value(for: word.text) { return .text(value) }
    throw DiagnosticError(
      .unknownValue, "`\(rule.name)` of \(label.name) cannot be `\(word.text)`", at: word.place,
      notes: rule.values.isEmpty ? [] : ["values: " + rule.values.joined(separator: ", ")],
      fix: nearest(to: word.text, among: rule.values)?.asValue)
  }

  /// The reference that `word` spells, as `wikidata:Q42`.
  ///
  /// - Throws: `bad-reference`, `unknown-database`.
  package func reference(_ word: Word, on label: Label) throws(DiagnosticError) -> DatabaseKey {
    let parts = word.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      if parts.count == 2, !parts[0].isEmpty {
        throw DiagnosticError(
          .badReference, "the key is missing behind `\(word.text)`", at: word.place)
      }
      let key = word.text.filter { !$0.isWhitespace && $0 != ":" }
      throw DiagnosticError(
        .badReference, "a reference is DATABASE:KEY, as `local:xing`; `\(word.text)` is not",
        at: word.place, fix: takes(key, in: "local", on: label) ? "local:\(key)".asValue : nil)
    }
    let (database, key) = (String(parts[0]), String(parts[1]))
    guard allows(reference: database, on: label.name) else {
      throw DiagnosticError(
        .unknownDatabase, "\(label.name) takes no references to `\(database)`", at: word.place,
        notes: label.references.isEmpty
          ? [] : ["databases: " + label.references.joined(separator: ", ")],
        fix: nearest(to: database, among: label.references).flatMap {
          takes(key, in: $0, on: label) ? "\($0):\(key)".asValue : nil
        })
    }
    guard takes(key, in: database, on: label) else {
      throw DiagnosticError(
        .badReference, "`\(key)` is not how keys of `\(database)` are spelled", at: word.place,
        notes: self.database(database)?.pattern.map { ["pattern: \($0)"] } ?? [])
    }
    return DatabaseKey(database: database, key: key)
  }

  /// Whether a label takes a reference to a key of a database.
  private func takes(_ key: String, in database: String, on label: Label) -> Bool {
    allows(reference: database, on: label.name) && allows(identifier: key, in: database)
      && !(database + key).unicodeScalars.contains(where: \.properties.isWhitespace)
  }

  /// The error for `word=` where the label has neither an attribute nor a relation of that name.
  package func unknownOption(_ word: Word, on label: Label) -> DiagnosticError {
    let relations = relationRules(of: label).flatMap { [$0.name] + ($0.alias.map { [$0] } ?? []) }
    return unknownOption(word, on: label, among: relations)
  }

  /// The error for `word=` where the label has no attribute of that name, and no relation is meant.
  package func unknownAttribute(_ word: Word, on label: Label) -> DiagnosticError {
    unknownOption(word, on: label, among: [])
  }

  private func unknownOption(
    _ word: Word, on label: Label, among relations: [String]
  ) -> DiagnosticError {
    let rules = relationRules(of: label)
    let attributes = attributes(of: label).map(\.name)
    var notes: [String] = []
    if !attributes.isEmpty { notes.append("attributes: " + attributes.joined(separator: ", ")) }
    if !rules.isEmpty {
      notes.append("relations: " + rules.map { $0.alias ?? $0.name }.joined(separator: ", "))
    }
    let others = labels.filter { attribute(word.text, of: $0.name) != nil }.map(\.name)
    if !others.isEmpty {
      notes.append("`\(word.text)` stands on \(others.joined(separator: ", "))")
    }
    var message = "\(label.name) has no attribute or relation `\(word.text)`"
    if let relation = rules.first(where: {
      $0.attributes.contains { $0.name.lowercased() == word.text.lowercased() }
    }) {
      let name = relation.alias ?? relation.name
      message += "; `\(name)` has one, which `link REF \(name) REF \(word.text)=…` sets"
      return DiagnosticError(.unknownAttribute, message, at: word.place, notes: notes)
    }
    guard word.text.lowercased() != "note" else {
      message += "; a note is added by the command `note`, as `note REF \"…\"`"
      return DiagnosticError(.unknownAttribute, message, at: word.place, notes: notes)
    }
    return DiagnosticError(
      .unknownAttribute, message, at: word.place, notes: notes,
      fix: nearest(to: word.text, among: attributes + relations + ["ref"]))
  }

  /// The attribute that a word means on a label; `nil` where a relation is spelled just so, and it is not.
  package func attribute(meantBy typed: String, on label: Label) -> AttributeRule? {
    guard let rule = attribute(typed, of: label.name) else { return nil }
    let isRelation = relation(typed, from: label.name)?.name == typed
    return isRelation && rule.name != typed ? nil : rule
  }

  /// The attributes that a label may carry, its own and inherited ones.
  package func attributes(of label: Label) -> [AttributeRule] {
    attributeNames.compactMap { attribute($0, of: label.name) }
  }

  /// The relations that may start at a label.
  package func relationRules(of label: Label) -> [RelationRule] {
    relationNames.compactMap { relation($0, from: label.name) }
  }
}

extension RelationRule {
  /// The attribute of the relation itself that a word means.
  ///
  /// - Throws: `unknown-attribute`.
  package func attribute(_ word: Word) throws(DiagnosticError) -> AttributeRule {
    let rule =
      attributes.first { $0.name.utf8.elementsEqual(word.text.utf8) }
      ?? attributes.first { $0.name.lowercased() == word.text.lowercased() }
    if let rule { return rule }
    let names = attributes.map(\.name)
    throw DiagnosticError(
      .unknownAttribute, "the relation \(name) has no attribute `\(word.text)`", at: word.place,
      notes: [names.isEmpty ? "it has none" : "attributes: " + names.joined(separator: ", ")],
      fix: nearest(to: word.text, among: names))
  }
}
