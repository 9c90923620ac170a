import Adjudication
import Standoff
import Testing

/// Krippendorff, On the Reliability of Unitizing Continuous Data, 1995, page 57: four labels on a
/// continuum of 24, and the same stretched so far that the measuring unit no longer counts.
@Suite struct Krippendorff1995Tests {
  static let units: [String: [[(Int, Int)]]] = [
    "A": [[(2, 10), (14, 20)], [(4, 8), (15, 17)]],
    "B": [[(0, 18)], [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)]],
    "C": [
      [(2, 8), (10, 12), (14, 18), (20, 22)], [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)],
    ],
    "D": [
      [(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)],
      [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)],
    ],
  ]

  private func continuum(stretched scale: Int) -> Continuum {
    Continuum(
      scope: TextRange(0, 24 * scale),
      units: (0..<2).map { annotator in
        Self.units.sorted { $0.key < $1.key }.flatMap { label, lists in
          lists[annotator].compactMap {
            Continuum.Unit([TextRange($0.0 * scale, $0.1 * scale)], label: label)
          }
        }
      })
  }

  @Test(arguments: [("A", 0.03125), ("B", 2.26736), ("C", 0.02777), ("D", 0.38715)])
  func observedDisagreement(label: String, published: Double) throws {
    let found = try AlphaU.disagreement(of: [continuum(stretched: 1)], label: label).get()
    #expect(abs(found.observed - published) < 1e-5)
  }

  /// The tolerance is that of dkpro-statistics, which suspects a slip in the paper.
  @Test(arguments: [("A", 0.553), ("B", -0.926), ("C", 0.679), ("D", 0.066)])
  func alphaOfTheStretchedContinuum(label: String, published: Double) throws {
    let found = AlphaU.value(of: [continuum(stretched: 50_000)], label: label)
    #expect(abs(try #require(found.number) - published) < 0.02)
  }
}
