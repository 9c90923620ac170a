/// Names that stand in a file, each once, in order.
package struct NamesInUse: Sendable {
  /// Of annotations.
  package var labels: [String] = []
  /// Of attributes.
  package var attributes: [String] = []
  /// Of relations.
  package var relations: [String] = []

  /// Creates a list.
  package init(labels: [String] = [], attributes: [String] = [], relations: [String] = []) {
    self.labels = labels
    self.attributes = attributes
    self.relations = relations
  }
}

extension AnnotationSet {
  /// The names of lines among those that are wanted.
  ///
  /// Takes a step for every line where any name of the file is wanted.
  package func names(where isWanted: (String) -> Bool) -> NamesInUse {
    let wanted = (0..<store.names.count).map { isWanted(store.names[UInt32($0)]) }
    guard wanted.contains(true) else { return NamesInUse() }
    var (labels, attributes, relations): (Set<UInt32>, Set<UInt32>, Set<UInt32>) = ([], [], [])
    for row in store.order where store.kind(of: row) != .malformed && store.isUsed(row) {
      switch store.kind(of: row) {
      case .textBound, .discontinuous:
        let name = store.labelIndex(of: row)
        if wanted[Int(name)] { labels.insert(name) }
      case .attribute:
        let name = store.labelIndex(of: row)
        if wanted[Int(name)] { attributes.insert(name) }
      case .relation:
        let name = store.labelIndex(of: row)
        if wanted[Int(name)] { relations.insert(name) }
      default: break
      }
    }
    func sorted(_ names: Set<UInt32>) -> [String] {
      names.map { store.names[$0] }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return NamesInUse(
      labels: sorted(labels), attributes: sorted(attributes), relations: sorted(relations))
  }
}
