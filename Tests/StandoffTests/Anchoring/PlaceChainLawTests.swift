import Foundation
import TestSupport
import Testing

@testable import Standoff

/// The best chain and its leads, held against all chains there are; `GALLEY_LAWS` asks for more rounds.
@Suite struct PlaceChainLawTests {
  static let rounds = ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 300

  @Test(arguments: 0..<rounds) func noChainIsWorthMore(seed: UInt64) {
    var random = Seed(seed)
    let quotations = randomQuotations(&random)
    let costs = ShiftCosts(in: 60)
    let chain = PlaceChain(quotations, costs)
    let chosen = chain.choices.map { $0?.place }
    let best = bestWorth(quotations, costs) { _, _ in true }
    #expect(worth(of: chosen, quotations, costs) == best, "seed \(seed)")
    for (number, choice) in chain.choices.enumerated() {
      guard let choice else { continue }
      // The best chain with another place for these words.
      let others = quotations[number].places.filter { $0 != choice.place }
      guard !others.isEmpty else {
        #expect(choice.lead == .max, "seed \(seed)")
        continue
      }
      let other = others.map { place in
        bestWorth(quotations, costs, through: number) { $0 != number || $1 == place }
      }.max()
      #expect(other.map { best - $0 } == choice.lead, "seed \(seed): quotation \(number)")
    }
  }

  private func randomQuotations(_ random: inout Seed) -> [PlaceChain.Quotation] {
    let olds = (0..<Int.random(in: 1...5, using: &random)).map { _ -> Range<Int> in
      let start = Int.random(in: 0..<40, using: &random)
      return start..<start + Int.random(in: 1...8, using: &random)
    }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return olds.map { old in
      let shifts = [0, 0, 3, -3, 20, Int.random(in: -30...30, using: &random)]
      let count = Int.random(in: 0...3, using: &random)
      let places = Set(
        (0..<count).map { _ in
          old.lowerBound + shifts[Int.random(in: 0..<shifts.count, using: &random)]
        })
      return PlaceChain.Quotation(
        old: old, places: places.sorted(), worth: Int.random(in: 1...20, using: &random))
    }
  }

  /// What the best chain is worth of those whose places are allowed; through one of them, if that is asked.
  private func bestWorth(
    _ quotations: [PlaceChain.Quotation], _ costs: ShiftCosts, through needed: Int? = nil,
    where isAllowed: (Int, Int) -> Bool
  ) -> Int {
    var best = needed == nil ? 0 : Int.min
    var chosen: [Int?] = quotations.map { _ in nil }
    func choose(_ number: Int) {
      guard number < quotations.count else {
        if let needed, chosen[needed] == nil { return }
        if let worth = worth(of: chosen, quotations, costs) { best = max(best, worth) }
        return
      }
      chosen[number] = nil
      choose(number + 1)
      for place in quotations[number].places where isAllowed(number, place) {
        chosen[number] = place
        choose(number + 1)
      }
      chosen[number] = nil
    }
    choose(0)
    return best
  }

  /// What a chain is worth; `nil` where its places cannot follow each other.
  private func worth(
    of chosen: [Int?], _ quotations: [PlaceChain.Quotation], _ costs: ShiftCosts
  ) -> Int? {
    var sum = 0
    var last: (old: Range<Int>, new: Range<Int>)?
    for (place, quotation) in zip(chosen, quotations) {
      guard let place else { continue }
      let old = quotation.old
      let new = place..<place + old.count
      let shift = place - old.lowerBound
      if let last {
        let before = last.new.lowerBound - last.old.lowerBound
        let isBehind =
          last.old.upperBound <= old.lowerBound && last.new.upperBound <= new.lowerBound
        guard before == shift || isBehind else { return nil }
        sum -= costs.cost(from: before, to: shift)
      } else {
        sum -= costs.start(at: shift)
      }
      sum += quotation.worth
      last = (old, new)
    }
    return sum
  }
}
