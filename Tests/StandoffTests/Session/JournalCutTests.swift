import Standoff
import TestSupport
import Testing

/// The journal of a session of 200 edits, cut at every byte: what was answered for before the cut is
/// there, and nothing else.
@Suite struct JournalCutTests {
  /// A session with its journal's bytes, and for each of its lines where it ends and what the
  /// standoff file would hold then.
  private struct Session200 {
    let desk: Desk
    var bytes: [UInt8] = []
    var steps: [(end: Int, text: String)] = []

    init() throws {
      desk = try Desk()
      var seed = Seed(200)
      let session = try desk.open(.interactive)
      var texts: [String] = []
      for number in 0..<200 {
        let lines = session.annotations.lineCount
        switch Int.random(in: 0..<8, using: &seed) {
        case 0 where lines > 0: try session.remove(Int.random(in: 0..<lines, using: &seed))
        case 1 where lines > 0: try session.undo(1)
        case 2: try session.redoOrAdd(number)
        default:
          try session.add(
            "T\(number)\tTopic 0 5\tMayor", at: Int.random(in: 0...lines, using: &seed))
        }
        texts.append(session.text)
      }
      session.release()
      bytes = desk.scratch.read(".galley/bridge.ann.journal") ?? []
      let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
      steps = Array(zip(ends, [""] + texts))
      try #require(ends.count == steps.count, "a line for the head and one for each edit")
    }
  }

  @Test func everyCutTellsAllThatWasAnsweredFor() throws {
    let session = try Session200()
    var lines = 0
    var read = JournalText([])
    for length in 0...session.bytes.count {
      if lines < session.steps.count, session.steps[lines].end == length {
        lines += 1
        read.goOn(with: Array(session.bytes[..<length]))
        #expect(read.ending == .whole)
      }
      var cut = read
      cut.goOn(with: Array(session.bytes[..<length]))
      let whole = lines > 0 ? session.steps[lines - 1].end : 0
      try #require(cut.length == whole, "cut at \(length)")
      try #require(cut.ending == (whole == length ? .whole : .torn), "cut at \(length)")
    }
    #expect(lines == 201)
  }

  /// Opening costs too much for every byte: before, at and behind the end of each line, and in it.
  @Test func whatIsOpenedAfterACutIsWhatItWas() throws {
    let session = try Session200()
    var begun = 0
    for (end, text) in session.steps {
      let before = session.steps.last { $0.end <= end - 1 }?.text ?? ""
      for (length, expected) in [((begun + end) / 2, before), (end - 1, before), (end, text)] {
        try session.desk.scratch.write(
          Array(session.bytes[..<length]), to: ".galley/bridge.ann.journal")
        let again = try session.desk.open(.interactive)
        try #require(again.text == expected, "cut at \(length)")
        again.release()
      }
      begun = end
    }
  }
}

extension Session {
  /// Does again what was undone last, or adds a line where nothing was.
  fileprivate func redoOrAdd(_ number: Int) throws {
    do {
      try redo(1)
    } catch {
      guard error.diagnostic.name == .nothingToRedo else { throw error }
      try add("T\(number)\tTopic 0 5\tMayor")
    }
  }
}
