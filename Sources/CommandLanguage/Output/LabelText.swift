package import Standoff

/// A label of the schema as people read it.
package struct LabelText {
  /// The label on one line: key, name, definition.
  package let line: StyledText
  /// The label with all its rules.
  package let lines: [StyledText]

  /// Lays out `label`.
  package init(_ label: Label, in schema: Schema) {
    var line = StyledText((label.key.map(String.init) ?? " ") + "  ", .strong)
    line.append(
      label.is == nil ? label.name : label.name.padding(12), .label(label.name))
    if let definition = label.is { line.append(" " + definition) }
    line.hang = 16
    self.line = line
    var lines = [line]
    let names =
      schema.attributes(of: label).map(\.name)
      + schema.relationRules(of: label).map { $0.alias ?? $0.name }
    let width = max(12, names.map(DisplayWidth.of).max() ?? 0)
    func add(_ name: String, _ text: String) {
      guard !text.isEmpty else { return }
      var line = StyledText("   " + name.padding(width) + " ", .faint)
      line.append(text)
      line.hang = width + 4
      lines.append(line)
    }
    add("not", label.not ?? "")
    add("also", label.aliases.joined(separator: ", "))
    for rule in schema.attributes(of: label) {
      let values = rule.isBinary ? Attribute.presence : rule.values.joined(separator: " | ")
      add(
        rule.name,
        (values.isEmpty ? "a text" : values) + (rule.isRequired ? "  (required)" : ""))
    }
    for rule in schema.relationRules(of: label) {
      add(
        rule.alias ?? rule.name,
        "→ " + schema.legalTargets(of: rule.name, from: label.name).joined(separator: " | ")
          + (rule.alias == nil ? "" : "  (\(rule.name))"))
    }
    add("ref", label.references.joined(separator: " | "))
    self.lines = lines
  }
}
