public import Standoff

/// The annotations of a file whose place another is to take, that are neither in the new one nor in
/// what it was made from.
///
/// ```swift
/// let lost = LostAnnotations(from: old, to: merge.merged, madeFrom: annotators)
/// ```
/// Mostly what somebody added by hand to an earlier merge. An annotation also counts as lost where it has
/// an attribute, reference, note, relation or argument that none of the others has on the same label and
/// overlapping words, to which a merge may have moved it.
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
    var known: [SaidOfWords: Set<Saying>] = [:]
    let others = (inputs + [new]).map { AnnotationSayings(in: $0) }
    for other in others {
      for annotation in other.annotations {
        let words = SaidOfWords(annotation)
        guard wanted.contains(words) else { continue }
        known[words, default: []].formUnion(other.all(of: annotation))
      }
    }
    let sayings = AnnotationSayings(in: old)
    annotations = gone.filter { annotation in
      guard let said = known[SaidOfWords(annotation)] else { return true }
      let more = sayings.all(of: annotation).subtracting(said)
      guard !more.isEmpty else { return false }
      let near = others.flatMap { $0.all(near: annotation) }
      return !more.allSatisfy { saying in near.contains { $0.isNear(saying) } }
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

  /// Whether the label is the same and some words are.
  func isNear(_ other: SaidOfWords) -> Bool {
    label == other.label && isEvent == other.isEvent
      && ranges.contains { range in other.ranges.contains { $0.overlaps(range) } }
  }
}

/// Something that is said of an annotation.
private struct Saying: Hashable {
  let text: [UInt8]
  /// What it leads to, where it does.
  let end: SaidOfWords?

  /// Whether it says the same, but for the words of what it leads to.
  func isNear(_ other: Saying) -> Bool {
    guard text == other.text else { return false }
    guard let end, let otherEnd = other.end else { return end == other.end }
    return end == otherEnd || end.isNear(otherEnd)
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

  func all(of annotation: Annotation) -> Set<Saying> {
    let id = annotation.id
    var texts = set.attributes(of: id).map { "A \($0.name) \($0.shownValue)" }
    texts += set.references(of: id).map { "N \($0.entry)" }
    texts += set.notes(of: id).map { "# \($0.text)" }
    var sayings = texts.map { Saying(text: Array($0.utf8), end: nil) }
    sayings += set.relations(from: id).map { saying("R \($0.name)", $0.target) }
    sayings += (events[id]?.arguments ?? []).map { saying("E \($0.role)", $0.id) }
    return Set(sayings)
  }

  /// What is said of the same label on words that overlap those of an annotation.
  func all(near annotation: Annotation) -> Set<Saying> {
    let words = SaidOfWords(annotation)
    return set.annotations(overlapping: annotation.extent)
      .filter { SaidOfWords($0).isNear(words) }
      .reduce(into: []) { $0.formUnion(all(of: $1)) }
  }

  private func saying(_ text: String, _ end: AnnotationID) -> Saying {
    Saying(text: Array(text.utf8), end: set[end].map(SaidOfWords.init))
  }
}
