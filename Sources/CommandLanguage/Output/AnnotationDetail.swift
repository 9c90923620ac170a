import Standoff

/// Everything about one annotation, a line a fact, as `info` shows it.
package struct AnnotationDetail {
  /// The lines.
  package let lines: [StyledText]

  /// Lays out `annotation`.
  package init(_ annotation: AnnotationReport) {
    var lines = [AnnotationLine(annotation).headline]
    let links = annotation.relations + annotation.incoming
    let names = annotation.attributes.map(\.name) + links.map(\.name)
    let width = max(12, (names.map(\.count).max() ?? 0) + 2)
    func add(_ name: String, _ value: String) {
      var line = StyledText("  " + name.padding(width), .faint)
      line.append(value)
      line.hang = width + 2
      lines.append(line)
    }
    add("words", "“" + annotation.text.oneLine + "”")
    add(
      "where",
      annotation.place + "  @" + annotation.ranges.map(\.description).joined(separator: " + @"))
    add("id", annotation.id.description)
    for attribute in annotation.attributes { add(attribute.name, attribute.value ?? "yes") }
    for link in annotation.relations {
      add(
        link.name,
        "→ " + [link.handle, link.id.description].compactMap(\.self).joined(separator: " "))
    }
    for link in annotation.incoming {
      add(
        link.name,
        "← " + [link.handle, link.id.description].compactMap(\.self).joined(separator: " "))
    }
    for reference in annotation.references { add("ref", reference) }
    for note in annotation.notes { add("note", note.oneLine) }
    if !annotation.annotators.isEmpty {
      add("annotators", annotation.annotators.joined(separator: ", "))
    }
    self.lines = lines
  }
}
