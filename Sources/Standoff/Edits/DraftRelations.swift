extension Draft {
  /// Ties two annotations together and tells the relation's id; one that is there is left alone.
  @discardableResult
  public mutating func addRelation(
    _ name: String, from source: AnnotationID, to target: AnnotationID
  ) -> AnnotationID {
    let name = StandoffWriter.name(name)
    let same = set.relations(from: source).first {
      $0.target == target && $0.name.utf8.elementsEqual(name.utf8)
    }
    if let same { return same.id }
    let data = "\(name) Arg1:\(source) Arg2:\(target)"
    let id = newID("R", of: data)
    if set.store.row(of: source) != nil, set.store.row(of: target) != nil {
      insert("\(id)\t\(data)")
    }
    return id
  }

  /// Takes a relation away, with what hangs on it.
  public mutating func removeRelation(_ id: AnnotationID) {
    if let row = set.store.row(of: id), set.store.kind(of: row) == .relation { remove(id) }
  }

  /// Takes a line away with all that hangs on it: attributes, references, notes, relations, and the
  /// events it is the trigger of.
  ///
  /// An event goes with its trigger, unless another event has the same; an event of which it is an
  /// argument, or a group of which it is a member, is left without it; a group of one goes.
  public mutating func remove(_ id: AnnotationID) { remove(id, sparingTrigger: false) }

  /// The same; the trigger of an event stays if it is to be spared.
  package mutating func remove(_ id: AnnotationID, sparingTrigger: Bool) {
    let first = id
    var waiting = [id]
    while let id = waiting.popLast() {
      guard let index = set.store.idTable.find(id), let row = set.store.row(of: id) else {
        continue
      }
      // An event that takes part in itself goes as a whole.
      for link in set.store.links(to: index) where link.owner != row {
        let owner = link.owner
        let isFirst = set.store.links[set.store.firstLink(of: owner)].target == index
        switch set.store.kind(of: owner) {
        case .event where !isFirst: dropMention(of: index, from: owner)
        case .group: dropMention(of: index, from: owner)
        default: waiting.append(set.store.id(of: owner))
        }
      }
      let trigger = set.store.kind(of: row) == .event ? set.store.target(of: row) : nil
      set.store.remove(row)
      if let trigger, set.store.rows(of: .event, on: trigger).isEmpty,
        !(sparingTrigger && id == first)
      {
        waiting.append(trigger)
      }
    }
  }

  /// Rewrites an event or group without an id that it names; takes a group of one away.
  private mutating func dropMention(of id: UInt32, from row: UInt32) {
    // An id may be named twice; the line was rewritten at the first.
    guard set.store.order.contains(row) else { return }
    let fields = set.store.fields(of: row)
    let links = set.store.links(of: row)
    let kept = zip(fields.mentions, links).filter { $0.1.target != id }.map(\.0)
    if set.store.kind(of: row) == .group, kept.count < 2 { return set.store.remove(row) }
    let bytes = set.store.bytes(of: row)
    let start = bytes.startIndex
    var line = Array(bytes.prefix(fields.name.upperBound))
    for mention in kept {
      if mention.role.isEmpty {
        line.append(set.store.kind(of: row) == .event ? .colon : .space)
      } else {
        line +=
          [.space] + bytes[(start + mention.role.lowerBound)..<(start + mention.role.upperBound)]
        line.append(.colon)
      }
      line += bytes[(start + mention.target.lowerBound)..<(start + mention.target.upperBound)]
    }
    replace(row, with: line + bytes.dropFirst(set.store.dataEnd(of: row)))
  }
}
