package import Standoff

/// What a schema says of a word that names an attribute or a relation.
///
/// ```
/// stance    of Claim: favor | against | neutral | mixed | unclear
///           Where the claim stands on its topic.
/// ```
package struct SchemaWordText {
  /// The lines; none where the schema has no such word.
  package let lines: [StyledText]

  /// Looks `word` up, whatever its case, among names and aliases.
  package init(_ word: String, in schema: Schema) {
    let wanted = word.lowercased()
    var entries: [(name: String, values: String, definition: String?, labels: [String])] = []
    func add(_ name: String, _ values: String, _ definition: String?, of label: Label) {
      let index = entries.firstIndex {
        $0.name == name && $0.values == values && $0.definition == definition
      }
      if let index {
        entries[index].labels.append(label.name)
      } else {
        entries.append((name, values, definition, [label.name]))
      }
    }
    for label in schema.labels where !label.isAbstract {
      for rule in schema.attributes(of: label) where rule.name.lowercased() == wanted {
        let values = rule.isBinary ? "yes | no" : rule.values.joined(separator: " | ")
        add(rule.name, values.isEmpty ? "a text" : values, rule.is, of: label)
      }
      for rule in schema.relationRules(of: label)
      where [rule.name.lowercased(), rule.alias?.lowercased()].contains(wanted) {
        let targets = schema.legalTargets(of: rule.name, from: label.name)
        let name = rule.alias.map { "  (\($0 == word ? rule.name : $0))" } ?? ""
        add(word, "→ " + targets.joined(separator: " | ") + name, rule.is, of: label)
      }
    }
    lines = entries.flatMap { entry in
      var line = StyledText(entry.name.padding(8), .strong)
      line.append("  of " + entry.labels.joined(separator: ", ") + ": " + entry.values)
      line.hang = 10
      guard let text = entry.definition else { return [line] }
      var definition = StyledText("".padding(10) + text, .faint)
      definition.hang = 10
      return [line, definition]
    }
  }
}
