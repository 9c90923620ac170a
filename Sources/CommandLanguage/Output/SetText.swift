package import Standoff

/// A set of annotations in words, a line each, as `git diff` shows it.
///
/// It is made from the file alone, for git hands over states of it beside which no article stands. Labels
/// are spelled as in the file, so that a change of a capital shows.
///
/// ```
/// @334-342  Speaker  “Ida Moss”  kind=person
/// ```
package struct SetText {
  /// The lines, in the order of the text; lines that cannot be used come last, as they are.
  package let lines: [String]

  /// Lays out a set.
  package init(_ set: AnnotationSet) {
    var quotations: [AnnotationID: String] = [:]
    for record in set.records where record.kind == .textBound {
      quotations[record.id] = String(decoding: record.quotation, as: UTF8.self)
    }
    func words(_ id: AnnotationID) -> String {
      quotations[set.standing(id)].map { "“\($0)”" } ?? id.description
    }
    // What stands on the line, and of relations on theirs.
    func properties(_ id: AnnotationID, isArticleLevel: Bool = false) -> [String] {
      var parts = set.attributes(of: id).filter {
        $0.name != Annotation.scopeName || !isArticleLevel
      }
      .map { "\($0.name)=\($0.shownValue)" }
      parts += set.relations(from: id).map { relation in
        (["\(relation.name) \(words(relation.target))"] + properties(relation.id))
          .joined(separator: " ")
      }
      parts += set.references(of: id).map { "ref=\($0.entry)" }
      parts += set.notes(of: id).map { "# \($0.text)" }
      return parts + set.conflictRecords(of: id).map { "conflict \($0)" }
    }
    func line(_ annotation: Annotation) -> String {
      let id = annotation.id
      let place = annotation.ranges.map { "@\($0)" }.joined(separator: " + ")
      var parts = [
        annotation.isArticleLevel ? Annotation.articlePlace : place, annotation.label,
      ]
      if !annotation.isArticleLevel { parts.append(words(id)) }
      return (parts + properties(id, isArticleLevel: annotation.isArticleLevel))
        .joined(separator: "  ").visible
    }
    let spans = set.annotations.map(line)
    let events = set.events.map { event in
      let roles = event.arguments.map { "\($0.role) \(words($0.id))" }
      return (["event", event.label, words(event.id)] + roles + properties(event.id))
        .joined(separator: "  ").visible
    }
    let groups = set.groups.map { group in
      "\(group.name)  " + group.members.map(words).joined(separator: " = ")
    }
    lines =
      spans + events + groups
      + set.parts.compactMap { part in
        guard case .unusable(let line) = part else { return nil }
        return String(decoding: line, as: UTF8.self).visible
      }
  }
}
