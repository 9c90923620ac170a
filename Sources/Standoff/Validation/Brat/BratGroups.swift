/// Groups as brat keeps them: those that share a member become one.
struct BratGroups {
  private struct Group {
    var members: [BratText]
    var known: Set<BratText>

    mutating func add(_ member: BratText) {
      if known.insert(member).inserted { members.append(member) }
    }
  }

  private var groups: [Int: Group] = [:]
  private var homes: [BratText: Int] = [:]

  /// Takes in the group of a line, and tells the lines whose groups go into another.
  ///
  /// All that share a member with it go into the last of them, whose name and tail stay.
  mutating func add(_ members: [BratText], ofLine line: Int) -> [Int] {
    let shared = Set(members.compactMap { homes[$0] }).sorted()
    guard let home = shared.last else {
      groups[line] = Group(members: members, known: Set(members))
      for member in members { homes[member] = line }
      return []
    }
    var joining: [BratText] = []
    for other in shared.dropLast() {
      joining = (groups.removeValue(forKey: other)?.members ?? []) + joining
    }
    for member in joining + members {
      groups[home]?.add(member)
      homes[member] = home
    }
    return shared.dropLast() + [line]
  }

  /// The members of the group that is left on a line; `nil` where none is.
  func members(ofLine line: Int) -> [BratText]? { groups[line]?.members }
}
