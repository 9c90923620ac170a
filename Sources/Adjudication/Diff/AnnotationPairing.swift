import Standoff

/// Which annotation of one set is which of another.
///
/// Pairs are made in this order, each annotation once: the same id and content; the same id, where
/// galley gave it out, for such ids are never given to anything else; the same label on the same
/// words; the same id on words that overlap; the same words. Ids that count up from `T1` mean nothing
/// from one file to another, so that they alone pair nothing, and twins are told apart by what is said of
/// them before they are by such ids.
struct AnnotationPairing {
  /// The pairs, in the order of the old set.
  private(set) var pairs: [(old: AnnotationID, new: AnnotationID)] = []
  /// What is in the old set alone, in its order.
  private(set) var onlyOld: [AnnotationID] = []
  /// What is in the new set alone, in its order.
  private(set) var onlyNew: [AnnotationID] = []
  /// For each annotation of the old set that is in both its id in the new one.
  private(set) var partners: [AnnotationID: AnnotationID] = [:]

  private var taken: Set<AnnotationID> = []

  /// What makes two annotations the same without their ids; the label may be left out.
  private struct Content: Hashable {
    var label: [UInt8]
    var ranges: [TextRange]
    var isEvent: Bool
    var isArticleLevel: Bool

    init(_ annotation: Annotation, hasLabel: Bool) {
      label = hasLabel ? Array(annotation.label.utf8) : []
      ranges = annotation.ranges
      isEvent = annotation.isEvent
      isArticleLevel = annotation.isArticleLevel
    }
  }

  /// Pairs the annotations of two sets on the same article.
  init(of old: AnnotationSet, with new: AnnotationSet) {
    let (before, after) = (old.spansAndEvents, new.spansAndEvents)
    let content = { (annotation: Annotation) in Content(annotation, hasLabel: true) }
    let twins = Self.repeated(before.map(content)).union(Self.repeated(after.map(content)))
    let isTwin = { (annotation: Annotation) in
      !twins.isEmpty && twins.contains(content(annotation))
    }
    pair(before, sharingIDWith: new) { one, other in
      content(one) == content(other)
        && (one.id.isStable || !isTwin(one) || old.sayings(of: one) == new.sayings(of: other))
    }
    pair(before, sharingIDWith: new) { old, new in
      old.id.isStable && old.isEvent == new.isEvent
    }
    if !twins.isEmpty {
      pair(before.filter(isTwin), after.filter(isTwin)) {
        old.sayings(of: $0)
      } and: {
        new.sayings(of: $0)
      }
      pair(before, sharingIDWith: new) { content($0) == content($1) }
    }
    pair(before, after, by: content)
    pair(before, sharingIDWith: new) { old, new in
      old.isEvent == new.isEvent
        && old.ranges.contains { range in new.ranges.contains { $0.overlaps(range) } }
    }
    pair(before, after) { Content($0, hasLabel: false) }
    for annotation in before {
      if let partner = partners[annotation.id] {
        pairs.append((annotation.id, partner))
      } else {
        onlyOld.append(annotation.id)
      }
    }
    onlyNew = after.map(\.id).filter { !taken.contains($0) }
  }

  private mutating func pair(
    _ before: [Annotation], sharingIDWith new: AnnotationSet,
    where isSame: (Annotation, Annotation) -> Bool
  ) {
    for annotation in before where partners[annotation.id] == nil && !taken.contains(annotation.id)
    {
      if let other = new[annotation.id], isSame(annotation, other) { join(annotation, other) }
    }
  }

  private static func repeated(_ contents: [Content]) -> Set<Content> {
    var (seen, repeated) = (Set<Content>(), Set<Content>())
    for content in contents where !seen.insert(content).inserted { repeated.insert(content) }
    return repeated
  }

  private mutating func pair<Key: Hashable>(
    _ before: [Annotation], _ after: [Annotation], by key: (Annotation) -> Key
  ) { pair(before, after, by: key, and: key) }

  private mutating func pair<Key: Hashable>(
    _ before: [Annotation], _ after: [Annotation], by key: (Annotation) -> Key,
    and newKey: (Annotation) -> Key
  ) {
    var waiting: [Key: [Annotation]] = [:]
    for annotation in after.reversed() where !taken.contains(annotation.id) {
      waiting[newKey(annotation), default: []].append(annotation)
    }
    for annotation in before where partners[annotation.id] == nil {
      if let other = waiting[key(annotation)]?.popLast() { join(annotation, other) }
    }
  }

  private mutating func join(_ old: Annotation, _ new: Annotation) {
    partners[old.id] = new.id
    taken.insert(new.id)
  }
}

extension AnnotationSet {
  /// What an annotation says and what is said of it, in words without ids.
  fileprivate func sayings(of annotation: Annotation) -> [[String]] {
    func words(_ id: AnnotationID) -> [String] {
      self[id].map { [$0.label] + $0.ranges.map(\.description) } ?? [id.description]
    }
    let id = annotation.id
    let properties =
      attributes(of: id).map { ["A", $0.name, $0.shownValue] }
      + references(of: id).map { ["N", $0.database, $0.key] }
      + notes(of: id).map { ["#", $0.type, $0.text] }
    let relations =
      relations(from: id).map { ["from", $0.name] + words($0.target) }
      + relations(to: id).map { ["to", $0.name] + words($0.source) }
    let mentions = annotation.isEvent ? record(of: id)?.mentions ?? [] : []
    let roles = mentions.dropFirst().map { ["role", $0.role] + words($0.id) }
    return [words(id)]
      + (properties + relations + roles).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Every annotation, those of `T` lines in the order of the text and then those of `E` lines.
  fileprivate var spansAndEvents: [Annotation] {
    Array(annotations) + events.compactMap { self[$0.id] }
  }
}

extension Annotation {
  /// Whether it is an event, which stands on a trigger.
  fileprivate var isEvent: Bool { id.description.utf8.first == UInt8(ascii: "E") }
}
