import Standoff
import TestSupport
import Testing

/// Whoever looks on sees what the session at work has: its annotations under its handles, whenever
/// looking began.
@Suite struct FollowingTests {
  private func following(_ desk: Desk) throws -> Following {
    try Following(on: SystemDisk()) { () throws(DiagnosticError) in
      do {
        return try desk.open(.reading)
      } catch {
        throw error as? DiagnosticError ?? DiagnosticError(.readFailed, "\(error)")
      }
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func seesWhatTheSessionHas(number: UInt64) throws {
    var seed = Seed(number)
    let desk = try Desk()
    try desk.scratch.write("T900\tTopic 6 9\tAda\n", to: "bridge.ann")
    var early = try following(desk)
    var acts = 0
    for visit in 0..<6 {
      let session = try desk.open(.interactive)
      for _ in 0..<Int.random(in: 1...9, using: &seed) {
        try Self.step(session, &acts, &seed)
        guard Int.random(in: 0..<3, using: &seed) > 0 else { continue }
        _ = try early.refresh()
        let late = try following(desk)
        for seen in [early.session, late.session] {
          let context: Comment = "seed \(number), visit \(visit), act \(acts)"
          try #require(seen.text == session.text, context)
          for annotation in session.annotations.annotations {
            let id = annotation.id
            #expect(seen.handles.handle(of: id) == session.handles.handle(of: id), context)
          }
          #expect(seen.handles.names == session.handles.names, context)
        }
        #expect(try !early.refresh(), "nothing happened since")
      }
      switch Int.random(in: 0..<3, using: &seed) {
      case 0: session.release()
      case 1: try session.close(discarding: true)
      default: try session.close()
      }
      _ = try early.refresh()
      #expect(early.session.text == session.text)
    }
  }

  @Test func saysWhatTheLastActTouched() throws {
    let desk = try Desk()
    let session = try desk.open(.interactive)
    try session.add("T1\tSpeaker 6 15\tAda Brook")
    var following = try following(desk)
    #expect(following.touched == [TextRange(6, 15)])
    try session.add("T2\tClaim 25 43\tThe bridge is safe")
    #expect(try following.refresh())
    #expect(following.touched == [TextRange(25, 43)])
    try session.add("A1\tstance T1 against")
    #expect(try following.refresh())
    #expect(following.touched == [TextRange(6, 15)])
    try session.save()
    #expect(try following.refresh())
    #expect(following.touched == [TextRange(6, 15)], "saving touches nothing")
    try session.undo(2)
    #expect(try following.refresh())
    #expect(following.touched.contains(TextRange(25, 43)))
    session.release()
  }

  /// Between two looks a shell may begin and act, and a script begin and end.
  @Test(arguments: [SessionRequest.Access.interactive, .script])
  func saysWhatWasTouchedByWhoeverCameBetween(_ access: SessionRequest.Access) throws {
    let desk = try Desk()
    var following = try following(desk)
    let session = try desk.open(access)
    try session.add("T1\tSpeaker 6 15\tAda Brook")
    if access == .script { try session.close() }
    #expect(try following.refresh())
    #expect(following.touched == [TextRange(6, 15)])
    session.release()
    // One that begins and does nothing moves nobody's window.
    let next = try desk.open(.interactive)
    #expect(try following.refresh())
    #expect(following.touched.isEmpty)
    next.release()
  }

  @Test func takesUpWhatOthersWrite() throws {
    let desk = try Desk()
    var following = try following(desk)
    try desk.scratch.write("T1\tSpeaker 6 15\tAda Brook\n", to: "bridge.ann")
    #expect(try following.refresh())
    #expect(following.session.handles.handle(of: AnnotationID("T1")) == "s1")
    try desk.scratch.write("Mayor Ada Brook went.\n", to: "bridge.txt")
    #expect(try following.refresh())
    #expect(following.session.article.text(in: TextRange(16, 20)) == "went")
    desk.scratch.remove("bridge.txt")
    #expect(failure { _ = try following.refresh() } == "no-such-file")
    #expect(try !following.refresh(), "asked once for each change")
    try desk.scratch.write(Desk.article, to: "bridge.txt")
    #expect(try following.refresh())
    #expect(following.session.article.text(in: TextRange(16, 21)) == "spoke")
  }

  private static func step(_ session: Session, _ acts: inout Int, _ seed: inout Seed) throws {
    acts += 1
    switch Int.random(in: 0..<10, using: &seed) {
    case 0: _ = try? session.undo(Int.random(in: 1...3, using: &seed))
    case 1: _ = try? session.redo(Int.random(in: 1...3, using: &seed))
    case 2: try session.save()
    case 3 where session.annotations.lineCount > 0:
      try session.remove(Int.random(in: 0..<session.annotations.lineCount, using: &seed))
    default:
      let label = ["Speaker", "Topic", "Claim"].randomElement(using: &seed) ?? "Topic"
      let start = Int.random(in: 0..<15, using: &seed)
      let names = ["ada", "bo", nil, nil, nil]
      try session.add(
        "T\(acts)\t\(label) \(start) \(start + 5)\twords",
        at: Int.random(in: 0...session.annotations.lineCount, using: &seed),
        name: names.randomElement(using: &seed) ?? nil)
    }
  }
}
