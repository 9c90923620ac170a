import Standoff
import TestSupport

/// Random files of annotations and random acts on them: nested, crossing, stacked and discontinuous
/// spans, attributes, references, notes, relations, events and groups.
struct RandomSides {
  static let labels = ["Speaker", "Claim", "Quote", "Topic"]

  private var seed: Seed

  init(_ seed: UInt64) { self.seed = Seed(seed) }

  mutating func below(_ limit: Int) -> Int { Int(seed.next() % UInt64(limit)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// An article of a few lines of words.
  mutating func article() throws -> Article {
    let words = (0..<30).map { _ in ["pier", "é", "서울", "old", "closes", "👩‍👧"][below(6)] }
    var text = ""
    for word in words { text += word + (below(9) == 0 ? "\n" : " ") }
    return try Article(bytes: Array((text + "\n").utf8))
  }

  /// One stretch, or several.
  mutating func ranges(in article: Article) -> [TextRange] {
    (0..<(below(5) == 0 ? 2 : 1)).map { _ in
      let start = below(article.scalarCount - 12)
      return TextRange(start, start + 2 + below(10))
    }
  }

  /// A file with some annotations, and perhaps an event and a group.
  mutating func base(_ article: Article) -> AnnotationSet {
    var draft = Draft(AnnotationSet(of: article))
    for _ in 0..<(1 + below(8)) { add(to: &draft, label: pick(Self.labels) ?? "Topic") }
    for _ in 0..<below(8) { change(&draft, ids: draft.set.annotations.map(\.id)) }
    let ids = draft.set.annotations.map(\.id)
    guard below(3) == 0, ids.count > 2, let trigger = draft.set[ids[0]] else { return draft.set }
    let lines =
      "E1\t\(trigger.label):\(ids[0]) Who:\(ids[1])\n*\tEquiv \(ids[1]) \(ids[2])\n"
    let set = AnnotationSet(parsing: draft.set.encoded() + Array(lines.utf8), of: article)
    return AnnotationSet(parsing: set.formatted(), of: article)
  }

  /// Adds an annotation, now and then on the very words of another.
  mutating func add(to draft: inout Draft, label: String) {
    let article = draft.set.article
    let stacked = below(4) == 0 ? pick(draft.set.annotations.map(\.ranges)) : nil
    let ranges = stacked ?? ranges(in: article)
    // What is blank throughout would be an empty span.
    guard !article.text(in: ranges).allSatisfy(\.isWhitespace) else { return }
    draft.add(label: label, ranges: ranges)
  }

  /// Does one thing to one of some annotations, or between two of them.
  mutating func change(_ draft: inout Draft, ids: [AnnotationID]) {
    let ids = ids.filter { draft.set[$0] != nil }
    guard let id = pick(ids), let other = pick(ids) else { return }
    switch below(11) {
    case 0: draft.setLabel(pick(Self.labels) ?? "Topic", of: id)
    case 1:
      let ranges = ranges(in: draft.set.article)
      if !draft.set.article.text(in: ranges).allSatisfy(\.isWhitespace) {
        draft.setRanges(ranges, of: id)
      }
    case 2, 3:
      draft.setAttribute(pick(["stance", "kind"]) ?? "", to: pick(["a", "b", "c"]), of: id)
    case 4: draft.removeAttribute(pick(["stance", "kind"]) ?? "", of: id)
    case 5: draft.addReference("local", key: pick(["x", "y"]) ?? "", to: id)
    case 6: draft.addNote(pick(["one", "two", "tab\there"]) ?? "", to: id)
    case 7:
      if let note = draft.set.notes(of: id).first { draft.setNote("note \(below(3))", of: note.id) }
    case 8: if id != other { draft.addRelation("about", from: id, to: other) }
    case 9:
      let own = Set(ids)
      let relation = draft.set.relations(from: id).first { own.contains($0.target) }
      if let relation { draft.removeRelation(relation.id) }
    default: draft.remove(id)
    }
  }

  /// A side: the base after some acts.
  mutating func side(of base: AnnotationSet) -> AnnotationSet {
    var draft = Draft(base)
    for _ in 0..<below(7) {
      if below(3) == 0 {
        add(to: &draft, label: pick(Self.labels) ?? "Topic")
      } else {
        change(&draft, ids: draft.set.annotations.map(\.id))
      }
    }
    return draft.set
  }
}
