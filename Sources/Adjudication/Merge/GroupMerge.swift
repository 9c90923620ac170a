import Standoff

/// The merging of equivalence groups, which have no ids: member by member.
struct GroupMerge {
  /// The name and the members of a group.
  struct Group: Hashable {
    var name: String
    var members: Set<AnnotationID>

    /// Creates a group.
    init(name: String, members: Set<AnnotationID>) {
      self.name = name
      self.members = members
    }

    /// The group that a line of a file has.
    init(_ record: StandoffRecord) {
      self.init(name: record.name, members: Set(record.mentions.map(\.id)))
    }
  }

  /// The groups that come of it, sorted.
  let groups: [Group]

  /// Merges groups; a group is that of the base with which it has most members in common.
  init(base: [StandoffRecord], ours: [StandoffRecord], theirs: [StandoffRecord]) {
    var a = ours.map(Group.init)
    var b = theirs.map(Group.init)
    var found: [Group] = []
    for old in base.map(Group.init) {
      let (mine, yours) = (Self.take(old, from: &a), Self.take(old, from: &b))
      switch (mine, yours) {
      case (nil, nil): break
      // One side took it away: what the other added to it stays.
      case (let rest?, nil), (nil, let rest?):
        if rest.members != old.members { found.append(rest) }
      case (let mine?, let yours?):
        let added = mine.members.union(yours.members).subtracting(old.members)
        found.append(
          Group(
            name: old.name, members: mine.members.intersection(yours.members).union(added)))
      }
    }
    // What both added is one group where it has a member in common.
    for group in a + b {
      if let index = found.firstIndex(where: {
        $0.name.utf8.elementsEqual(group.name.utf8) && !$0.members.isDisjoint(with: group.members)
      }) {
        found[index].members.formUnion(group.members)
      } else {
        found.append(group)
      }
    }
    groups = Set(found.filter { $0.members.count > 1 }).sorted { $0.line < $1.line }
  }

  private static func take(_ old: Group, from groups: inout [Group]) -> Group? {
    var best: (index: Int, shared: Int)?
    for (index, group) in groups.enumerated() where group.name.utf8.elementsEqual(old.name.utf8) {
      let shared = group.members.intersection(old.members).count
      if shared > best?.shared ?? 0 { best = (index, shared) }
    }
    return best.map { groups.remove(at: $0.index) }
  }
}

extension GroupMerge.Group {
  /// The group as a line of a file.
  var line: String {
    "*\t\(name) " + members.sorted().map(\.description).joined(separator: " ")
  }
}
