/// What one re-anchoring could not place: lines of a standoff file, with the edition they stood on.
///
/// The offsets and words are those of the old edition. For each span a line of the type `Parked` keeps
/// what stood around it.
package struct ParkedSection: Hashable, Sendable {
  /// The ``Article/hash`` of the edition that the offsets count in; `nil` where it is not known.
  package var article: UInt64?
  /// The lines, each with a line feed.
  package var lines: [[UInt8]]

  /// What stands around a parked span.
  struct Surroundings {
    var before = ""
    var after = ""
  }

  /// The type of the lines that keep what stood around a span.
  static let noteType = "Parked"

  /// Creates a section.
  package init(article: UInt64?, lines: [[UInt8]]) {
    self.article = article
    self.lines = lines
  }

  /// Takes lines out of a set.
  init(of rows: Set<UInt32>, _ lost: Set<UInt32>, in set: AnnotationSet, _ spans: [QuotedSpan]) {
    // What no line quotes the article for says nothing about where it stood.
    let isOnEdition = spans.contains { lost.contains($0.row) && $0.stretches != nil }
    article = isOnEdition ? set.article.hash : nil
    var notes: [UInt32: [UInt8]] = [:]
    var number = 0
    for span in spans where lost.contains(span.row) && span.stretches != nil {
      guard let first = span.ranges.first, let last = span.ranges.last else { continue }
      number += 1
      let around = JSONValue.object([
        ("before", .string(set.article.text(before: first.lower))),
        ("after", .string(set.article.text(after: last.upper))),
      ])
      let text = around.encoded(asciiOnly: true)
      notes[span.row] = Array("#p\(number)\t\(Self.noteType) \(span.id)\t\(text)\n".utf8)
    }
    lines = []
    for row in set.store.order where rows.contains(row) {
      lines.append(AnnotationSet.terminated(set.store.content(of: row)))
      if let note = notes[row] { lines.append(note) }
    }
  }

  /// What stood around a span, as far as the section keeps it.
  static func surroundings(of id: AnnotationID, in set: AnnotationSet) -> Surroundings? {
    guard let note = set.notes(of: id, type: noteType).first,
      let value = JSONValue(parsing: note.text)
    else { return nil }
    return Surroundings(
      before: value["before"]?.string ?? "", after: value["after"]?.string ?? "")
  }
}

extension Article {
  /// The code points before a place, as many as count for the likeness of two places.
  fileprivate func text(before place: ScalarOffset) -> String {
    text(in: TextRange(max(0, place.value - AnchorScore.context), place.value))
  }

  /// The code points after a place, as many as count for the likeness of two places.
  fileprivate func text(after place: ScalarOffset) -> String {
    text(in: TextRange(place.value, min(scalarCount, place.value + AnchorScore.context)))
  }
}
