import Standoff
import Testing

@Suite struct EditTests {
  @Test func inverseOfInverseIsTheEdit() {
    let edit = Edit(hunks: [
      .init(line: 0, removed: [[1]], added: [[2], [3]]),
      .init(line: 4, removed: [[9], [8]], added: []),
      .init(line: 7, removed: [], added: [[7]]),
    ])
    #expect(edit.inverse.inverse == edit)
    #expect(edit.inverse.hunks.map(\.line) == [0, 5, 6])
  }
}
