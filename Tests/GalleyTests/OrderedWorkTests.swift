import Synchronization
import TestSupport
import Testing

@testable import galley

@Suite struct OrderedWorkTests {
  @Test(arguments: [1, 2, 7], [0, 1, 2, 500]) func resultsComeInOrder(threads: Int, count: Int) {
    var taken: [Int] = []
    OrderedWork(threadCount: threads).results(of: Array(0..<count)) { number in
      // Some take much longer than others.
      (0..<(number % 13 == 0 ? 20_000 : 1)).reduce(number) { $0 ^ $1 ^ $1 }
    } take: {
      taken.append($0)
    } while: {
      true
    }
    #expect(taken == Array(0..<count))
  }

  /// However slow the taker is, only so many results wait for it.
  @Test func fewResultsExistAtATime() {
    let begun = Atomic(0)
    var taken = 0
    var most = 0
    OrderedWork(threadCount: 3).results(of: Array(0..<400)) { _ in
      begun.wrappingAdd(1, ordering: .relaxed)
    } take: { _ in
      most = max(most, begun.load(ordering: .relaxed) - taken)
      taken += 1
    } while: {
      true
    }
    #expect(taken == 400)
    #expect(most <= 3 * 8 + 1)
  }

  @Test func whatNobodyWantsIsLeftUndone() {
    let begun = Atomic(0)
    var taken = 0
    OrderedWork(threadCount: 2).results(of: Array(0..<10_000)) { _ in
      begun.wrappingAdd(1, ordering: .relaxed)
    } take: { _ in
      taken += 1
    } while: {
      taken < 5
    }
    #expect(taken == 5)
    #expect(begun.load(ordering: .relaxed) < 100)
  }

  /// What is being written when somebody stops it is written whole.
  @Test func whatIsBegunIsEndedWhereThatIsAskedFor() {
    let begun = Atomic(0)
    let ended = Atomic(0)
    var taken = 0
    OrderedWork(threadCount: 3, endsWhatIsBegun: true).results(of: Array(0..<1000)) { number in
      begun.wrappingAdd(1, ordering: .relaxed)
      let sum = (0..<20_000).reduce(number) { $0 ^ $1 }
      ended.wrappingAdd(1, ordering: .relaxed)
      return sum
    } take: { _ in
      taken += 1
    } while: {
      taken < 2
    }
    #expect(taken == 2)
    #expect(begun.load(ordering: .relaxed) == ended.load(ordering: .relaxed))
  }
}
