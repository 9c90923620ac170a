package import Standoff

/// What is said of one annotation beside its words: relations, attributes, references, notes.
///
/// ```
/// c1  by s1, s2  about t1 “the night ferry”  stance=against
/// ```
package struct MarginNote: Sendable {
  /// A relation that starts at the annotation, or a role of an event on it.
  package struct Link: Sendable {
    /// The relation's name as people type it, or the role without its number.
    package var name: String
    /// What its other end is called.
    package var target: String
    /// The other end's words, where they stand in another paragraph and no note before has them.
    package var words: String?
  }

  /// Where the annotation's first piece on the page starts; the note belongs to that line.
  package var place: ScalarOffset
  /// What the annotation is called.
  package var handle: String
  /// Its label.
  package var label: String
  /// Who takes part, and the relations that start at it, in the file's order.
  package var links: [Link]
  /// Attributes as `stance=against`, references as `ref=wikidata:Q1`.
  package var properties: [String]
  /// What people wrote about it.
  package var remarks: [String]

  /// Whether there is nothing to say.
  package var isEmpty: Bool { links.isEmpty && properties.isEmpty && remarks.isEmpty }

  /// The most columns that the words of another paragraph take.
  private static let longestWords = 24
  /// The most columns that a remark takes; `info` has the whole of it.
  private static let longestRemark = 60

  /// The note on one line.
  var line: StyledText {
    var line = StyledText(handle, .span(label))
    var last: String?
    for link in links {
      line.append(link.name == last ? ", " : "  " + link.name + " ", .faint)
      line.append(link.target)
      if let words = link.words {
        line.append(" “" + HitLine.head(of: words, columns: Self.longestWords) + "”", .faint)
      }
      last = link.name
    }
    for property in properties { line.append("  " + property, .faint) }
    for remark in remarks {
      line.append("  # " + HitLine.head(of: remark.oneLine, columns: Self.longestRemark), .faint)
    }
    return line
  }
}

extension MarginNote {
  /// What is said of `annotation`, whose first piece on the page starts at `place` in `paragraph`,
  /// where the words of the annotations in `named` were given already.
  init(
    on annotation: Annotation, at place: ScalarOffset, in paragraph: TextRange,
    of set: AnnotationSet, aliases: [String: String], named: inout Set<AnnotationID>,
    handle: (AnnotationID) -> String
  ) {
    let id = annotation.id
    let ties =
      set.events(on: id).flatMap { $0.arguments.map { ($0.roleName, $0.id) } }
      + set.said(of: id) { set.relations(from: $0) }
      .map { (aliases[$0.name] ?? $0.name, $0.target) }
    self.init(
      place: place, handle: handle(id), label: annotation.label,
      links: ties.map { name, end in
        let target = set[set.standing(end)]
        var words: String?
        if let target, !target.isArticleLevel, !target.extent.overlaps(paragraph),
          named.insert(target.id).inserted
        {
          words = set.article.text(in: target.ranges).oneLine
        }
        return Link(name: name, target: handle(set.standing(end)), words: words)
      },
      properties: set.said(of: id) { set.attributes(of: $0) }
        .map { $0.name + "=" + ($0.value ?? "yes") }
        + set.said(of: id) { set.references(of: $0) }.map { "ref=\($0.database):\($0.key)" },
      remarks: set.said(of: id) { set.notes(of: $0, type: Note.freeType) }.map(\.text))
  }
}
