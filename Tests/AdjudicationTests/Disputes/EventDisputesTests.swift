import Adjudication
import Standoff
import Testing

/// What becomes of events when what is disputed about them, or about their triggers, is settled.
@Suite struct EventDisputesTests {
  private let article: Article

  init() throws { article = try Article(bytes: Array("Ida had given Moss a boat.\n".utf8)) }

  private func set(_ annotator: String, _ lines: String) -> AnnotatorSet {
    AnnotatorSet(
      annotator,
      AnnotationSet(parsing: Array(("T1\tPerson 0 3\tIda\n" + lines).utf8), of: article))
  }

  /// What two annotators come to, and what they come to as sides in git.
  private func bothMerges(
    _ one: AnnotatorSet, _ other: AnnotatorSet, base: AnnotationSet
  ) throws -> [AnnotationSet] {
    [
      try AnnotatorMerge(of: [one, other], policy: UnionPolicy()).merged,
      try ThreeWayMerge(base: base, ours: one.annotations, theirs: other.annotations).merged,
    ]
  }

  /// The events left, as label and words of the trigger with the roles, once all is settled for somebody;
  /// and the triggers that no event stands on.
  private func settled(
    _ sets: [AnnotatorSet], for name: String, _ policy: any MergePolicy = AgreedPolicy()
  ) throws -> [String] {
    let merge = try AnnotatorMerge(of: sets, policy: policy)
    var settling = Settling(merge.merged)
    for number in settling.groups.keys.sorted() where settling.groups[number] != nil {
      _ = try settling.settle(number, by: Verdict(.annotator(name)))
    }
    let set = settling.draft.set
    #expect(settling.groups.isEmpty && set.openConflictCount == 0)
    let findings = Validator().findings(in: set, schema: .news).map(\.name.rawValue)
    #expect(!findings.contains("wrong-trigger") && set.malformed.isEmpty, "\(set.text)")
    let events = set.events.map { event in
      let words = set[event.trigger].map { article.text(in: $0.ranges) } ?? "?"
      return (["\(event.label) \(words)"] + event.arguments.map(\.role)).joined(separator: " ")
    }
    let triggers = Set(set.events.map(\.trigger))
    let bare = set.annotations.filter { $0.label != "Person" && !triggers.contains($0.id) }
    return events.sorted() + bare.map { "\($0.label) alone" }
  }

  /// Cleo has marked nothing there, so that the triggers are what is disputed.
  @Test(arguments: [("Talk 8 13\tgiven", "Talk given"), ("Gift 4 13\thad given", "Gift had given")])
  func aTriggerGoesWithItsEvents(line: String, words: String) throws {
    let label = words.prefix(4)
    let sets = [
      set("ana", "T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\nE2\tGift:T2\n"),
      set("ben", "T2\t\(line)\nE1\t\(label):T2 Who:T1\nE2\t\(label):T2\n"), set("cleo", ""),
    ]
    for some in [sets, Array(sets.prefix(2))] {
      #expect(try settled(some, for: "ana") == ["Gift given", "Gift given Who"])
      #expect(try settled(some, for: "ben") == [words, words + " Who"])
    }
    #expect(try settled(sets, for: "cleo") == [])
  }

  @Test func anEventThatOthersHaveNotGoesAlone() throws {
    let sets = [
      set("ana", "T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\nE2\tGift:T2\n"),
      set("ben", "T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\n"),
    ]
    #expect(try settled(sets, for: "ben") == ["Gift given Who"])
    #expect(try settled(sets, for: "ana") == ["Gift given", "Gift given Who"])
  }

  /// Who says that there is no event has marked its trigger all the same.
  @Test func aTriggerStaysWhereTheEventAloneIsInQuestion() throws {
    let sets = [
      set("ana", "T2\tGift 8 13\tgiven\nA1\tsure T2 yes\n#1\tAnnotatorNotes T2\thm\n"),
      set("ben", "T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\nA1\tbig E1\n"),
    ]
    let merged = try AnnotatorMerge(of: sets).merged
    // brat gives up a file in which anything is said of a trigger.
    #expect(BratReading(of: merged.encoded(), on: article).opens)
    var settling = Settling(merged)
    let presence = try #require(settling.groups.values.first { $0.kind == .presence })
    let choices: [Verdict.Choice] = [.annotator("ana"), .none]
    for choice in choices {
      settling = Settling(merged)
      try settling.settle(presence.number, by: Verdict(choice))
      let set = settling.draft.set
      let trigger = try #require(set.annotations.first { $0.label == "Gift" })
      #expect(set.events.isEmpty && set.annotators(of: trigger.id) == ["ana", "ben"])
      // What ben said of his event goes with it, what ana said of the words does not.
      #expect(set.attributes(of: trigger.id).map(\.name) == ["sure"])
      #expect(set.notes(of: trigger.id, type: Note.freeType).map(\.text) == ["hm"])
      #expect(settling.groups.values.map(\.kind) == [.attribute])
      #expect(set.openConflictCount == 1, "\(set.text)")
    }
    #expect(try settled(sets, for: "ben") == ["Gift given Who"])
    #expect(try settled(sets, for: "ana") == ["Gift alone"])
    let base = AnnotationSet(parsing: Array(sets[1].annotations.text.utf8), of: article)
    let ours = Draft.removing("E1", sparingTriggerOf: base)
    let theirs = set("", "T2\tGift 8 13\tgiven\nE1\tGift:T2 To:T1\nA1\tbig E1\n").annotations
    settling = Settling(try ThreeWayMerge(base: base, ours: ours, theirs: theirs).merged)
    try settling.settle(1, by: Verdict(.annotator("ours")))
    #expect(settling.draft.set.annotations.map(\.label) == ["Person", "Gift"])
    #expect(settling.draft.set.events.isEmpty)
  }

  /// What is open about a trigger stands on one of its events, which may go.
  @Test func whatIsOpenAboutATriggerOutlivesItsEvents() throws {
    let given = "T2\tGift 8 13\tgiven\nE1\tGift:T2 "
    let sets = [
      set("ana", given + "Who:T1\n"), set("ben", given + "To:T1\n"),
      set("cleo", "T2\tGift 4 13\thad given\nE1\tGift:T2 To:T1\n"),
    ]
    let merged = try AnnotatorMerge(of: sets).merged
    for name in ["ana", "ben"] {
      var settling = Settling(merged)
      let roles = try #require(settling.groups.values.first { $0.kind == .relation })
      let outcome = try settling.settle(roles.number, by: Verdict(.annotator(name)))
      #expect(outcome.settledWithIt == [])
      #expect(settling.groups.values.map(\.kind) == [.boundary])
      #expect(settling.draft.set.openConflictCount == 2)
      let role = name == "ana" ? "Who" : "To"
      #expect(try settled(sets, for: name) == ["Gift given \(role)"])
    }
    #expect(try settled(sets, for: "cleo") == ["Gift had given To"])
  }

  /// What is disputed about who takes part is no dispute about the event.
  @Test func readingsOfOneThingAreOneArgument() throws {
    func lines(_ person: String, _ role: String) -> String {
      "T2\tPerson \(person)\nT3\tGift 8 13\tgiven\nE1\tGift:T3 \(role):T2\n"
        + "T4\tTalk 19 20\ta\nE2\tTalk:T4 About:E1\n"
    }
    let sets = [
      set("ana", lines("14 18\tMoss", "To")), set("ben", lines("14 20\tMoss a", "To")),
      set("cleo", lines("14 18\tMoss", "From")),
    ]
    let merge = try AnnotatorMerge(of: Array(sets.prefix(2)))
    #expect(merge.conflicts.map(\.kind) == [.boundary] && merge.dropped.isEmpty)
    for (name, words) in [("ana", "Moss"), ("ben", "Moss a")] {
      var settling = Settling(merge.merged)
      try settling.settle(1, by: Verdict(.annotator(name)))
      let set = settling.draft.set
      let moss = try #require(set.annotations.first { $0.extent.lower == ScalarOffset(14) })
      #expect(article.text(in: moss.ranges) == words)
      #expect(set.events.flatMap(\.arguments).map(\.id).contains(moss.id))
    }
    // Of an event that is disputed as well.
    let three = try AnnotatorMerge(of: sets)
    #expect(
      three.conflicts.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.boundary, .relation])
    #expect(three.merged.events.map(\.label).sorted() == ["Gift", "Gift", "Talk"])
    var settling = Settling(three.merged)
    for group in settling.groups.values where group.kind == .relation {
      try settling.settle(group.number, by: Verdict(.annotator("cleo")))
    }
    let set = settling.draft.set
    let gift = try #require(set.events.first { $0.label == "Gift" })
    #expect(gift.arguments.map(\.role) == ["From"])
    #expect(set.events.first { $0.label == "Talk" }?.arguments.map(\.id) == [gift.id])
  }

  /// One describes what another makes an event of.
  @Test func whatIsSaidOfATriggerStandsAtItsEvent() throws {
    let plain = "T2\tGift 8 13\tgiven\n"
    let described = set("ana", plain + "A1\tsure T2 yes\n#1\tAnnotatorNotes T2\thm\n")
    let event = set("ben", plain + "E1\tGift:T2 Who:T1\n")
    for merged in try bothMerges(described, event, base: set("", plain).annotations) {
      #expect(BratReading(of: merged.encoded(), on: article).opens, "\(merged.text)")
      let id = try #require(merged.events.first?.id)
      #expect(merged.attributes(of: id).map(\.name) == ["sure"])
      #expect(merged.notes(of: id, type: Note.freeType).map(\.text) == ["hm"])
      #expect(merged.openConflictCount == 0)
    }
  }

  /// One says of the words what another says of the event.
  @Test func whatTriggerAndEventBothHaveIsSaidOnce() throws {
    let plain = "T2\tGift 8 13\tgiven\n"
    let ana = set("ana", plain + "E1\tGift:T2\nA1\tsure E1 yes\n")
    let ben = set("ben", plain + "A1\tsure T2 yes\n")
    let base = set("", plain).annotations
    for merged in try bothMerges(ana, ben, base: base) {
      #expect(BratReading(of: merged.encoded(), on: article).opens, "\(merged.text)")
      #expect(merged.events.first.map { merged.attributes(of: $0.id).count } == 1)
    }
    let denied = set("ben", plain + "A1\tsure T2 no\n").annotations
    for (one, other) in [(ana.annotations, denied), (denied, ana.annotations)] {
      let merge = try ThreeWayMerge(base: base, ours: one, theirs: other)
      #expect(merge.conflicts.map(\.kind) == [.attribute])
      #expect(BratReading(of: merge.merged.encoded(), on: article).opens)
      var settling = Settling(merge.merged)
      try settling.settle(1, by: Verdict(.annotator("ours")))
      let values = settling.draft.set.records.filter { $0.kind == .attribute }.map(\.value)
      #expect(values == [one.events.isEmpty ? "no" : "yes"])
    }
    // Of two values that of the reading stands which is settled on.
    let sets = [
      set("ana", "T2\tGift 4 13\thad given\nA1\tsure T2 no\n"),
      set("ben", plain + "E1\tGift:T2\nA1\tsure E1 yes\n"),
    ]
    for (name, value) in [("ana", "no"), ("ben", "yes")] {
      var settling = Settling(try AnnotatorMerge(of: sets).merged)
      for number in settling.groups.keys.sorted() where settling.groups[number] != nil {
        try settling.settle(number, by: Verdict(.annotator(name)))
      }
      let left = settling.draft.set
      #expect(BratReading(of: left.encoded(), on: article).opens, "\(left.text)")
      #expect(left.records.filter { $0.kind == .attribute }.map(\.value) == [value], "\(left.text)")
    }
  }

  /// What one says of the words stands on the first of the events that another makes of them.
  @Test func whatIsSaidOfWordsOutlivesAllTheirEvents() throws {
    let plain = "T2\tGift 8 13\tgiven\n"
    let sets = [
      set("ana", plain + "A1\tsure T2\n"),
      set("ben", plain + "E1\tGift:T2\nE2\tGift:T2 Who:T1\n"),
    ]
    var settling = Settling(try AnnotatorMerge(of: sets).merged)
    for kind in [DisputedGroup.Kind.presence, .presence, .attribute] {
      let group = try #require(settling.groups.values.first { $0.kind == kind })
      #expect(try settling.settle(group.number, by: Verdict(.annotator("ana"))).settledWithIt == [])
    }
    let gift = try #require(settling.draft.set.annotations.first { $0.label == "Gift" })
    #expect(settling.draft.set.events.isEmpty && settling.groups.isEmpty)
    #expect(settling.draft.set.attributes(of: gift.id).map(\.name) == ["sure"])
  }

  /// An event that one side changed and the other took away with its trigger is one question, and comes
  /// back with all that is said of it.
  @Test func anEventTakenAwayWithItsTriggerIsOneQuestion() throws {
    func read(_ lines: String) -> AnnotationSet { set("", lines).annotations }
    let event = "T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\nE2\tGift:T2\n"
    let gone = read("")
    var merged = try ThreeWayMerge(
      base: read(event), ours: gone, theirs: read(event + "A1\tsure E1\nA2\tsure E2\n"))
    #expect(merged.conflicts.map(\.kind) == [.deleted, .deleted])
    var settling = Settling(merged.merged)
    let first = try #require(settling.groups.values.first { $0.ids == ["E1"] })
    try settling.settle(first.number, by: Verdict(.annotator("ours")))
    let second = try #require(settling.groups.values.first)
    try settling.settle(second.number, by: Verdict(.annotator("theirs")))
    #expect(settling.draft.set.events.map(\.id) == ["E2"])
    #expect(settling.groups.isEmpty)
    let described = event + "A1\tsure E1 yes\nN1\tReference E1 w:Q1\tit\n"
    let moved = described.replacing("8 13\tgiven", with: "4 13\thad given")
    merged = try ThreeWayMerge(base: read(described), ours: read(moved), theirs: gone)
    #expect(merged.merged.attributes(of: "E1").count == 1)
    #expect(merged.merged.references(of: "E1").count == 1)
  }

  /// One side calls the trigger otherwise, the other puts an event on it.
  @Test func eventsKeepTheLabelOfTheirTrigger() throws {
    func read(_ lines: String) -> AnnotationSet { set("", lines).annotations }
    let base = read("T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\n")
    let ours = read("T2\tTalk 8 13\tgiven\nE1\tTalk:T2 Who:T1\n")
    let theirs = read("T2\tGift 8 13\tgiven\nE1\tGift:T2 Who:T1\nE2\tGift:T2 About:T1\n")
    for (one, other) in [(ours, theirs), (theirs, ours)] {
      let merge = try ThreeWayMerge(base: base, ours: one, theirs: other)
      #expect(merge.conflicts.isEmpty)
      #expect(merge.merged.events.map(\.label) == ["Talk", "Talk"])
      #expect(merge.merged.annotations.map(\.label) == ["Person", "Talk"])
    }
  }
}

extension Draft {
  /// A set without an event whose trigger stays, as an editor would leave it.
  fileprivate static func removing(
    _ event: String, sparingTriggerOf set: AnnotationSet
  ) -> AnnotationSet {
    let lines = set.text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !line.hasPrefix(event + "\t") && !line.contains(" " + event)
    }
    return AnnotationSet(parsing: Array(lines.joined(separator: "\n").utf8), of: set.article)
  }
}
