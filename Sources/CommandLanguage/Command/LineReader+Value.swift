package import Standoff

extension LineReader {
  /// Reads the value after `name=`; where there is none, the error tells which there may be.
  ///
  /// - Parameters:
  ///   - labels: what the value is for.
  ///   - bearer: the same for completion.
  package mutating func value(
    of name: Word, on labels: [Label], _ bearer: Bearer, schema: Schema
  ) throws(DiagnosticError) -> Word {
    do {
      return try value(of: name.text, on: bearer)
    } catch {
      guard error.diagnostic.name == .missingArgument else { throw error }
      var name = name
      name.place.length += 1  // the `=`
      throw schema.needsValue(name, on: labels)
    }
  }
}

extension Schema {
  /// The error for `word` without its value, if it names an attribute of the label, a relation from it
  /// or `ref`.
  package func withoutValue(_ word: Word, on label: Label) -> DiagnosticError? {
    if word.text.lowercased() == "ref" || attribute(meantBy: word.text, on: label) != nil {
      return needsValue(word, on: [label])
    }
    guard let rule = relation(word.text, from: label.name) else { return nil }
    return DiagnosticError(
      .missingArgument,
      "`\(word.text)` needs an annotation, as `\(rule.alias ?? rule.name)=$` or words in quotes",
      at: word.place)
  }

  /// The error for an attribute, or `ref`, that stands on some labels and has no value here.
  package func needsValue(_ word: Word, on labels: [Label]) -> DiagnosticError {
    if word.text.lowercased() == "ref" {
      let databases = databases.map(\.name).filter { database in
        labels.contains { allows(reference: database, on: $0.name) }
      }
      return DiagnosticError(
        .missingArgument, "`ref` needs DATABASE:KEY, as `ref=local:xing`", at: word.place,
        notes: databases.isEmpty ? [] : ["databases: " + databases.joined(separator: ", ")])
    }
    let rules = labels.compactMap { label in
      attribute(word.text, of: label.name).map { (label: label.name, rule: $0) }
    }
    let name = rules.first?.rule.name ?? word.text
    if !rules.isEmpty, rules.allSatisfy(\.rule.isBinary) {
      return DiagnosticError(
        .missingArgument, "`\(name)` needs `yes` or `no`", at: word.place, fix: "\(name)=yes")
    }
    let lists = rules.filter { !$0.rule.values.isEmpty }
    let isOne = Set(lists.map(\.rule.values)).count == 1
    let notes = (isOne ? Array(lists.prefix(1)) : lists).map { label, rule in
      "values\(isOne ? "" : " on \(label)"): " + rule.values.joined(separator: ", ")
    }
    let example = (lists.first?.rule.values.first ?? "…").asValue
    return DiagnosticError(
      .missingArgument, "`\(name)` needs a value, as `\(name)=\(example)`", at: word.place,
      notes: notes)
  }
}
