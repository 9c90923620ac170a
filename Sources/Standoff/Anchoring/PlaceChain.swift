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
    self.choices = choices
  }
}
