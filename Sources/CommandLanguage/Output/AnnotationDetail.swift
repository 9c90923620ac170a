import Standoff

/// Everything about one annotation, a line a fact, as `info` shows it.
package struct AnnotationDetail {
  /// The lines.
  package let lines: [StyledText]

  /// Lays out `annotation`.
  package init(_ annotation: AnnotationReport) {
    var lines = [AnnotationLine(annotation).headline]
    let links =
      annotation.events.flatMap(\.roles) + annotation.relations + annotation.incoming
    let attributes = annotation.attributes + annotation.events.flatMap(\.attributes)
    let names = attributes.map(\.name) + links.map(\.name) + annotation.groups.map(\.name)
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
    func add(_ attributes: [(name: String, value: String?)]) {
      for attribute in attributes { add(attribute.name, attribute.value ?? Attribute.presence) }
    }
    func add(_ links: [AnnotationReport.Link], _ arrow: String) {
      for link in links {
        let end = [arrow, link.handle, link.id.description].compactMap(\.self)
        add(link.name, end.joined(separator: " ") + link.details)
      }
    }
    add(annotation.attributes)
    add(annotation.relations, "→")
    add(annotation.incoming, "←")
    for group in annotation.groups { add(group.others, "=") }
    for reference in annotation.references { add("ref", reference) }
    for note in annotation.notes { add("note", note) }
    for note in annotation.typedNotes { add("note", "\(note.type): \(note.text)") }
    for event in annotation.events {
      add("event", event.id.description)
      add(event.roles, "→")
      add(event.attributes)
      for reference in event.references { add("ref", reference) }
      for note in event.notes { add("note", note) }
      for note in event.typedNotes { add("note", "\(note.type): \(note.text)") }
    }
    if !annotation.annotators.isEmpty {
      add("annotators", annotation.annotators.joined(separator: ", "))
    }
    self.lines = lines
  }
}
