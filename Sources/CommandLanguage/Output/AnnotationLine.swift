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

  /// What stands after the words: relations, attributes, references, notes.
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
      line.append("(article)")
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
    for link in annotation.relations {
      line.append("  \(link.alias ?? link.name) ", .faint)
      line.append(link.handle ?? link.id.description)
    }
    for attribute in annotation.attributes {
      line.append("  ")
      line.append(attribute.name)
      line.append("=")
      line.append(attribute.value ?? "yes")
    }
    for reference in annotation.references { line.append("  ref=" + reference) }
    for note in annotation.notes { line.append("  # " + note, .faint) }
  }
}
