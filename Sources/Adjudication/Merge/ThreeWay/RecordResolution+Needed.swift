import Standoff

/// What names other lines, and what is brought back because something that stays names it.
extension RecordResolution {
  /// Lets a line that one side alone has name that side's readings.
  mutating func retarget(_ id: AnnotationID, _ side: MergeSide) {
    guard let record = lines[id], !readings[side].isEmpty else { return }
    lines[id] = record.renamed(nil, readings[side])
  }

  /// Brings back what was taken away by one side, where something that the other side made or changed
  /// names it; and with it all that the other side says of it.
  mutating func bringBackWhatIsNeeded(by groups: [GroupMerge.Group]) {
    let old = Set(
      base.groups.flatMap { group in group.mentions.map { [group.name, $0.id.description] } })
    for group in groups {
      for id in group.members.sorted() where lines[id] == nil {
        // Who was no member before was made one by the side that still has it.
        guard !old.contains([group.name, id.description]), let (side, record) = lost(id) else {
          continue
        }
        lines[id] = record
        restored[id] = side
      }
    }
    var namers = BothSides<[AnnotationID: [AnnotationID]]?>(repeating: nil)
    var waiting = lines.keys.sorted()
    var back = restored.keys.sorted()
    var backSides: [AnnotationID: MergeSide] = [:]
    while !waiting.isEmpty || !back.isEmpty {
      if let id = waiting.popLast() {
        guard let record = lines[id] else { continue }
        for mention in record.mentions where lines[mention.id] == nil {
          guard let (side, lost) = lost(mention.id) else { continue }
          lines[mention.id] = lost
          waiting.append(mention.id)
          if lost.owner == nil {
            restored[mention.id] = side
            back.append(mention.id)
          }
        }
      } else if let id = back.popLast(), let side = restored[id] ?? backSides[id] {
        let table = sides[side]
        let index = namers[side] ?? table.namers
        namers[side] = index
        for other in index[id] ?? [] where lines[other] == nil && base[other] != nil {
          // An event is what makes its trigger one, so it comes back with whoever takes part in it.
          guard let record = table[other],
            record.trigger == id
              || record.mentions.allSatisfy({ lines[$0.id] != nil || table[$0.id] == nil })
          else { continue }
          lines[other] = record
          waiting.append(other)
          // What is said of it, and stands on it, comes back with it.
          backSides[other] = side
          back.append(other)
        }
      }
    }
  }

  /// A line of the base that one side took away, as the other has it.
  private func lost(_ id: AnnotationID) -> (side: MergeSide, record: StandoffRecord)? {
    guard base[id] != nil else { return nil }
    return MergeSide.allCases.lazy.compactMap { side in
      self.sides[side][id].map { (side, $0) }
    }.first
  }

  /// Lets what is there again take part in the events that it took part in.
  ///
  /// Whoever took it away took it out of them, which by itself is no conflict.
  mutating func rejoinEvents() {
    guard !restored.isEmpty else { return }
    for side in MergeSide.allCases {
      for event in sides[side].records(of: .event) {
        guard let old = base[event.id], let line = lines[event.id] else { continue }
        let back = event.mentions.dropFirst().filter { argument in
          func isIt(_ mention: (role: String, id: AnnotationID)) -> Bool {
            mention.id == argument.id
          }
          return restored[argument.id] == side && old.mentions.contains(where: isIt)
            && !line.mentions.contains(where: isIt)
        }
        guard !back.isEmpty else { continue }
        let merge = ArgumentMerge(base: [], ours: line.mentions.dropFirst(), theirs: back)
        lines[event.id] = line.combined(
          name: line.name, mentions: line.mentions.prefix(1) + merge.arguments)
      }
    }
  }

  /// Groups of a merge with what is there again in those that it was in.
  func rejoined(_ groups: [GroupMerge.Group]) -> [GroupMerge.Group] {
    var groups = groups
    let old = base.groups.map(GroupMerge.Group.init)
    for (id, side) in restored.sorted(by: { $0.key < $1.key }) {
      for group in sides[side].groups.map(GroupMerge.Group.init)
      where group.members.contains(id) {
        func isSame(_ other: GroupMerge.Group) -> Bool {
          other.name.utf8.elementsEqual(group.name.utf8)
            && !other.members.isDisjoint(with: group.members)
        }
        guard old.contains(where: { isSame($0) && $0.members.contains(id) }) else { continue }
        if let place = groups.firstIndex(where: isSame) {
          groups[place].members.insert(id)
        } else {
          groups.append(group)
        }
      }
    }
    return groups
  }
}
