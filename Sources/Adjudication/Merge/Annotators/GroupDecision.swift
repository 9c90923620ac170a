import Standoff

/// What becomes of equivalence groups: whether two annotations are the same thing is asked of those who
/// have both, and what is joined so, over others too, is a group.
extension MergeDecisions {
  mutating func decideGroups() {
    let names = Set(clusters.sources.flatMap { $0.source.groups.map { Spelling($0.name) } })
      .map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names { decideGroups(name) }
  }

  /// A group of one annotator.
  private struct GroupOfOne: Hashable {
    let source: Int
    let number: Int
  }

  /// Members that every annotator puts into the same groups.
  private struct Atom {
    var members: [Int]
    /// By annotator, the groups he puts them in; `nil` where he does not have them all.
    let groups: [Set<Int>?]

    /// The groups that anybody puts them in.
    var all: [GroupOfOne] {
      groups.enumerated().flatMap { source, own in
        (own ?? []).map { GroupOfOne(source: source, number: $0) }
      }
    }

    /// Who puts this and another atom together.
    func annotatorsJoining(_ other: Atom) -> [Int] {
      groups.indices.filter { source in
        guard let own = groups[source], let theirs = other.groups[source] else { return false }
        return !own.isDisjoint(with: theirs)
      }
    }

    /// Who has the members of both.
    func voters(_ other: Atom) -> [Int] {
      groups.indices.filter { groups[$0] != nil && other.groups[$0] != nil }
    }
  }

  private mutating func decideGroups(_ name: String) {
    let atoms = atoms(name)
    var joined = Union(of: atoms.count)
    var openAtoms: Set<Int> = []
    var refused = false
    // Only what is in one group of somebody's can be together.
    var byGroup: [GroupOfOne: [Int]] = [:]
    for (number, atom) in atoms.enumerated() {
      for group in atom.all { byGroup[group, default: []].append(number) }
    }
    for one in atoms.indices {
      let near = Set(atoms[one].all.flatMap { byGroup[$0] ?? [] }).filter { $0 >= one }.sorted()
      for other in near where one != other || atoms[one].members.count > 1 {
        let sources = atoms[one].annotatorsJoining(atoms[other])
        guard !sources.isEmpty else { continue }
        let verdict = verdict(
          .property, [(name, sources)], voters: atoms[one].voters(atoms[other]))
        switch verdict {
        case .nothing:
          refused = true
          if one == other { openAtoms.remove(one) }
        case .open:
          openAtoms.formUnion([one, other])
          fallthrough
        case nil, .stands:
          joined.join(one, other)
        }
      }
    }
    var components: [Int: [Int]] = [:]
    for atom in atoms.indices { components[joined.root(of: atom), default: []].append(atom) }
    for (_, parts) in components.sorted(by: { $0.key < $1.key }) {
      stand(name, parts.map { atoms[$0] }, isOpen: parts.contains(where: openAtoms.contains))
    }
    if refused { noteDropped(name) }
  }

  private mutating func stand(_ name: String, _ atoms: [Atom], isOpen: Bool) {
    // Members that nobody's vote holds together are none.
    guard atoms.count > 1 || holdsTogether(name, atoms[0]) else { return }
    let members = atoms.flatMap(\.members).sorted()
    guard members.count > 1 else { return }
    groups.append(StandingGroup(name: name, members: members))
    guard isOpen else { return }
    for source in 0..<annotatorCount {
      let own = atoms.filter { $0.groups[source].map { !$0.isEmpty } ?? false }
      let members = own.flatMap(\.members).sorted()
      guard members.count > 1 else { continue }
      questions.read(CollectionOfOne(source), members.lazy.map { .stand($0) })
    }
    let voters = (0..<annotatorCount).filter { source in
      atoms.contains { $0.groups[source] != nil }
    }
    open(.relation, "*" + name, on: members[0], among: voters)
  }

  /// Whether there are several members of one atom, which the policy does not refuse to hold together.
  private func holdsTogether(_ name: String, _ atom: Atom) -> Bool {
    guard atom.members.count > 1 else { return false }
    let sources = atom.annotatorsJoining(atom)
    return verdict(.property, [(name, sources)], voters: atom.voters(atom)) != .nothing
  }

  private func atoms(_ name: String) -> [Atom] {
    var groups: [Int: [Set<Int>]] = [:]
    for (source, index) in clusters.sources.enumerated() {
      let own = index.source.groups.filter { $0.name.utf8.elementsEqual(name.utf8) }
      for (number, group) in own.enumerated() {
        let members = Set(group.members.compactMap { self.number(source, $0) })
        guard members.count > 1 else { continue }
        for member in members {
          groups[member, default: Array(repeating: [], count: annotatorCount)][source].insert(
            number)
        }
      }
    }
    var atoms: [[Set<Int>?]: [Int]] = [:]
    for (member, own) in groups {
      let have = Set(annotators(of: member))
      let key = own.enumerated().map { have.contains($0) ? $1 : nil }
      atoms[key, default: []].append(member)
    }
    return atoms.map { Atom(members: $1.sorted(), groups: $0) }
      .sorted { $0.members[0] < $1.members[0] }
  }

  /// Notes whose groups do not stand whole.
  private mutating func noteDropped(_ name: String) {
    // No two groups of a name have a member in common.
    var homes: [Int: Int] = [:]
    for (number, group) in groups.enumerated() where group.name.utf8.elementsEqual(name.utf8) {
      for member in group.members { homes[member] = number }
    }
    for (source, index) in clusters.sources.enumerated() {
      for group in index.source.groups where group.name.utf8.elementsEqual(name.utf8) {
        let members = Set(group.members.compactMap { number(source, $0) })
        let found = Set(members.map { homes[$0] })
        guard members.count > 1, found.count > 1 || found.contains(nil) else { continue }
        dropped.append(DroppedLine(holder: nil, annotator: source, reason: .policy))
      }
    }
  }
}
