import Standoff
import TestSupport
import Testing

/// Random acts, with sessions that end well, are killed or run as scripts at random places, against
/// a model that holds every state in memory.
@Suite struct SessionLawTests {
  /// One act with the text it leads to.
  private struct Step: Equatable {
    var number: Int
    var text: String
    var name: String?
    var id: AnnotationID?
  }

  /// What a session should be, told by the states alone.
  private struct Model {
    var done: [Step] = []
    var undone: [Step] = []
    var saved: [Step] = []

    var text: String { done.last?.text ?? "" }

    mutating func undo(_ count: Int) {
      for _ in 0..<count { if let step = done.popLast() { undone.append(step) } }
    }

    mutating func redo(_ count: Int) {
      for _ in 0..<count { if let step = undone.popLast() { done.append(step) } }
    }

    mutating func revert() {
      let common = zip(done, saved).prefix { $0 == $1 }.count
      undo(done.count - common)
      let missing = saved.count - common
      if undone.suffix(missing).elementsEqual(saved[common...].reversed()) {
        redo(missing)
      } else {
        (done, undone) = (saved, [])
      }
    }

    var names: [String: AnnotationID] {
      done.reduce(into: [:]) { names, step in
        if let name = step.name { names[name] = step.id }
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func anySessionsLeaveWhatTheyShould(number: UInt64) throws {
    var seed = Seed(number)
    let desk = try Desk()
    var model = Model()
    var acts = 0
    for visit in 0..<14 {
      let isScript = Int.random(in: 0..<3, using: &seed) == 0
      let session = try desk.open(isScript ? .script : .interactive)
      let context: Comment = "seed \(number), visit \(visit)"
      try #require(session.text == model.text, context)
      #expect(session.handles.names == model.names, context)
      #expect(session.hasUnsaved == (model.done != model.saved), context)
      let before = model
      for _ in 0..<Int.random(in: 0...9, using: &seed) {
        try Self.step(session, &model, &acts, isScript, &seed)
        try #require(session.text == model.text, context)
        #expect(session.handles.names == model.names, context)
      }
      switch Int.random(in: 0..<4, using: &seed) {
      case 0 where !isScript:
        try session.close(discarding: true)
        model.revert()
      case 1:
        session.release()
        if isScript { model = before }
      default:
        let hasChanged = model.done != before.done
        try session.close()
        if isScript, !hasChanged { model = before } else { model.saved = model.done }
      }
      if model.done == model.saved { #expect(desk.standoff ?? "" == model.text, context) }
      #expect(try Self.replayed(desk) == model.text, context)
    }
    #expect(acts > 20)
  }

  private static func step(
    _ session: Session, _ model: inout Model, _ acts: inout Int, _ isScript: Bool,
    _ seed: inout Seed
  ) throws {
    switch Int.random(in: 0..<12, using: &seed) {
    case 0..<2:
      let count = Int.random(in: 1...3, using: &seed)
      if model.done.isEmpty {
        #expect(failure { try session.undo(count) } == "nothing-to-undo")
      } else {
        #expect(try session.undo(count).count == min(count, model.done.count))
      }
      model.undo(count)
    case 2..<4:
      let count = Int.random(in: 1...3, using: &seed)
      if model.undone.isEmpty {
        #expect(failure { try session.redo(count) } == "nothing-to-redo")
      } else {
        #expect(try session.redo(count).count == min(count, model.undone.count))
      }
      model.redo(count)
    case 4 where !isScript:
      try session.save()
      model.saved = model.done
    case 5:
      try session.revert()
      model.revert()
    default:
      acts += 1
      let (edit, text) = Self.edit(of: session, number: acts, &seed)
      let name = Bool.random(using: &seed) ? ["ada", "bo", "cy"].randomElement(using: &seed) : nil
      let id = AnnotationID("T\(acts)")
      try session.perform(edit, as: "act \(acts)", names: name.map { [$0: id] } ?? [:])
      model.done.append(Step(number: acts, text: text, name: name, id: id))
      model.undone = []
    }
  }

  /// A random edit of one or two hunks, always with one new line, and the text it leads to.
  private static func edit(
    of session: Session, number: Int, _ seed: inout Seed
  ) -> (Edit, String) {
    var lines = (0..<session.annotations.lineCount).map { session.annotations.line($0) }
    let place = Int.random(in: 0...lines.count, using: &seed)
    let removed = lines[place...].prefix(Int.random(in: 0...2, using: &seed))
    let added = Array("T\(number)\tTopic 0 5\tMayor\n".utf8)
    var hunks = [Edit.Hunk(line: place, removed: Array(removed), added: [added])]
    lines.replaceSubrange(removed.indices, with: [added])
    if place > 1, Bool.random(using: &seed) {
      hunks.insert(.init(line: 0, removed: [lines[0]], added: []), at: 0)
      lines.removeFirst()
    }
    return (Edit(hunks: hunks), String(decoding: lines.joined(), as: UTF8.self))
  }

  /// The text that the journal's lines make of its base, read one after the other as a person would.
  private static func replayed(_ desk: Desk) throws -> String {
    guard let bytes = desk.scratch.read(".galley/bridge.ann.journal") else {
      return desk.standoff ?? ""
    }
    var line = JournalLine()
    var set = AnnotationSet(
      parsing: try #require(desk.scratch.read(".galley/bridge.ann.base")),
      of: try Article(bytes: []))
    var (done, undone): ([Edit], [Edit]) = ([], [])
    for (number, text) in bytes.split(separator: 0x0A).enumerated() {
      if number == 0 {
        let header = line.header(text)
        try #require(header != nil)
        continue
      }
      let record = line.record(text)
      switch try #require(record).event {
      case .act(let act):
        try set.apply(act.edit)
        done.append(act.edit)
        undone = []
      case .undo(let count):
        for _ in 0..<count {
          let last = done.popLast()
          let edit = try #require(last)
          try set.apply(edit.inverse)
          undone.append(edit)
        }
      case .redo(let count):
        for _ in 0..<count {
          let last = undone.popLast()
          let edit = try #require(last)
          try set.apply(edit)
          done.append(edit)
        }
      case .saving, .saved: break
      }
    }
    return String(decoding: set.encoded(), as: UTF8.self)
  }
}
