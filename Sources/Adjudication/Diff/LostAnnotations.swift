public import Standoff

/// The annotations of a file whose place another is to take, that are neither in the new one nor in
/// what it was made from.
///
/// ```swift
/// let lost = LostAnnotations(from: old, to: merge.merged, madeFrom: annotators)
/// ```
/// Those are most of all what somebody added by hand to an earlier merge. An annotation with more to it
/// than any of the others has, an attribute, a reference, a note, a relation or an argument of an event,
/// is one of them.
public struct LostAnnotations {
  /// The annotations, as the old set has them, in the order of the text.
  public let annotations: [Annotation]

  /// Looks for what `old` alone has.
  ///
  /// Takes time linear in the lines of all sets, that of a difference alone where `new` lacks nothing,
  /// and hardly any where the lines are the same.
  public init(
    from old: AnnotationSet, to new: AnnotationSet, madeFrom inputs: [AnnotationSet]
  ) {
    let gone =
      old.hasSameLines(as: new)
      ? [] : AnnotationDiff(from: old, to: new).changes.compactMap(\.inOldSet)
    guard !gone.isEmpty else {
      annotations = []
      return
    }
    let wanted = Set(gone.map(SaidOfWords.init))
    var known: [SaidOfWords: Set<[UInt8]>] = [:]
    for set in inputs + [new] {
      let sayings = AnnotationSayings(in: set)
      for annotation in sayings.annotations {
        let words = SaidOfWords(annotation)
        guard wanted.contains(words) else { continue }
        known[words, default: []].formUnion(sayings.all(of: annotation))
      }
    }
    let sayings = AnnotationSayings(in: old)
    annotations = gone.filter { annotation in
      guard let said = known[SaidOfWords(annotation)] else { return true }
      return !said.isSuperset(of: sayings.all(of: annotation))
    }
  }
}

/// A label and the words it stands on, by which an annotation is known whatever its id.
private struct SaidOfWords: Hashable {
  private let label: [UInt8]
  private let ranges: [TextRange]
  private let isEvent: Bool

  init(_ annotation: Annotation) {
    label = Array(annotation.label.utf8)
    ranges = annotation.ranges
    isEvent = annotation.id.description.utf8.first == UInt8(ascii: "E")
  }
}

extension AnnotationChange {
  /// What the old set has and the new one has not, or not so.
  fileprivate var inOldSet: Annotation? {
    switch kind {
    case .added: nil
    case .removed: annotation
    case .changed: former
    }
  }
}

/// What is said of annotations beyond their labels and words, without ids.
private struct AnnotationSayings {
  private let set: AnnotationSet
  private let events: [AnnotationID: Event]

  init(in set: AnnotationSet) {
    self.set = set
    events = Dictionary(set.events.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Annotations of `T` lines and of `E` lines.
  var annotations: [Annotation] { Array(set.annotations) + events.keys.compactMap { set[$0] } }

  func all(of annotation: Annotation) -> Set<[UInt8]> {
    let id = annotation.id
    var sayings = set.attributes(of: id).map { "A \($0.name) \($0.value ?? "yes")" }
    sayings += set.references(of: id).map { "N \($0.database):\($0.key)" }
    sayings += set.notes(of: id).map { "# \($0.text)" }
    sayings += set.relations(from: id).map { "R \($0.name) \(words(of: $0.target))" }
    sayings += (events[id]?.arguments ?? []).map { "E \($0.role) \(words(of: $0.id))" }
    return Set(sayings.map { Array($0.utf8) })
  }

  private func words(of id: AnnotationID) -> String {
    guard let annotation = set[id] else { return "" }
    return ([annotation.label] + annotation.ranges.map(\.description)).joined(separator: " ")
  }
}
