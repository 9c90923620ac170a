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

  /// Lays out `annotation`.
  package init(_ annotation: AnnotationReport) {
    var line = StyledText()
    line.append(annotation.handle ?? annotation.id.description, .label(annotation.label))
    line.append("  ")
    line.append(annotation.label.lowercased(), .label(annotation.label))
    line.append("  ")
    if annotation.isArticleLevel {
      line.append("(article)")
    } else {
      line.append(annotation.place, .faint)
      line.append("  ")
      line.append(annotation.echo)
    }
    headline = line
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
    self.text = line
  }
}
