import Adjudication
import Foundation
import Standoff
import TestSupport

/// Continua for law tests: nested, crossing, stacked, repeated and discontinuous units.
struct RandomContinuum {
  /// How many of them a law is shown; `GALLEY_LAWS` asks for more.
  static let rounds = asked ?? 100
  /// How many are asked for.
  static let asked = ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init)

  private var seed: Seed

  init(_ seed: UInt64) { self.seed = Seed(seed) }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &seed) }

  /// Units of up to `annotators` annotators, each with up to `units`, on `length` code points.
  mutating func make(
    annotators: ClosedRange<Int>, units: Int, length: Int = 30, labels: Int = 3,
    discontinuous: Bool = true
  ) -> Continuum {
    let count = Int.random(in: annotators, using: &seed)
    return Continuum(
      scope: TextRange(0, length),
      units: (0..<count).map { _ in
        (0..<below(units + 1)).compactMap { _ in
          unit(length: length, labels: labels, discontinuous: discontinuous)
        }
      })
  }

  private mutating func unit(length: Int, labels: Int, discontinuous: Bool) -> Continuum.Unit? {
    let pieces = discontinuous && below(5) == 0 ? 2 + below(2) : 1
    return Continuum.Unit(
      (0..<pieces).map { _ in
        let start = below(length - 1)
        return TextRange(start, min(length, start + 1 + below(9)))
      }, label: ["a", "b", "c", "d"][below(labels)])
  }

  /// The same with the annotators and each one's units in another order.
  mutating func shuffled(_ continuum: Continuum) -> Continuum {
    var units = continuum.units.map { list in list.shuffled(using: &seed) }
    units.shuffle(using: &seed)
    return Continuum(scope: continuum.scope, units: units)
  }

  /// Any alignment at all: each unit in some cluster with at most one of each annotator.
  mutating func alignment(of continuum: Continuum) -> [[Int?]] {
    var clusters: [[Int?]] = []
    for (annotator, units) in continuum.units.enumerated() {
      for index in units.indices {
        let open = clusters.indices.filter { clusters[$0][annotator] == nil }
        if let cluster = open.randomElement(using: &seed), below(3) > 0 {
          clusters[cluster][annotator] = index
        } else {
          var cluster: [Int?] = Array(repeating: nil, count: continuum.annotatorCount)
          cluster[annotator] = index
          clusters.append(cluster)
        }
      }
    }
    return clusters
  }
}

extension Continuum {
  /// The continuum moved by `distance` code points, with labels renamed.
  func moved(by distance: Int, renaming names: [String: String] = [:]) -> Continuum {
    Continuum(
      scope: TextRange(scope.lower.value + distance, scope.upper.value + distance),
      units: units.map { list in
        list.compactMap { unit in
          Unit(
            unit.fragments.map {
              TextRange($0.lower.value + distance, $0.upper.value + distance)
            }, label: names[unit.label] ?? unit.label)
        }
      })
  }

  /// Whether all annotators marked the same, however often each.
  var isUnanimous: Bool {
    let bags = units.map { list in list.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
    return bags.allSatisfy { $0 == bags.first }
  }
}
