/// The annotations of a set in the order of the text: by first start, then the longer one first,
/// then by id.
///
/// Each annotation is made when it is asked for; walking all of them takes linear time.
public struct AnnotationsInTextOrder: Sequence, Sendable {
  private let owner: AnnotationSet

  init(_ owner: AnnotationSet) { self.owner = owner }

  /// How many annotations there are.
  public var count: Int { owner.store.text.count }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// The first annotation in the text.
  public var first: Annotation? { owner.store.text.first.map { owner.annotation($0) } }

  /// Walks the annotations.
  public func makeIterator() -> Iterator { Iterator(owner) }

  /// Where a walk has got to.
  ///
  /// A type of its own, for a lazy map would take hold of all columns of the set at every step.
  public struct Iterator: IteratorProtocol {
    private let owner: AnnotationSet
    private let scope: UInt32?
    private var rows: TextOrder.Iterator

    init(_ owner: AnnotationSet) {
      self.owner = owner
      scope = owner.scopeName
      rows = owner.store.text.makeIterator()
    }

    /// The next annotation; `nil` at the end.
    public mutating func next() -> Annotation? {
      rows.next().map { owner.annotation($0, scope: scope) }
    }
  }
}

extension AnnotationSet {
  /// The annotations of `T` lines in the order of the text; ``events`` has those of `E` lines.
  public var annotations: AnnotationsInTextOrder { AnnotationsInTextOrder(self) }

  /// The annotations that share at least one code point with `range`, in the order of the text.
  ///
  /// An empty annotation counts where it lies in `range`; an empty `range` stands for the code point
  /// after it. Takes time for the annotations found and a few hundred others.
  public func annotations(overlapping range: TextRange) -> [Annotation] {
    guard let start = UInt32(exactly: max(0, range.lower.value)) else { return [] }
    let end = UInt32(clamping: range.isEmpty ? range.lower.value + 1 : range.upper.value)
    let query = TextRange(range.lower, ScalarOffset(Int(end)))
    let scope = scopeName
    var found: [Annotation] = []
    store.text.forEach(overlapping: start, end, in: store) { entry in
      if found.isEmpty { found.reserveCapacity(4) }
      let isOneStretch = store.kind(of: entry.row) == .textBound
      let annotation = annotation(entry.row, scope: scope)
      if isOneStretch || annotation.ranges.contains(where: { $0.overlaps(query) }) {
        found.append(annotation)
      }
    }
    return found
  }

  /// The annotations with a label, in the order of the text.
  ///
  /// Takes a step for every annotation, and makes those alone that have the label.
  package func annotations(labeled label: String) -> [Annotation] {
    guard let index = store.names.index(of: label) else { return [] }
    return store.text.filter { store.labelIndex(of: $0) == index }.map { annotation($0) }
  }

  /// The annotations of the whole article, in the order of the text.
  package var articleLevelAnnotations: [Annotation] {
    guard let scope = store.names.index(of: Annotation.scopeName) else { return [] }
    let targets = store.order.lazy
      .filter {
        store.kind(of: $0) == .attribute && store.labelIndex(of: $0) == scope && store.isUsed($0)
      }
      .compactMap { store.row(ofID: store.links[store.firstLink(of: $0)].target) }
      .filter { store.kind(of: $0).isTextBound }
    return annotations(in: Set(targets)).filter(\.isArticleLevel)
  }

  /// The annotations at the other end of a relation of some annotations or their events, and the triggers
  /// of events that these take part in, in the order of the text.
  package func annotations(relatedTo ids: Set<AnnotationID>) -> [Annotation] {
    var rows: Set<UInt32> = []
    for bearer in ids.flatMap({ id in said(of: id) { [$0] } }) {
      guard let index = store.idTable.find(bearer) else { continue }
      for link in store.links(to: index)
      where [.relation, .event].contains(store.kind(of: link.owner)) {
        for end in store.links(of: link.owner) {
          let standing = standing(store.writtenID(end.target))
          if let row = store.row(of: standing), store.kind(of: row).isTextBound {
            rows.insert(row)
          }
        }
      }
    }
    return annotations(in: rows)
  }

  /// The `T` lines in some rows, in the order of the text.
  private func annotations(in rows: Set<UInt32>) -> [Annotation] {
    rows.map(store.entry(of:)).sorted(by: store.precedes).map { annotation($0.row) }
  }

  /// The annotations that have this label on exactly these stretches, by id.
  public func annotations(labeled label: String, on ranges: [TextRange]) -> [Annotation] {
    guard let first = ranges.first else { return [] }
    return annotations(overlapping: first).filter {
      $0.label.utf8.elementsEqual(label.utf8) && $0.ranges == ranges
    }
  }

  /// The ids of all lines that begin with `prefix`, in order; a unique one stands for the id.
  public func ids(withPrefix prefix: String) -> [AnnotationID] {
    let prefix = Array(prefix.utf8)
    var rows: [UInt32] = []
    for row in store.order where store.hasID(row) && store.isUsed(row) {
      if store.bytes(of: row).starts(with: prefix), store.kind(of: row) != .malformed {
        rows.append(row)
      }
    }
    return rows.sorted(by: store.idOrder).map(store.id).filter {
      $0.description.utf8.starts(with: prefix)
    }
  }
}
