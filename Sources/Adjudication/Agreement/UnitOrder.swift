import Standoff

extension [Continuum.Unit] {
  /// The places of the units in an order, equals as they stand; mostly all stand so already.
  func places(by isBefore: (Element, Element) -> Bool) -> [Int] {
    changedPlaces(by: isBefore) ?? Array<Int>(indices)
  }

  /// The same; `nil` where all stand so already.
  func changedPlaces(by isBefore: (Element, Element) -> Bool) -> [Int]? {
    if isInOrder(by: isBefore) { return nil }
    return indices.sorted { one, other in
      if isBefore(self[one], self[other]) { return true }
      return one < other && !isBefore(self[other], self[one])
    }
  }

  private func isInOrder(by isBefore: (Element, Element) -> Bool) -> Bool {
    // Looked at where they lie, for a copy of a unit counts its references.
    let units = span
    var place = 1
    while place < units.count {
      if isBefore(units[place], units[place - 1]) { return false }
      place += 1
    }
    return true
  }
}
