import Adjudication
import Standoff
import Testing

/// Three states of one file, written as drafts of acts, and what merging them gives.
struct MergeBench {
  /// The article: `0123…` so that offsets can be read off.
  let article: Article
  /// What both sides come from.
  private(set) var base: AnnotationSet

  /// Makes the base with acts.
  init(_ text: String, _ acts: (inout Draft) -> Void = { _ in }) throws {
    article = try Article(bytes: Array(text.utf8))
    base = AnnotationSet(of: article)
    base = self.changed(acts)
  }

  /// The base after acts.
  func changed(_ acts: (inout Draft) -> Void) -> AnnotationSet {
    var draft = Draft(base)
    acts(&draft)
    return draft.set
  }

  /// Merges two sides.
  func merge(
    _ ours: (inout Draft) -> Void, _ theirs: (inout Draft) -> Void
  ) throws -> ThreeWayMerge {
    try ThreeWayMerge(base: base, ours: changed(ours), theirs: changed(theirs))
  }

  /// Where words stand.
  func words(_ words: String) throws -> [TextRange] {
    let bytes = try #require(Array(article.bytes).firstRange(of: Array(words.utf8)))
    return [TextRange(bytes.lowerBound, bytes.upperBound)]
  }
}

extension AnnotationSet {
  /// The file as text.
  var text: String { String(decoding: encoded(), as: UTF8.self) }

  /// The file without the lines that keep conflicts.
  var settledText: String {
    text.split(separator: "\n").filter { !$0.contains("\tConflict ") }.joined(separator: "\n")
  }

  /// What stands in the file: labels on words, with attributes.
  var inWords: [String] {
    annotations.map { annotation in
      let attributes = attributes(of: annotation.id).map { " \($0.name)=\($0.value ?? "yes")" }
      let relations = relations(from: annotation.id).map { relation in
        " \(relation.name):" + (self[relation.target].map { article.text(in: $0.ranges) } ?? "?")
      }
      return "\(annotation.label) \(article.text(in: annotation.ranges))"
        + (attributes + relations).joined()
    }
  }
}

extension MergeConflict {
  /// The conflict with the sides swapped.
  var swapped: MergeConflict.Sides {
    Sides(self, swapped: true)
  }

  /// The conflict as it is.
  var plain: MergeConflict.Sides { Sides(self, swapped: false) }

  /// A conflict by who says what.
  struct Sides: Equatable {
    var kind: Kind
    var group: Int
    var target: AnnotationID
    var readings: [MergeSide?: [AnnotationID]]

    init(_ conflict: MergeConflict, swapped: Bool) {
      (kind, group, target) = (conflict.kind, conflict.group, conflict.target)
      readings = Dictionary(
        uniqueKeysWithValues: conflict.readings.map {
          (swapped ? $0.side?.opposite : $0.side, $0.ids)
        })
    }
  }
}
