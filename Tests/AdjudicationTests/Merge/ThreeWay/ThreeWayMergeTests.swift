import Adjudication
import Standoff
import TestSupport
import Testing

@Suite struct ThreeWayMergeTests {
  private let bench: MergeBench
  private let moss: AnnotationID
  private let pier: AnnotationID

  init() throws {
    var (first, second) = (AnnotationID(""), AnnotationID(""))
    bench = try MergeBench("Ida Moss said the old pier closes in June.\n") { draft in
      first = draft.add(label: "Speaker", ranges: [TextRange(0, 8)])
      second = draft.add(label: "Topic", ranges: [TextRange(22, 26)])
      draft.setAttribute("kind", to: "person", of: first)
    }
    (moss, pier) = (first, second)
  }

  /// What `validate` finds in a merged file, with the schema for news.
  private func findings(_ merge: ThreeWayMerge) -> Set<String> {
    Set(Validator().findings(in: merge.merged, schema: .news).map(\.name.rawValue))
  }

  private func expectMerged(
    _ merge: ThreeWayMerge, _ words: [String], _ kinds: [MergeConflict.Kind] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(merge.merged.inWords == words, sourceLocation: sourceLocation)
    #expect(merge.conflicts.map(\.kind) == kinds, sourceLocation: sourceLocation)
    #expect(merge.openConflicts == kinds.count, sourceLocation: sourceLocation)
    #expect(merge.merged.malformed.isEmpty, sourceLocation: sourceLocation)
    #expect(
      findings(merge) == (kinds.isEmpty ? [] : ["unresolved-conflict"]),
      sourceLocation: sourceLocation)
  }

  @Test func whatBothAddStands() throws {
    let merge = try bench.merge {
      $0.add(label: "Claim", ranges: [TextRange(14, 33)])
    } _: {
      $0.add(label: "Topic", ranges: [TextRange(37, 41)])
    }
    expectMerged(
      merge,
      ["Speaker Ida Moss kind=person", "Claim the old pier closes", "Topic pier", "Topic June"])
    #expect(merge.settled == 2 && merge.agreed == 2)
  }

  @Test func whatOneChangesAndTheOtherMakesAnewIsOne() throws {
    let changed: (inout Draft) -> Void = { $0.setLabel("Claim", of: pier) }
    let anew: (inout Draft) -> Void = {
      $0.remove(pier)
      $0.add(label: "Claim", ranges: [TextRange(22, 26)])
    }
    for merge in [try bench.merge(changed, anew), try bench.merge(anew, changed)] {
      expectMerged(merge, ["Speaker Ida Moss kind=person", "Claim pier"])
    }
  }

  private func set(_ lines: String...) -> AnnotationSet {
    AnnotationSet(parsing: Array(lines.map { $0 + "\n" }.joined().utf8), of: bench.article)
  }

  /// As a rebase makes them: its first step has given a line another id, and its second starts from there.
  @Test func idsThatAMergeGaveAreNoNews() throws {
    let base = set("T2\tTopic 22 26\tpier")
    let ours = set("T2\tSpeaker 0 8\tIda Moss", "T97552531\tTopic 22 26\tpier")
    let gone = try ThreeWayMerge(base: base, ours: ours, theirs: set())
    expectMerged(gone, ["Speaker Ida Moss"])
    let said = set("T2\tTopic 22 26\tpier", "A1\tsalience T2 main")
    let merge = try ThreeWayMerge(base: base, ours: ours, theirs: said)
    expectMerged(merge, ["Speaker Ida Moss", "Topic pier salience=main"])
  }

  @Test func endsThatWouldMeetAreAConflict() throws {
    let lines = "T1\tX 0 8\tIda Moss\nT2\tX 22 26\tpier\nT3\tX 37 41\tJune\n"
    let merge = try ThreeWayMerge(
      base: set(lines + "R1\tknows Arg1:T1 Arg2:T2"),
      ours: set(lines + "R1\tknows Arg1:T3 Arg2:T2"),
      theirs: set(lines + "R1\tknows Arg1:T1 Arg2:T3"))
    #expect(merge.conflicts.map(\.kind) == [.relation])
    #expect(merge.merged.inWords == ["X Ida Moss knows:June", "X pier", "X June knows:pier"])
  }

  @Test func topicsOfTheArticleAreKnownByTheirReferences() throws {
    let line = "0 42\tIda Moss said the old pier closes in June."
    func topic(_ number: Int, _ key: String) -> [String] {
      [
        "T\(number)\tTopic \(line)", "A\(number)\tScope T\(number) article",
        "N\(number)\tReference T\(number) local:\(key)\t\(key)",
      ]
    }
    func set(_ lines: [String]) -> AnnotationSet {
      AnnotationSet(parsing: Array(lines.map { $0 + "\n" }.joined().utf8), of: bench.article)
    }
    let merge = try ThreeWayMerge(
      base: set(topic(1, "v")), ours: set(topic(1, "u") + topic(2, "v")),
      theirs: set(topic(1, "v") + ["A9\tsalience T1 main"]))
    #expect(merge.conflicts.isEmpty)
    let salient = merge.merged.annotations.filter { annotation in
      merge.merged.attributes(of: annotation.id).contains { $0.name == "salience" }
    }
    #expect(salient.flatMap { merge.merged.references(of: $0.id).map(\.key) } == ["v"])
  }

  @Test func anotherEndInPlaceOfOneIsAConflict() throws {
    var ids: [AnnotationID] = []
    let bench = try MergeBench("Ida Moss and Tom Reyes said the old pier closes.\n") { draft in
      ids = [(0, 8), (13, 22), (32, 47)].map { draft.add(label: "X", ranges: [TextRange($0, $1)]) }
      draft.addRelation("by", from: ids[2], to: ids[2])
      draft.addReference("local", key: "a", to: ids[2])
      draft.addReference("wiki", key: "Q1", to: ids[2])
    }
    func relinked(_ end: Int, _ key: String) -> (inout Draft) -> Void {
      { draft in
        for relation in draft.set.relations(from: ids[2]) { draft.remove(relation.id) }
        draft.addRelation("by", from: ids[2], to: ids[end])
        draft.removeReferences(of: ids[2], database: "local")
        draft.addReference("local", key: key, to: ids[2])
      }
    }
    let merge = try bench.merge(relinked(0, "b"), relinked(1, "c"))
    #expect(merge.conflicts.map(\.kind) == [.relation, .attribute])
    #expect(merge.conflicts.map(\.name) == ["by", "ref"])
    #expect(merge.conflicts.last?.readings.map(\.value) == ["local:b", "local:c"])
    #expect(try bench.merge(relinked(0, "b"), relinked(0, "b")).conflicts.isEmpty)
    // Where the first stays nothing was put in its place.
    let more = try bench.merge(
      { $0.addRelation("by", from: ids[2], to: ids[0]) },
      { $0.addRelation("by", from: ids[2], to: ids[1]) })
    #expect(more.conflicts.isEmpty && more.merged.relations.count == 3)
  }

  @Test func whatBothAddAlikeIsOne() throws {
    let same: (inout Draft) -> Void = { $0.add(label: "Topic", ranges: [TextRange(37, 41)]) }
    let merge = try bench.merge(same, same)
    expectMerged(merge, ["Speaker Ida Moss kind=person", "Topic pier", "Topic June"])
  }

  @Test func theSameUnderTwoIDsIsOne() throws {
    let file = bench.base.text
    let ours = AnnotationSet(
      parsing: Array((file + "T7\tTopic 37 41\tJune\nA9\tcheck T7 a\n").utf8), of: bench.article)
    let theirs = AnnotationSet(
      parsing: Array((file + "T8\tTopic 37 41\tJune\nT7\tTopic 0 3\tIda\nA9\tcheck T7 b\n").utf8),
      of: bench.article)
    let merge = try ThreeWayMerge(base: bench.base, ours: ours, theirs: theirs)
    #expect(
      merge.merged.inWords == [
        "Speaker Ida Moss kind=person", "Topic Ida check=b", "Topic pier", "Topic June check=a",
      ])
    #expect(merge.conflicts.isEmpty)
  }

  @Test(arguments: [Int.max, 999_999_999, 1_000_000_000, 7, 0, -5])
  func whateverNumberAConflictHasTheNextHasItsOwn(_ number: Int) throws {
    let old = #"{"kind":"label","group":\#(number),"from":["ours"]}"#
    let merge = try bench.merge {
      $0.addNote(old, of: Note.conflictType, to: pier)
      $0.setAttribute("kind", to: "group", of: moss)
    } _: {
      $0.setAttribute("kind", to: "organization", of: moss)
    }
    let own = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1 && merge.openConflicts == 2)
    let groups = merge.merged.disputedGroups
    #expect(groups.count == 2)
    #expect(groups.contains { $0.number == own.group && $0.kind == .attribute })
    #expect(own.group == (number == 7 ? 8 : 1))
  }

  @Test func whatOneTakesAwayGoes() throws {
    let merge = try bench.merge {
      $0.remove(pier)
    } _: { _ in
    }
    expectMerged(merge, ["Speaker Ida Moss kind=person"])
    let other = try bench.merge {
      $0.remove(pier)
    } _: {
      $0.setAttribute("kind", to: "group", of: moss)
    }
    expectMerged(other, ["Speaker Ida Moss kind=group"])
    #expect(other.dropped.map(\.id) == [pier] && other.dropped.map(\.side) == [.theirs])
  }

  @Test func fieldsMergeByThemselves() throws {
    let merge = try bench.merge {
      $0.setLabel("Quote", of: pier)
      $0.addNote("see there", to: moss)
    } _: {
      $0.setRanges([TextRange(18, 26)], of: pier)
      $0.addReference("local", key: "moss", to: moss)
    }
    expectMerged(merge, ["Speaker Ida Moss kind=person", "Quote old pier"])
    #expect(merge.merged.notes(of: moss).map(\.text) == ["see there"])
    #expect(merge.merged.references(of: moss).map(\.key) == ["moss"])
  }

  @Test func deletedAgainstChangedStandsAndIsSaid() throws {
    let merge = try bench.merge {
      $0.remove(moss)
    } _: {
      $0.setAttribute("kind", to: "group", of: moss)
    }
    expectMerged(merge, ["Speaker Ida Moss kind=group", "Topic pier"], [.deleted])
    #expect(merge.conflicts[0].readings.map(\.ids) == [[], [moss]])
  }

  /// Taking away what is said of an annotation is a change of it too.
  @Test func deletedAgainstStrippedStandsAndIsSaid() throws {
    let merge = try bench.merge {
      $0.remove(moss)
    } _: {
      $0.removeAttribute("kind", of: moss)
    }
    expectMerged(merge, ["Speaker Ida Moss", "Topic pier"], [.deleted])
    #expect(merge.conflicts[0].readings.map(\.ids) == [[], [moss]])
  }

  @Test func whatANewRelationNamesComesBack() throws {
    var claim = AnnotationID("")
    let merge = try bench.merge {
      $0.remove(moss)
    } _: {
      claim = $0.add(label: "Claim", ranges: [TextRange(14, 33)])
      $0.addRelation("attributedTo", from: claim, to: moss)
    }
    expectMerged(
      merge,
      [
        "Speaker Ida Moss kind=person", "Claim the old pier closes attributedTo:Ida Moss",
        "Topic pier",
      ], [.deleted])
  }

  @Test func twoLabelsStandBoth() throws {
    let merge = try bench.merge {
      $0.setLabel("Quote", of: pier)
    } _: {
      $0.setLabel("Claim", of: pier)
      $0.setAttribute("stance", to: "favor", of: pier)
    }
    expectMerged(
      merge, ["Speaker Ida Moss kind=person", "Claim pier stance=favor", "Quote pier"], [.label])
    let record = try #require(merge.merged.notes(of: pier, type: "Conflict").first)
    #expect(record.text == #"{"kind":"label","group":1,"from":["theirs"]}"#)
  }

  @Test func twoBoundariesStandBoth() throws {
    let merge = try bench.merge {
      $0.setRanges([TextRange(18, 26)], of: pier)
    } _: {
      $0.setRanges([TextRange(14, 26)], of: pier)
    }
    expectMerged(
      merge, ["Speaker Ida Moss kind=person", "Topic the old pier", "Topic old pier"], [.boundary])
  }

  @Test func twoValuesStandBoth() throws {
    let merge = try bench.merge {
      $0.setAttribute("kind", to: "group", of: moss)
    } _: {
      $0.setAttribute("kind", to: "document", of: moss)
    }
    expectMerged(
      merge, ["Speaker Ida Moss kind=document kind=group", "Topic pier"], [.attribute])
    let record = try #require(merge.merged.notes(of: moss, type: "Conflict").first)
    #expect(
      record.text.hasPrefix(
        #"{"kind":"attribute","group":1,"from":["ours","theirs"],"name":"kind","#))
  }

  @Test func aValueAgainstNoneStands() throws {
    let merge = try bench.merge {
      $0.setAttribute("kind", to: "group", of: moss)
    } _: {
      $0.removeAttribute("kind", of: moss)
    }
    expectMerged(merge, ["Speaker Ida Moss kind=group", "Topic pier"], [.attribute])
  }

  @Test func twoTextsOfANoteStandBoth() throws {
    var note = AnnotationID("")
    let bench = try MergeBench("Ida Moss\n") {
      note = $0.addNote("who", to: $0.add(label: "Speaker", ranges: [TextRange(0, 8)]))
    }
    let merge = try bench.merge {
      $0.setNote("chair", of: note)
    } _: {
      $0.setNote("head", of: note)
    }
    #expect(merge.conflicts.map(\.kind) == [.text])
    let target = try #require(merge.merged.annotations.first)
    #expect(Set(merge.merged.notes(of: target.id).map(\.text)) == ["chair", "head"])
    #expect(findings(merge) == ["unresolved-conflict"])
  }

  @Test func aMergedFileMergesAgainAndItsConflictIsResolvedByOrdinaryActs() throws {
    let merge = try bench.merge {
      $0.setAttribute("kind", to: "group", of: moss)
    } _: {
      $0.setAttribute("kind", to: "document", of: moss)
    }
    var draft = Draft(merge.merged)
    draft.setAttribute("kind", to: "group", of: moss)
    for note in draft.set.notes(of: moss, type: "Conflict") { draft.remove(note.id) }
    let again = try ThreeWayMerge(base: merge.merged, ours: draft.set, theirs: merge.merged)
    expectMerged(again, ["Speaker Ida Moss kind=group", "Topic pier"])
    var other = Draft(merge.merged)
    other.add(label: "Topic", ranges: [TextRange(37, 41)])
    let both = try ThreeWayMerge(base: merge.merged, ours: draft.set, theirs: other.set)
    expectMerged(both, ["Speaker Ida Moss kind=group", "Topic pier", "Topic June"])
    let open = try ThreeWayMerge(base: merge.merged, ours: merge.merged, theirs: other.set)
    #expect(open.conflicts.isEmpty && open.openConflicts == 1)
  }

  @Test func linesThatCannotBeUsedAreKept() throws {
    let file = bench.base.text
    let ours = "T9 broken\r\n" + file.replacing("\n", with: "\r\n") + "# mine\n"
    let theirs = file + "what\n" + "T1000003\tTopic 37 41\tJune\n"
    let merge = try ThreeWayMerge(
      base: bench.base, ours: AnnotationSet(parsing: Array(ours.utf8), of: bench.article),
      theirs: AnnotationSet(parsing: Array(theirs.utf8), of: bench.article))
    let lines = merge.merged.text.split(separator: "\r\n").map(String.init)
    #expect(lines.first == "T9 broken" && Set(lines).isSuperset(of: ["# mine", "what"]))
    #expect(
      lines.contains("T1000003\tTopic 37 41\tJune")
        && lines.count == file.split(separator: "\n").count + 4)
  }

  @Test func groupsMergeByTheirMembers() throws {
    let lines = bench.base.text + "T3\tSpeaker 9 13\tsaid\n"
    func set(_ rest: String) -> AnnotationSet {
      AnnotationSet(parsing: Array((lines + rest).utf8), of: bench.article)
    }
    let old = set("*\tEquiv \(moss) T3\n")
    let merge = try ThreeWayMerge(
      base: old, ours: set("T4\tTopic 14 17\tthe\n*\tEquiv \(moss) T3 T4\n"),
      theirs: set("T5\tTopic 27 33\tcloses\n*\tEquiv \(moss) T3 T5\n"))
    #expect(merge.merged.groups.map { Set($0.members) } == [[moss, "T3", "T4", "T5"]])
    let less = try ThreeWayMerge(
      base: old, ours: set("T5\tTopic 27 33\tcloses\n*\tEquiv \(moss) T3 T5\n"), theirs: set(""))
    #expect(less.merged.groups.map(\.members.count) == [3])
  }

  @Test func eventsMergeByTheirArguments() throws {
    let lines = bench.base.text + "T3\tClose 27 33\tcloses\n"
    func set(_ rest: String) -> AnnotationSet {
      AnnotationSet(parsing: Array((lines + rest).utf8), of: bench.article)
    }
    let merge = try ThreeWayMerge(
      base: set("E1\tClose:T3\n"), ours: set("E1\tClose:T3 Who:\(moss)\n"),
      theirs: set("E1\tClose:T3 What:\(pier)\n"))
    #expect(merge.merged.events.map { $0.arguments.map(\.role) } == [["What", "Who"]])
    #expect(merge.conflicts.isEmpty)
  }

  /// One side takes a whole event away, the other changes the words of its trigger alone.
  @Test func anEventComesBackWithItsTriggerAndWhoTakesPart() throws {
    func set(_ lines: String) -> AnnotationSet {
      AnnotationSet(parsing: Array((bench.base.text + lines).utf8), of: bench.article)
    }
    let june = "T4\tTopic 37 41\tJune\n"
    let event = "E1\tClose:T3 When:T4\nA9\tkind E1 planned\n"
    let merge = try ThreeWayMerge(
      base: set("T3\tClose 27 33\tcloses\n" + june + event),
      ours: set("T3\tClose 27 36\tcloses in\n" + june + event), theirs: set(""))
    #expect(merge.merged.events.map(\.arguments.first?.id) == ["T4"])
    #expect(merge.merged["T4"] != nil)
    #expect(merge.merged.attributes(of: "E1").map(\.value) == ["planned"])
    #expect(merge.conflicts.map(\.kind) == [.deleted, .deleted])
  }

  /// One side takes a speaker away, the other describes her: she is back in events and groups, too.
  @Test func whatIsBackTakesPartAgain() throws {
    let pier = "T2\tTopic 22 26\tpier\nT3\tClose 27 33\tcloses\n"
    let moss = "T1\tSpeaker 0 8\tIda Moss\n"
    func set(_ lines: String) -> AnnotationSet {
      AnnotationSet(parsing: Array((moss + pier + lines).utf8), of: bench.article)
    }
    let event = "E1\tClose:T3 Who:T1 What:T2\n*\tSame T1 T2\n"
    let gone = AnnotationSet(
      parsing: Array((pier + "E1\tClose:T3 What:T2\n").utf8), of: bench.article)
    let merge = try ThreeWayMerge(
      base: set(event), ours: gone, theirs: set(event + "A1\tkind T1 person\n"))
    #expect(merge.conflicts.map(\.kind) == [.deleted])
    #expect(merge.merged.events[0].arguments.map(\.role) == ["What", "Who"])
    #expect(merge.merged.groups.map(\.members) == [["T1", "T2"]])
    var settling = Settling(merge.merged)
    try settling.settle(1, by: Verdict(.annotator("ours")))
    #expect(settling.draft.set.events[0].arguments.map(\.role) == ["What"])
    #expect(settling.draft.set.groups.isEmpty)
  }

  /// One side gives a trigger another label, the other puts the event on other words.
  @Test func anEventAndItsTriggerKeepOneLabel() throws {
    func set(_ lines: String) -> AnnotationSet {
      AnnotationSet(parsing: Array(lines.utf8), of: bench.article)
    }
    let ours = set("T1\tGift 9 13\tsaid\nE1\tGift:T1\n")
    let theirs = set("T1\tSay 27 33\tcloses\nE1\tSay:T1\n")
    for (one, other) in [(ours, theirs), (theirs, ours)] {
      let merged = try ThreeWayMerge(
        base: set("T1\tSay 9 13\tsaid\nE1\tSay:T1\n"), ours: one, theirs: other
      ).merged
      for event in merged.events { #expect(merged[event.trigger]?.label == event.label) }
    }
  }

  /// The number of a role is no part of what it says.
  @Test(arguments: [
    // One side puts another in front, and the other takes the first away.
    ("Who:T1", "Who:T2 Who2:T1", "", "Who:T2"),
    // One side only counts anew, and the other takes away or adds.
    ("Who:T1 Who2:T2", "Who:T2 Who2:T1", "Who:T1", "Who:T1"),
    ("Who:T1", "Who2:T1", "Who:T1 Who3:T2", "Who:T1 Who3:T2"),
    // Each adds one, and both have the second number.
    ("Who:T1", "Who:T1 Who2:T2", "Who:T1 Who2:T4", "Who:T1 Who2:T2 Who3:T4"),
    ("", "Who:T4", "Who:T2", "Who:T2 Who2:T4"),
    // Nine are before ten.
    (
      "Who:T1 Who9:T2", "Who:T1 Who9:T2 Who10:T4", "Who:T1 Who9:T2 What:T1",
      "What:T1 Who:T1 Who9:T2 Who10:T4"
    ),
  ])
  func rolesMergeWithoutTheirNumbers(
    _ base: String, _ ours: String, _ theirs: String, _ expected: String
  ) throws {
    let lines =
      "T1\tSpeaker 0 8\tIda Moss\nT2\tTopic 22 26\tpier\nT3\tClose 27 33\tcloses\n"
      + "T4\tTopic 37 41\tJune\n"
    func set(_ arguments: String) -> AnnotationSet {
      let event = ["E1\tClose:T3"] + (arguments.isEmpty ? [] : [arguments])
      return AnnotationSet(
        parsing: Array((lines + event.joined(separator: " ") + "\n").utf8), of: bench.article)
    }
    for (first, second) in [(ours, theirs), (theirs, ours)] {
      let merge = try ThreeWayMerge(base: set(base), ours: set(first), theirs: set(second))
      let said = merge.merged.events[0].arguments.map { "\($0.role):\($0.id)" }
      #expect(said.joined(separator: " ") == expected)
      #expect(merge.conflicts.isEmpty)
    }
  }

  @Test func articlesThatDifferAreRefused() throws {
    let other = bench.base.text.replacing("Ida Moss", with: "Tom Reys").replacing(
      "pier", with: "dock")
    #expect(throws: DiagnosticError.self) {
      try ThreeWayMerge(
        base: bench.base, ours: bench.base,
        theirs: AnnotationSet(parsing: Array(other.utf8), of: bench.article))
    }
  }

  /// What both added is one group where it has members in common, whichever side is ours; groups that one
  /// side has apart stay apart.
  @Test func groupsJoinOverBothSides() throws {
    let spans = (1...4).map { "T\($0)\tTopic \($0) \($0 + 1)\tx\n" }
      .joined()
    func merged(_ base: String, _ ours: String, _ theirs: String) throws -> [String] {
      func set(_ groups: String) -> AnnotationSet {
        AnnotationSet(parsing: Array((spans + groups).utf8), of: bench.base.article)
      }
      let merge = try ThreeWayMerge(base: set(base), ours: set(ours), theirs: set(theirs))
      return String(decoding: merge.merged.encoded(), as: UTF8.self).split(separator: "\n")
        .filter { $0.hasPrefix("*") }.map(String.init)
    }
    let (one, other) = ("*\tAs T1 T4\n*\tAs T2 T3\n", "*\tAs T1 T3\n")
    #expect(try merged("", one, other) == ["*\tAs T1 T2 T3 T4"])
    #expect(try merged("", other, one) == ["*\tAs T1 T2 T3 T4"])
    let apart = "*\tAs T1 T2\n*\tAs T2 T3\n"
    #expect(try merged(apart, apart, apart + "*\tOf T1 T4\n").count == 3)
    #expect(try merged("*\tAs T1 T2\n", apart, "*\tAs T1 T2\n*\tOf T1 T4\n").count == 3)
    #expect(
      try merged("*\tAs T1 T2\n", "*\tAs T1 T2 T4\n", "*\tAs T1 T2\n*\tAs T4 T3\n").count == 1)
  }

  /// A paragraph came in on one side: what the other adds behind it is on another article.
  @Test func whatMovedOnOneSideAloneIsOfAnotherEdition() throws {
    func set(_ lines: String) -> AnnotationSet {
      AnnotationSet(parsing: Array(lines.utf8), of: bench.base.article)
    }
    func spans(_ shift: Int) -> String {
      [("Ida", 0), ("Moss", 4), ("pier", 18), ("June", 33)].enumerated().map { number, word in
        let start = word.1 + (number > 1 ? shift : 0)
        return "T\(number + 1)\tTopic \(start) \(start + word.0.count)\t\(word.0)\n"
      }.joined()
    }
    let (base, moved) = (set(spans(0)), set(spans(100)))
    let behind = set(spans(0) + "T9\tCue 40 43\tand\n")
    let before = set(spans(0) + "T9\tCue 9 13\tsaid\n")
    for (ours, theirs) in [(moved, behind), (behind, moved)] {
      let error = #expect(throws: DiagnosticError.self) {
        try ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      }
      #expect(error?.diagnostic.name == .differentArticles)
    }
    #expect(try ThreeWayMerge(base: base, ours: moved, theirs: before).conflicts.isEmpty)
    #expect(try ThreeWayMerge(base: base, ours: moved, theirs: base).conflicts.isEmpty)
    let both = set(spans(100) + "T9\tCue 140 143\tand\n")
    #expect(try ThreeWayMerge(base: base, ours: moved, theirs: both).conflicts.isEmpty)
  }
}
