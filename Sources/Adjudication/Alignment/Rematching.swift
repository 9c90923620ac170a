/// Makes a choice of clusters better by giving the units of one annotator after the other to the
/// clusters of the rest anew, which is an assignment each time.
///
/// What comes of it is at least as good as before, and no annotator's units can be given better while
/// all others stay; it need not be the best.
struct Rematching {
  /// A unit that another can stand in one cluster with.
  private struct Neighbor {
    let unit: Int
    /// What the pair saves beside what joining saves.
    let closeness: Int
  }

  /// By unit.
  private var neighbors: [[Neighbor]]
  private let annotators: [Int]
  /// How often it is each annotator's turn at most.
  private static var mostTurns: Int { 10 }
  /// ``Placement/joinSaving``.
  private let division: Int
  /// The most steps of one turn.
  private let stepLimit: Int

  /// `units` are those of one component.
  init(_ units: [Int], _ placement: Placement, _ links: LinkSweep, stepLimit: Int) {
    division = placement.joinSaving
    self.stepLimit = stepLimit
    annotators = units.map { placement.entries[$0].annotator }
    neighbors = units.map { _ in [] }
    let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    for (place, unit) in units.enumerated() {
      for link in links.later(unit) {
        guard let other = places[link.unit] else { continue }
        let closeness = Dissimilarity.one - link.apart
        neighbors[place].append(Neighbor(unit: other, closeness: closeness))
        neighbors[other].append(Neighbor(unit: place, closeness: closeness))
      }
    }
  }

  /// The clusters of two and more units that the given ones become, and how much more they save.
  func improved(_ clusters: [[Int]]) -> (clusters: [[Int]], gain: Int) {
    var homes = Array(repeating: -1, count: annotators.count)
    for (number, units) in clusters.enumerated() {
      for unit in units { homes[unit] = number }
    }
    var count = clusters.count
    for unit in homes.indices where homes[unit] < 0 {
      homes[unit] = count
      count += 1
    }
    let all = Set(annotators).sorted()
    var (gain, idle, turn) = (0, 0, 0)
    while idle < all.count, turn < Self.mostTurns * all.count {
      let more = rematch(all[turn % all.count], &homes)
      gain += more
      idle = more > 0 ? 0 : idle + 1
      turn += 1
    }
    var found: [Int: [Int]] = [:]
    for (unit, home) in homes.enumerated() { found[home, default: []].append(unit) }
    return (found.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }, gain)
  }

  /// Gives the units of one annotator anew; how much more that saves.
  private func rematch(_ annotator: Int, _ homes: inout [Int]) -> Int {
    let rows = annotators.indices.filter { annotators[$0] == annotator }
    // The clusters of the others, numbered anew.
    var sizes: [Int] = []
    var numbers: [Int: Int] = [:]
    for (unit, home) in homes.enumerated() where annotators[unit] != annotator {
      let number = numbers[home] ?? sizes.count
      if number == sizes.count {
        numbers[home] = number
        sizes.append(0)
      }
      sizes[number] += 1
    }
    var old = 0
    let choices = rows.map { row -> [HeaviestMatching.Choice] in
      var met: [Int: (count: Int, closeness: Int)] = [:]
      for neighbor in neighbors[row] {
        guard let number = numbers[homes[neighbor.unit]] else { continue }
        met[number, default: (0, 0)].count += 1
        met[number, default: (0, 0)].closeness += neighbor.closeness
      }
      let own = numbers[homes[row]]
      return met.sorted { $0.key < $1.key }.compactMap { number, found in
        let weight = division + found.closeness
        guard found.count == sizes[number], weight > 0 else { return nil }
        if number == own { old += weight }
        return HeaviestMatching.Choice(column: number, weight: weight)
      }
    }
    let matching = HeaviestMatching(
      choices, columnCount: sizes.count, stepLimit: stepLimit)
    let gain = matching.weight - old
    guard gain > 0 else { return 0 }
    var next = (homes.max() ?? 0) + 1
    let names = Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) })
    for (row, column) in zip(rows, matching.columns) {
      if let home = column.flatMap({ names[$0] }) {
        homes[row] = home
      } else {
        homes[row] = next
        next += 1
      }
    }
    return gain
  }
}
