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
  /// where the words of the annotations in `named` were given already; of several events on it a note
  /// each.
  static func notes(
    on annotation: Annotation, at place: ScalarOffset, in paragraph: TextRange,
    of set: AnnotationSet, aliases: [String: String], named: inout Set<AnnotationID>,
    handle: (AnnotationID) -> String
  ) -> [MarginNote] {
    let id = annotation.id
    let events = set.events(on: id)
    let bearers = events.count > 1 ? [[id]] + events.map { [$0.id] } : [[id] + events.map(\.id)]
    return bearers.map { bearers in
      MarginNote(
        on: annotation, of: bearers, at: place, in: paragraph, of: set, aliases: aliases,
        named: &named, handle: handle)
    }.filter { !$0.isEmpty }
  }

  /// What is said of an annotation on some lines: its own, and those of events on it.
  private init(
    on annotation: Annotation, of bearers: [AnnotationID], at place: ScalarOffset,
    in paragraph: TextRange, of set: AnnotationSet, aliases: [String: String],
    named: inout Set<AnnotationID>, handle: (AnnotationID) -> String
  ) {
    let events = set.events(on: annotation.id).filter { bearers.contains($0.id) }
    let ties =
      events.flatMap { $0.arguments.map { ($0.roleName, $0.id) } }
      + bearers.flatMap(set.relations(from:)).map { (aliases[$0.name] ?? $0.name, $0.target) }
    self.init(
      place: place, handle: handle(annotation.id), label: annotation.label,
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
      properties: bearers.flatMap(set.attributes(of:)).map { $0.name + "=" + $0.shownValue }
        + bearers.flatMap(set.references(of:)).map { "ref=\($0.entry)" },
      remarks: bearers.flatMap { set.notes(of: $0, type: Note.freeType) }.map(\.text))
  }
}
