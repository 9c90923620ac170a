package import Standoff

/// What one command changes: a working copy of the annotations, and the commands that make the same
/// changes again without looking anything up.
package struct Changes {
  /// The working copy.
  package var draft: Draft
  /// The resolved commands, in order; `history --script` and the journal have these.
  package var commands: [String] = []
  /// What was decided, a line each for the file of decisions.
  package var decisions: [String] = []
  /// Whether open conflicts are settled by this, and may lose readings.
  package var settlesConflicts = false
  /// When each annotation was made or changed last, in acts of this command.
  private var touches: [AnnotationID: Int] = [:]
  private var touchCount = 0
  /// The annotations taken away, as they were.
  package var removed: [AnnotationID] = []
  /// The names given with `as`.
  package var names: [(name: String, id: AnnotationID)] = []

  /// Starts with nothing changed.
  package init(_ set: AnnotationSet) { draft = Draft(set) }

  /// Notes that an annotation was made or changed; the latest comes last.
  package mutating func touch(_ id: AnnotationID) {
    touches[id] = touchCount
    touchCount += 1
  }

  /// The annotations made or changed, in order; the last becomes `$`.
  package var touched: [AnnotationID] {
    touches.sorted { $0.value < $1.value }.map(\.key)
  }
}

extension Draft {
  /// Sets or takes away an attribute of an annotation, or of the events on it; whether that changed
  /// anything.
  @discardableResult
  package mutating func set(
    _ name: String, to value: AttributeValue, of id: AnnotationID
  ) -> Bool {
    let bearers = set.bearers(of: id)
    // One on a trigger is taken for one of its events, where it is not to be.
    var isChanged = !bearers.contains(id) && setOne(name, to: .absent, of: id)
    for bearer in bearers where setOne(name, to: value, of: bearer) { isChanged = true }
    return isChanged
  }

  private mutating func setOne(
    _ name: String, to value: AttributeValue, of id: AnnotationID
  ) -> Bool {
    // What is there twice is left once.
    let found = set.attributes(of: id).filter { $0.name == name }
    let current = found.first
    let isOne = found.count == 1
    switch value {
    case .absent:
      guard current != nil else { return false }
      removeAttribute(name, of: id)
    case .present:
      guard !isOne || current?.value != nil else { return false }
      setAttribute(name, to: nil, of: id)
    case .text(let text):
      guard !isOne || current?.value != text else { return false }
      setAttribute(name, to: text, of: id)
    }
    return true
  }

  /// Adds a reference to an annotation, or to the events on it; whether it was not there yet.
  @discardableResult
  package mutating func add(_ reference: DatabaseKey, to id: AnnotationID) -> Bool {
    var isAdded = false
    for bearer in set.bearers(of: id) {
      let isThere = set.references(of: bearer).contains {
        $0.database == reference.database && $0.key == reference.key
      }
      if isThere { continue }
      addReference(reference.database, key: reference.key, to: bearer)
      isAdded = true
    }
    return isAdded
  }
}
