/// The places of all quotations, one after the other.
struct PlaceNodes {
  let quotations: [PlaceChain.Quotation]
  /// For each quotation its first node, and last, how many there are.
  private let firsts: [Int]
  /// For each node its quotation.
  let item: [Int]
  /// For each node where it starts in the new edition.
  let start: [Int]
  /// For each node by how much it has moved.
  let shift: [Int]

  init(_ quotations: [PlaceChain.Quotation]) {
    self.quotations = quotations
    var firsts = [0]
    var (item, start, shift): ([Int], [Int], [Int]) = ([], [], [])
    for (number, quotation) in quotations.enumerated() {
      for place in quotation.places {
        item.append(number)
        start.append(place)
        shift.append(place - quotation.old.lowerBound)
      }
      firsts.append(item.count)
    }
    (self.firsts, self.item, self.start, self.shift) = (firsts, item, start, shift)
  }

  /// How many there are.
  var count: Int { item.count }

  /// The nodes of a quotation.
  func range(of quotation: Int) -> Range<Int> { firsts[quotation]..<firsts[quotation + 1] }

  /// The stretch of a node in the new edition.
  func stretch(of node: Int) -> Range<Int> {
    start[node]..<start[node] + quotations[item[node]].old.count
  }
}
