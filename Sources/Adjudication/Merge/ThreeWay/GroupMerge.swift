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
  ///
  /// What the sides added to each other's groups, and what both added with a member in common, is one group;
  /// what one side has apart stays apart.
  init(base: [StandoffRecord], ours: [StandoffRecord], theirs: [StandoffRecord]) {
    var a = ours.map(Group.init)
    var b = theirs.map(Group.init)
    var found: [Merged] = []
    for old in base.map(Group.init) {
      let (mine, yours) = (Self.take(old, from: &a), Self.take(old, from: &b))
      switch (mine, yours) {
      case (nil, nil): break
      // One side took it away: what the other added to it stays.
      case (let rest?, nil), (nil, let rest?):
        if rest.members != old.members { found.append(Merged(rest, mine, yours)) }
      case (let mine?, let yours?):
        let added = mine.members.union(yours.members).subtracting(old.members)
        let members = mine.members.intersection(yours.members).union(added)
        found.append(Merged(Group(name: old.name, members: members), mine, yours))
      }
    }
    found += a.map { Merged($0, $0, nil) } + b.map { Merged($0, nil, $0) }
    groups = Set(Self.joined(found).filter { $0.members.count > 1 })
      .sorted { $0.line < $1.line }
  }

  /// A group with what each side has of it.
  private struct Merged {
    let group: Group
    let mine: Set<AnnotationID>
    let yours: Set<AnnotationID>

    init(_ group: Group, _ mine: Group?, _ yours: Group?) {
      self.group = group
      (self.mine, self.yours) = (mine?.members ?? [], yours?.members ?? [])
    }

    /// Whether a member is in both by what different sides have, and no side has it in both.
    func isJoined(to other: Merged, by member: AnnotationID) -> Bool {
      let isMine = (mine.contains(member), other.mine.contains(member))
      let isYours = (yours.contains(member), other.yours.contains(member))
      return isMine != (true, true) && isYours != (true, true)
        && (isMine.0 && isYours.1 || isYours.0 && isMine.1)
    }
  }

  /// The groups, those as one that members join.
  private static func joined(_ found: [Merged]) -> [Group] {
    var places: [Group: [Int]] = [:]
    for (index, merged) in found.enumerated() {
      for member in merged.group.members {
        places[Group(name: merged.group.name, members: [member]), default: []].append(index)
      }
    }
    var union = Union(of: found.count)
    for (key, indices) in places where indices.count > 1 {
      guard let member = key.members.first else { continue }
      for (place, one) in indices.enumerated() {
        for other in indices[(place + 1)...] where found[one].isJoined(to: found[other], by: member)
        {
          union.join(one, other)
        }
      }
    }
    var groups: [Int: Group] = [:]
    for (index, merged) in found.enumerated() {
      groups[union.root(of: index), default: merged.group].members.formUnion(merged.group.members)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
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
