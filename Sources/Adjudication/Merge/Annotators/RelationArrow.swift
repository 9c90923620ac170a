import Standoff

/// A relation of one annotator with its ends mapped to what stands.
struct RelationArrow: BitwiseCopyable {
  let source: Int
  let target: Int
  /// The ranks of the name and the roles.
  let name: UInt32
  let roles: (UInt32, UInt32)
  let holder: Holder
  /// The number among those of one annotator that say the same.
  var twin = 0

  /// Whether both may be answers to one question.
  func shares(_ other: RelationArrow) -> Bool {
    source == other.source && name == other.name && roles == other.roles
  }

  func precedes(_ other: RelationArrow) -> Bool? {
    if source != other.source { return source < other.source }
    if name != other.name { return name < other.name }
    if roles != other.roles { return roles < other.roles }
    if target != other.target { return target < other.target }
    return holder.annotator == other.holder.annotator
      ? nil : holder.annotator < other.holder.annotator
  }
}

/// The relations that can be decided, in the order in which they are.
extension MergeDecisions {
  /// By relation, the relations that lead from or to it.
  func relationsOnRelations() -> [Holder: [Holder]] {
    var found: [Holder: [Holder]] = [:]
    for (source, index) in clusters.sources.enumerated() {
      let columns = index.source.columns
      func add(_ row: UInt32, on end: UInt32) {
        guard end != LineColumns.nobody, columns.kinds[Int(end)] == .relation else { return }
        found[Holder(annotator: source, row: end), default: []]
          .append(Holder(annotator: source, row: row))
      }
      for row in index.relations {
        add(row, on: columns.targets[Int(row)])
        add(row, on: columns.secondTargets[Int(row)])
      }
    }
    return found
  }

  /// Lines by annotator, those of one by their ids.
  func inOrder(_ holders: Set<Holder>) -> [Holder] {
    holders.sorted { one, other in
      one.annotator == other.annotator
        ? clusters.sources[one.annotator].source.lines.idPrecedes(one.row, other.row)
        : one.annotator < other.annotator
    }
  }

  /// Relations by what they lead from, and what else they say; twins stay in the order of their ids.
  func inOrder(_ arrows: [RelationArrow]) -> [RelationArrow] {
    guard arrows.count > stands.count / 16 else {
      return arrows.indices.sorted { arrows[$0].precedes(arrows[$1]) ?? ($0 < $1) }
        .map { arrows[$0] }
    }
    // Few lead from one annotation.
    var starts = Array(repeating: Int32(0), count: stands.count + 1)
    for arrow in arrows { starts[arrow.source + 1] += 1 }
    for stand in starts.indices.dropFirst() { starts[stand] += starts[stand - 1] }
    var (places, order) = (starts, Array(repeating: Int32(0), count: arrows.count))
    for (number, arrow) in arrows.enumerated() {
      order[Int(places[arrow.source])] = Int32(truncatingIfNeeded: number)
      places[arrow.source] += 1
    }
    for stand in stands.indices where starts[stand + 1] - starts[stand] > 1 {
      let range = Int(starts[stand])..<Int(starts[stand + 1])
      let isSorted = range.dropFirst().allSatisfy { place in
        let (last, this) = (Int(order[place - 1]), Int(order[place]))
        return arrows[last].precedes(arrows[this]) ?? (last < this)
      }
      guard !isSorted else { continue }
      order[range].sort { one, other in
        arrows[Int(one)].precedes(arrows[Int(other)]) ?? (one < other)
      }
    }
    return order.map { arrows[Int($0)] }
  }

  /// Those of some relations both of whose ends stand, and of which nothing has been decided yet.
  func readyArrows(among holders: [Holder]) -> [RelationArrow] {
    var arrows: [RelationArrow] = []
    let reversed = (clusters.list.roleRank(of: "Arg2"), clusters.list.roleRank(of: "Arg1"))
    for holder in holders {
      let (source, row) = (holder.annotator, holder.row)
      let index = clusters.sources[source].source
      let (lines, columns) = (index.lines, index.columns)
      guard numbers[holder] == LineNumbers.undecided,
        let from = number(source, columns.targets[Int(row)]),
        let to = number(source, columns.secondTargets[Int(row)])
      else { continue }
      let roles = (
        clusters.list.roleRank(of: lines.roleIndex(of: row, 0), in: source),
        clusters.list.roleRank(of: lines.roleIndex(of: row, 1), in: source)
      )
      let isReversed = roles.0 == reversed.0 && roles.1 == reversed.1
      arrows.append(
        RelationArrow(
          source: isReversed ? to : from, target: isReversed ? from : to,
          name: clusters.list.ranks[source][Int(columns.names[Int(row)])],
          roles: isReversed ? (roles.1, roles.0) : roles, holder: holder))
    }
    return arrows
  }
}
