import Adjudication
import Standoff
import Testing

/// The alpha family of Krippendorff, Mathet, Bouvry and Widlöcher (2016) against the oracle.
@Suite struct UnitizedAlphaTests {
  @Test(.enabled(if: Oracle.isThere)) func bothReadingsOfTheOracle() throws {
    var count = 0
    for set in try Oracle.sets() {
      guard let exact = set.value.at("u_alpha_family_2016", "exact") else { continue }
      let continuum = try set.continuum()
      for reading in UnitizedAlpha.Reading.allCases {
        let found = UnitizedAlpha([continuum], reading: reading)
        let name = "\(set.name) \(reading)"
        try same(found.value, exact["u_alpha"], name)
        try same(found.boundaries, exact["binary_u_alpha"], name)
        try same(found.labels, exact["cu_alpha_\(reading)"], name)
        for (label, value) in exact["k_u_alpha_\(reading)"]?.members ?? [] {
          try same(try #require(found.byLabel[label]), value, "\(name) \(label)")
          try same(
            try #require(found.coverage[label]), exact.at("coverage", label), "\(name) \(label)")
          count += 2
        }
        count += 3
        let package = set.value.at("u_alpha_family_2016", "ref")?.members.first?.value.double
        if let package, let number = found.value.number {
          #expect(abs(number - package) <= 1e-9, "\(name)")
        }
      }
    }
    #expect(count > 150)
  }

  private func same(_ found: AgreementValue, _ expected: JSONValue?, _ name: String) throws {
    let expected = try #require(expected)
    guard let number = expected.double else {
      #expect(expected == .null && found.number == nil, "\(name): \(found)")
      return
    }
    let value = try #require(found.number, "\(name): \(found)")
    #expect(abs(value - number) <= 1e-12 * max(1, abs(number)), "\(name): \(value), not \(number)")
  }

  @Test func noValueWhereUnitsOverlap() throws {
    let wide = try #require(Continuum.Unit([TextRange(2, 9)], label: "a"))
    let inside = try #require(Continuum.Unit([TextRange(4, 6)], label: "b"))
    let nested = Continuum(scope: TextRange(0, 20), units: [[wide, inside], [wide]])
    let found = UnitizedAlpha([nested])
    #expect(found.value == .undefined(.overlap) && found.byLabel["b"] == .undefined(.overlap))
    let empty = UnitizedAlpha([Continuum(scope: TextRange(0, 20), units: [[], []])])
    #expect(empty.value == .undefined(.nothingMarked))
    #expect(empty.boundaries == .undefined(.nothingMarked))
    #expect(empty.labels == .undefined(.nothingShared))
  }

  @Test func theSameIsOne() throws {
    let units = [(0, 4, "a"), (6, 9, "b")].compactMap {
      Continuum.Unit([TextRange($0.0, $0.1)], label: $0.2)
    }
    let found = UnitizedAlpha([Continuum(scope: TextRange(0, 20), units: [units, units, units])])
    #expect(found.value == .number(1) && found.boundaries == .number(1))
    #expect(found.labels == .number(1) && found.byLabel["a"] == .number(1))
  }
}
