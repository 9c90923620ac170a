import Standoff

/// An annotation on one line, as echoes and `list` have it.
///
/// ```
/// c1  claim  6.1  “There is no problem … target China”  by s1  stance=favor
/// ```
package struct AnnotationLine {
  private let annotation: AnnotationReport

  /// Lays out `annotation`.
  package init(_ annotation: AnnotationReport) { self.annotation = annotation }

  /// The line.
  package var text: StyledText {
    Self.line {
      addHeadline(to: &$0)
      addDetails(to: &$0)
    }
  }

  /// The line up to the words: handle, label, place and words alone.
  package var headline: StyledText { Self.line { addHeadline(to: &$0) } }

  /// Handle, label and place alone.
  package var name: StyledText { Self.line { addName(to: &$0) } }

  /// What stands after the words: roles, relations, attributes, references, notes; of several events on
  /// the annotation one after the other.
  package var details: StyledText { Self.line { addDetails(to: &$0) } }

  private static func line(_ fill: (inout StyledText) -> Void) -> StyledText {
    var line = StyledText()
    fill(&line)
    return line
  }

  private func addName(to line: inout StyledText) {
    line.append(annotation.handle ?? annotation.id.description, .label(annotation.label))
    line.append("  ")
    line.append(annotation.label.lowercased(), .label(annotation.label))
    line.append("  ")
    if annotation.isArticleLevel {
      line.append(Annotation.articlePlace)
    } else {
      line.append(annotation.place, .faint)
    }
  }

  private func addHeadline(to line: inout StyledText) {
    addName(to: &line)
    guard !annotation.isArticleLevel else { return }
    line.append("  ")
    line.append(annotation.echo)
  }

  private func addDetails(to line: inout StyledText) {
    let events = annotation.events
    // One event and what it stands on are one thing.
    let only = events.count == 1 ? events.first : nil
    add(only?.roles ?? [], to: &line)
    add(annotation.relations, to: &line)
    add(annotation.attributes + (only?.attributes ?? []), to: &line)
    add(
      annotation.references + (only?.references ?? []), annotation.notes + (only?.notes ?? []),
      annotation.typedNotes + (only?.typedNotes ?? []), to: &line)
    guard only == nil else { return }
    for (place, event) in events.enumerated() {
      line.append(place == 0 ? "" : "  /", .faint)
      add(event.roles, to: &line)
      add(event.attributes, to: &line)
      add(event.references, event.notes, event.typedNotes, to: &line)
    }
  }

  private func add(_ links: [AnnotationReport.Link], to line: inout StyledText) {
    for link in links {
      line.append("  \(link.alias ?? link.name) ", .faint)
      line.append(link.handle ?? link.id.description)
    }
  }

  private func add(
    _ attributes: [(name: String, value: String?)], to line: inout StyledText
  ) {
    for attribute in attributes {
      line.append("  ")
      line.append(attribute.name)
      line.append("=")
      line.append(attribute.value ?? Attribute.presence)
    }
  }

  private func add(
    _ references: [String], _ notes: [String], _ typedNotes: [AnnotationReport.TypedNote],
    to line: inout StyledText
  ) {
    for reference in references { line.append("  ref=" + reference) }
    for note in notes { line.append("  # " + note, .faint) }
    for note in typedNotes { line.append("  # \(note.type): \(note.text)", .faint) }
  }
}
