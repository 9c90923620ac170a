import Standoff

extension [Continuum.Unit] {
  /// The places of the units in an order, equals as they stand; mostly all stand so already.
  func places(by isBefore: (Element, Element) -> Bool) -> [Int] {
    guard indices.dropFirst().contains(where: { isBefore(self[$0], self[$0 - 1]) }) else {
      return Array<Int>(indices)
    }
    return indices.sorted { one, other in
      if isBefore(self[one], self[other]) { return true }
      return one < other && !isBefore(self[other], self[one])
    }
  }
}
