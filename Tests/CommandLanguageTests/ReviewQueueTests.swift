import Testing

@testable import CommandLanguage

/// Where a review stands after its keys.
@Suite struct ReviewQueueTests {
  @Test func itemsComeInTheirOrder() {
    var queue = ReviewQueue(count: 3)
    #expect(queue.current == 0 && queue.left == 3)
    queue.note("marked", acts: 1)
    queue.note("moved", acts: 1, settled: 0)
    #expect(queue.current == 1)
    queue.pass()
    queue.note("marked", acts: 1)
    #expect(queue.current == nil && queue.left == 0 && queue.acts == 3)
    #expect(queue.tally.map(\.verdict) == ["marked", "moved"])
    #expect(queue.tally.map(\.count) == [2, 1])
  }

  @Test func aStepTakenBackLeadsToItsItem() {
    var queue = ReviewQueue(count: 9)
    queue.note("skipped", acts: 0)
    queue.pass()
    let before = queue
    queue.note("marked", times: 5, acts: 1, settled: 7)
    #expect(queue.current == nil)
    let step = queue.takeBack()
    #expect(step?.acts == 1 && step?.times == 5)
    #expect(queue == before && queue.current == 2)
    #expect(queue.takeBack()?.verdict == "skipped")
    #expect(queue == ReviewQueue(count: 9))
    #expect(queue.takeBack() == nil)
  }

  @Test func whatIsPutLastComesAgainOnce() {
    var queue = ReviewQueue(count: 3)
    queue.putLast()
    #expect(queue.current == 1 && queue.left == 3)
    queue.note("settled", acts: 1)
    queue.putLast()
    #expect(queue.current == 0)
    #expect(queue.takeBack()?.verdict == "put last")
    #expect(queue.current == 2)
    queue.putLast()
    // The second time it is left, and so is the last of all.
    queue.putLast()
    #expect(queue.current == 2)
    queue.putLast()
    #expect(queue.current == nil && queue.acts == 1)
    #expect(queue.tally.map(\.verdict) == ["settled", "skipped"])
    #expect(queue.tally.map(\.count) == [1, 2])
    while queue.takeBack() != nil {}
    #expect(queue == ReviewQueue(count: 3))
  }

  @Test func nothingToDecideIsTheEnd() {
    var queue = ReviewQueue(count: 0)
    #expect(queue.current == nil && queue.tally.isEmpty)
    queue.pass()
    #expect(queue.left == 0)
  }
}
