import Standoff

/// An annotation on one line, as echoes and `list` have it.
///
/// ```
/// c1  claim  6.1  “There is no problem … target China”  by s1  stance=favor
/// ```
package struct AnnotationLine {
  /// The line.
  package let text: StyledText
  /// The line up to the words: handle, label, place and words alone.
  package let headline: StyledText
  /// Handle, label and place alone.
  package let name: StyledText
  /// What stands after the words: relations, attributes, references, notes.
  package let details: StyledText

  /// Lays out `annotation`.
  package init(_ annotation: AnnotationReport) {
    var line = StyledText()
    line.append(annotation.handle ?? annotation.id.description, .label(annotation.label))
    line.append("  ")
    line.append(annotation.label.lowercased(), .label(annotation.label))
    line.append("  ")
    if annotation.isArticleLevel {
      line.append("(article)")
      name = line
    } else {
      line.append(annotation.place, .faint)
      name = line
      line.append("  ")
      line.append(annotation.echo)
    }
    headline = line
    details = Self.details(of: annotation)
    line.append(details)
    text = line
  }

  private static func details(of annotation: AnnotationReport) -> StyledText {
    var line = StyledText()
    for link in annotation.relations {
      line.append("  \(link.alias ?? link.name) ", .faint)
      line.append(link.handle ?? link.id.description)
    }
    for attribute in annotation.attributes {
      line.append("  ")
      line.append(attribute.name + "=" + (attribute.value ?? "yes"))
    }
    for reference in annotation.references { line.append("  ref=" + reference) }
    for note in annotation.notes { line.append("  # " + note, .faint) }
    return line
  }
}
