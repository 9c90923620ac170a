/// Where quotations from a text stand in another edition of it, if together they are to need the fewest
/// edits.
///
/// The words of each stand in some places. A chain takes one place for some of the quotations, in the order
/// of both editions. What it takes is worth as many bits as it would surprise to find the words there by
/// chance. Where two that follow each other have not kept their distance, something was put in or taken
/// out between them, which costs as many bits as it takes to say so. Of all chains the one is sought that
/// is worth most, and of each of its places by how much it leads: how much less the best chain is worth
/// that has another place for the same words.
///
/// In time n log n for n places (chaining of fragments with a sweep: Abouelhoda and Ohlebusch, 2005), there
/// and back.
struct PlaceChain {
  /// A quotation, with where its words stand.
  struct Quotation {
    /// Where it stood, in code points; not empty.
    let old: Range<Int>
    /// Where its words stand now, in code points: each start, once.
    let places: [Int]
    /// How many bits it is worth to find the words in a certain place.
    let worth: Int
  }

  /// The place of a quotation.
  struct Choice: Equatable {
    /// Where it starts, in code points.
    let place: Int
    /// By how many bits it leads; 0 or less where another place is as good.
    let lead: Int
    /// Whether it has moved otherwise than what the chain has on both sides.
    let isAlone: Bool
    /// Whether what has moved so beside it, with it, says little more than the edits that it takes.
    var isFaint = false
  }

  /// The choice for each quotation; `nil` for those that the chain does without.
  let choices: [Choice?]

  /// Finds the best chain of quotations in the order in which they start in the old edition.
  init(_ quotations: [Quotation], _ costs: ShiftCosts) {
    let nodes = PlaceNodes(quotations)
    let there = PlaceSweep(nodes, costs, isForward: true)
    let back = PlaceSweep(nodes, costs, isForward: false)
    var choices: [Choice?] = quotations.map { _ in nil }
    let way = there.way
    for (step, node) in way.enumerated() {
      let item = nodes.item[node]
      func total(_ node: Int) -> Int { there.value[node] + back.value[node] }
      var lead = Int.max
      for other in nodes.range(of: item) where other != node {
        lead = min(lead, total(node) - total(other))
      }
      let shift = nodes.shift[node]
      let neighbors = [step - 1, step + 1].filter(way.indices.contains)
      let isAlone = neighbors.allSatisfy {
        abs(nodes.shift[way[$0]] - shift) > ShiftCosts.smallEdit
      }
      choices[item] = Choice(
        place: nodes.start[node], lead: lead, isAlone: isAlone && shift != 0)
    }
    for run in Self.runs(of: way, nodes) {
      let shifts = way[run].map { nodes.shift[$0] }
      let before = run.lowerBound > 0 ? nodes.shift[way[run.lowerBound - 1]] : nil
      let after = run.upperBound < way.count ? nodes.shift[way[run.upperBound]] : nil
      var gain = run.reduce(0) { $0 + quotations[nodes.item[way[$1]]].worth }
      for (one, next) in zip(shifts, shifts.dropFirst()) { gain -= costs.cost(from: one, to: next) }
      gain -= before.map { costs.cost(from: $0, to: shifts[0]) } ?? costs.start(at: shifts[0])
      if let after {
        gain -= costs.cost(from: shifts[shifts.count - 1], to: after)
        gain += before.map { costs.cost(from: $0, to: after) } ?? costs.start(at: after)
      }
      guard gain < Self.leastGain else { continue }
      for step in run { choices[nodes.item[way[step]]]?.isFaint = true }
    }
    self.choices = choices
  }

  /// How many bits more than the edits a run of places has to be worth.
  private static let leastGain = 8

  /// The steps of a way that have moved alike, one after the other, but for small edits.
  private static func runs(of way: [Int], _ nodes: PlaceNodes) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for step in way.indices
    where step + 1 == way.count
      || abs(nodes.shift[way[step + 1]] - nodes.shift[way[step]]) > ShiftCosts.smallEdit
    {
      runs.append(start..<step + 1)
      start = step + 1
    }
    return runs
  }
}
