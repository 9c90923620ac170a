import Standoff
import Testing

@Suite struct SessionTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  static let mayor = "T1\tSpeaker 6 15\tAda Brook"
  static let claim = "T2\tClaim 25 43\tThe bridge is safe"

  @Test func whatIsDoneAtThePromptIsSavedOnClosing() throws {
    let session = try desk.open(.interactive)
    try session.add(Self.mayor, name: "ada")
    #expect(desk.standoff == nil)
    #expect(session.hasUnsaved)
    try session.close()
    #expect(desk.standoff == Self.mayor + "\n")
    #expect(desk.scratch.text("bridge.txt") == Desk.article)
    #expect(desk.scratch.names() == [".galley", "bridge.ann", "bridge.txt"])
    #expect(desk.scratch.names(".galley") == ["bridge.ann.base", "bridge.ann.journal"])
  }

  @Test func whatWasAnsweredForIsRestored() throws {
    do {
      let session = try desk.open(.interactive)
      try session.add(Self.mayor, name: "ada")
      try session.add(Self.claim)
      session.release()
    }
    let session = try desk.open(.interactive)
    #expect(session.text == Self.mayor + "\n" + Self.claim + "\n")
    #expect(session.notices.map(\.message) == ["Restored 2 acts that were not yet saved"])
    #expect(session.handles.id(named: "ada") == "T1")
    #expect(session.handles.handle(of: "T2") == "c1")
    try session.save()
    #expect(desk.standoff == session.text)
    #expect(!session.hasUnsaved)
  }

  @Test func undoReachesIntoEarlierSessions() throws {
    let first = try desk.open(.interactive)
    try first.add(Self.mayor)
    try first.close()
    let second = try desk.open(.interactive)
    try second.add(Self.claim)
    #expect(try second.undo(2).map(\.command) == ["tag T2", "tag T1"])
    #expect(second.text == "")
    try second.close()
    #expect(desk.standoff == "")
    let third = try desk.open(.interactive)
    #expect(try third.redo().map(\.command) == ["tag T1"])
    try third.close()
    #expect(desk.standoff == Self.mayor + "\n")
  }

  @Test func aScriptThatIsNotCommittedTouchesNothing() throws {
    let before = desk.scratch.listing()
    do {
      let session = try desk.open(.script)
      try session.add(Self.mayor)
      try session.close(discarding: true)
    }
    #expect(desk.scratch.listing() == before)
    let session = try desk.open(.script)
    try session.add(Self.mayor)
    try session.close()
    #expect(desk.standoff == Self.mayor + "\n")
  }
}
