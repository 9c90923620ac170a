import Adjudication
import Standoff
import TestSupport
import Testing

/// Merges of annotators, case by case.
@Suite struct AnnotatorMergeTests {
  private let bench: MergeBench

  init() throws {
    bench = try MergeBench("Ida Moss said the old pier closes in June, and nobody asked her.\n")
  }

  private typealias Acts = (inout Draft) -> Void

  /// Merges ana, ben, cleo and so on, each after acts.
  private func merge(
    _ acts: Acts..., policy: any MergePolicy = AgreedPolicy(), boundaries: BoundaryRule = .exact
  ) throws -> AnnotatorMerge {
    let names = ["ana", "ben", "cleo", "dan"]
    return try AnnotatorMerge(
      of: zip(names, acts).map { AnnotatorSet($0, bench.changed($1)) }, policy: policy,
      boundaries: boundaries)
  }

  private func tag(_ label: String, _ words: String, _ more: @escaping Acts = { _ in }) -> Acts {
    { draft in
      let ranges = (try? bench.words(words)) ?? []
      draft.add(label: label, ranges: ranges)
      more(&draft)
    }
  }

  private func records(_ merge: AnnotatorMerge, _ type: String) -> [String] {
    merge.merged.annotations.flatMap { merge.merged.notes(of: $0.id, type: type).map(\.text) }
  }

  @Test func whatAllHaveStands() throws {
    let acts = tag("Speaker", "Ida Moss")
    let merge = try merge(acts, acts, acts)
    #expect(merge.merged.inWords == ["Speaker Ida Moss"])
    #expect(merge.agreed == 1 && merge.settled == 0 && merge.conflicts.isEmpty)
    #expect(records(merge, "Annotators") == [#"["ana","ben","cleo"]"#])
  }

  @Test func whoCannotBeNamedInAFileIsRefused() throws {
    for name in ["José", "a b", "", "a\"b", "a\n"] {
      let sets = [name, "ben"].map { AnnotatorSet($0, bench.changed(tag("Speaker", "Moss"))) }
      #expect(throws: DiagnosticError.self) { try AnnotatorMerge(of: sets) }
    }
  }

  @Test func otherArticlesAreRefusedWhateverIsQuoted() throws {
    let other = try MergeBench("Completely other words stand here, in an article of its own.\n")
    let set = other.changed { $0.add(label: "Speaker", ranges: [TextRange(0, 10)]) }
    do {
      _ = try AnnotatorMerge(
        of: [AnnotatorSet("ana", bench.changed(tag("Speaker", "Moss"))), AnnotatorSet("ben", set)])
      Issue.record("it was merged")
    } catch {
      #expect(error.diagnostic.name == .differentArticles)
    }
  }

  @Test(arguments: [1, 99, -1]) func anAnswerThatIsMadeUpLeavesItOpen(_ answer: Int) throws {
    struct Odd: MergePolicy {
      let name = "odd"
      let answer: Int
      func verdict(on ballot: Ballot) -> Ballot.Verdict { .stands(answer) }
    }
    let merge = try self.merge(
      tag("Speaker", "Ida Moss") { draft in
        guard let id = draft.set.annotations.first?.id else { return }
        draft.setAttribute("kind", to: "person", of: id)
      }, tag("Speaker", "Ida Moss"), tag("Topic", "pier"), policy: Odd(answer: answer))
    #expect(merge.dropped.isEmpty)
    #expect(merge.conflicts.map(\.kind) == [.presence, .attribute, .presence])
  }

  @Test func whoHasOneReferenceSaysOneThing() throws {
    func linked(_ key: String) -> Acts {
      tag("Speaker", "Ida Moss") { draft in
        guard let id = draft.set.annotations.first?.id else { return }
        draft.addReference("wikidata", key: key, to: id)
      }
    }
    let merge = try merge(linked("Q2"), linked("Q1"), linked("Q2"))
    #expect(
      merge.conflicts.map(\.readings).map { $0.map(\.annotators) } == [[["ana", "cleo"], ["ben"]]])
  }

  @Test func whatOneHasIsAQuestionOfPresence() throws {
    let merge = try merge(tag("Speaker", "Ida Moss"), { _ in })
    #expect(merge.merged.inWords == ["Speaker Ida Moss"])
    let id = try #require(merge.merged.annotations.first?.id)
    #expect(
      records(merge, "Conflict") == [
        #"{"kind":"presence","group":1,"from":["ana"],"readings":{"ana":["\#(id)"],"ben":[]}}"#
      ])
    #expect(records(merge, "Annotators") == [#"["ana"]"#])
  }

  @Test func twoLabelsAreOneQuestion() throws {
    let merge = try merge(tag("Speaker", "Ida Moss"), tag("Claim", "Ida Moss"))
    #expect(Set(merge.merged.inWords) == ["Claim Ida Moss", "Speaker Ida Moss"])
    #expect(
      Set(records(merge, "Conflict")) == [
        #"{"kind":"label","group":1,"from":["ana"]}"#,
        #"{"kind":"label","group":1,"from":["ben"]}"#,
      ])
  }

  @Test func twoBoundariesAreOneQuestion() throws {
    let acts = [tag("Topic", "pier"), tag("Topic", "old pier"), tag("Topic", "the old pier")]
    let exact = try merge(acts[0], acts[1], acts[1])
    #expect(exact.merged.inWords == ["Topic old pier", "Topic pier"])
    #expect(exact.conflicts.map(\.kind) == [.boundary])
    #expect(exact.conflicts[0].readings.map(\.annotators) == [["ana"], ["ben", "cleo"]])
    for (rule, words) in [
      (BoundaryRule.longest, "the old pier"), (.shortest, "pier"), (.median, "old pier"),
    ] {
      let merge = try merge(
        acts[0], acts[1], acts[2], policy: MajorityPolicy(), boundaries: rule)
      #expect(merge.merged.inWords == ["Topic " + words], "\(rule)")
      #expect(merge.settled == 1 && merge.conflicts.isEmpty)
      #expect(records(merge, "Annotators") == [#"["ana","ben","cleo"]"#])
    }
    let two = try merge(acts[0], acts[1], policy: UnionPolicy(), boundaries: .median)
    #expect(two.conflicts.map(\.kind) == [.boundary])
    let majority = try merge(acts[0], acts[1], acts[1], policy: MajorityPolicy())
    #expect(majority.merged.inWords == ["Topic old pier"] && majority.conflicts.isEmpty)
  }

  @Test func whatSharesNoWordIsNotOneThing() throws {
    let merge = try merge(tag("Speaker", "Ida"), tag("Speaker", "Moss"), policy: UnionPolicy())
    #expect(merge.merged.inWords == ["Speaker Ida", "Speaker Moss"])
    #expect(merge.conflicts.isEmpty)
  }

  @Test func whatIsMarkedAlikeIsNeverPartedForTheSakeOfTheRest() throws {
    // The best alignment would join each of these with the one half over it.
    let bench = try MergeBench(String(repeating: "x", count: 60) + "\n")
    let sets = [[(10, 20), (5, 15)], [(10, 20), (15, 25)]].map { ranges in
      bench.changed { draft in
        for (start, end) in ranges { draft.add(label: "Topic", ranges: [TextRange(start, end)]) }
      }
    }
    let merge = try AnnotatorMerge(of: [AnnotatorSet("a", sets[0]), AnnotatorSet("b", sets[1])])
    #expect(merge.agreed == 1 && merge.conflicts.map(\.kind) == [.presence, .presence])
  }

  @Test func thePoliciesDecide() throws {
    let speaker = tag("Speaker", "Ida Moss")
    let claim = tag("Claim", "Ida Moss")
    let none: Acts = { _ in }
    func words(_ policy: any MergePolicy, _ acts: Acts...) throws -> [String] {
      let merge =
        switch acts.count {
        case 2: try merge(acts[0], acts[1], policy: policy)
        case 3: try merge(acts[0], acts[1], acts[2], policy: policy)
        default: try merge(acts[0], acts[1], acts[2], acts[3], policy: policy)
        }
      return merge.merged.inWords.sorted() + (merge.conflicts.isEmpty ? [] : ["?"])
    }
    let (one, both) = (["Speaker Ida Moss"], ["Claim Ida Moss", "Speaker Ida Moss", "?"])
    #expect(try words(UnionPolicy(), speaker, none) == one)
    #expect(try words(UnionPolicy(), speaker, claim) == both)
    #expect(try words(IntersectionPolicy(), speaker, none) == [])
    #expect(try words(IntersectionPolicy(), speaker, speaker) == one)
    #expect(try words(MajorityPolicy(), speaker, none) == one + ["?"])
    #expect(try words(MajorityPolicy(), speaker, none, none) == [])
    #expect(try words(MajorityPolicy(), speaker, speaker, claim) == one)
    #expect(try words(MajorityPolicy(), speaker, claim, none) == both)
    #expect(try words(ThresholdPolicy(.count(2)), speaker, speaker, none) == one)
    #expect(try words(ThresholdPolicy(.count(2)), speaker, claim, none) == [])
    #expect(try words(ThresholdPolicy(.percent(50)), speaker, speaker, claim, none) == one)
    #expect(try words(ThresholdPolicy(.percent(51)), speaker, speaker, claim, none) == [])
    #expect(try words(ThresholdPolicy(.count(2)), speaker, speaker, claim, claim) == both)
    #expect(try words(PriorityPolicy(["ben", "ana"]), speaker, claim) == ["Claim Ida Moss"])
    #expect(try words(PriorityPolicy(["ben", "ana"]), speaker, none) == one)
    #expect(
      try words(WeightPolicy([("ana", 3), ("ben", 1), ("cleo", 1)]), speaker, none, none) == one)
  }

  @Test func wordsThatThePolicyDecidesAgainstGo() throws {
    let (short, long) = (tag("Speaker", "Ida Moss"), tag("Speaker", "Ida Moss said"))
    for policy: any MergePolicy in [IntersectionPolicy(), ThresholdPolicy(.count(2))] {
      let none = try merge(short, long, policy: policy)
      #expect(none.merged.inWords.isEmpty && none.conflicts.isEmpty, "\(policy.name)")
      #expect(none.dropped.map(\.annotator) == ["ana", "ben"])
      #expect(none.dropped.allSatisfy { $0.reason == .policy })
      let longest = try merge(short, long, policy: policy, boundaries: .longest)
      #expect(longest.merged.inWords == ["Speaker Ida Moss said"], "\(policy.name)")
    }
    let two = try merge(short, long, long, policy: ThresholdPolicy(.count(2)))
    #expect(two.merged.inWords == ["Speaker Ida Moss said"] && two.conflicts.isEmpty)
    let open = try merge(short, long)
    #expect(open.conflicts.map(\.kind) == [.boundary])
  }

  @Test func weightsAreComparedAsTheyWereWritten() throws {
    let policy = try PolicyList.policy("weighted=ana:0.1,ben:0.2,cleo:0.3")
    let speaker = tag("Speaker", "Ida Moss")
    let none: Acts = { _ in }
    for acts in [[none, none, speaker], [speaker, speaker, none]] {
      let merge = try merge(acts[0], acts[1], acts[2], policy: policy)
      #expect(merge.conflicts.map(\.kind) == [.presence], "a tie, for 0.1 and 0.2 are 0.3")
      #expect(merge.dropped.isEmpty)
    }
    let claim = tag("Claim", "Ida Moss")
    let labels = try merge(claim, claim, speaker, policy: policy)
    #expect(labels.conflicts.map(\.kind) == [.label])
  }

  @Test func attributesAreDecidedByThoseWhoHaveTheAnnotation() throws {
    func with(_ value: String?) -> Acts {
      { draft in
        let id = draft.add(label: "Claim", ranges: [TextRange(14, 33)])
        if let value { draft.setAttribute("stance", to: value, of: id) }
      }
    }
    let merge = try merge(with("favor"), with("favor"), with("against"), policy: MajorityPolicy())
    #expect(merge.merged.inWords == ["Claim the old pier closes stance=favor"])
    #expect(merge.settled == 1 && merge.dropped.map(\.annotator) == ["cleo"])
    let open = try self.merge(with("favor"), with(nil), with("against"))
    #expect(open.merged.inWords == ["Claim the old pier closes stance=against stance=favor"])
    #expect(open.conflicts.map(\.kind) == [.attribute] && open.conflicts[0].name == "stance")
    let line = try #require(records(open, "Conflict").first)
    #expect(line.hasPrefix(#"{"kind":"attribute","group":1,"from":["ana","ben","cleo"],"#))
    #expect(line.contains(#""ben":[]"#))
    let findings = Validator().findings(in: open.merged, schema: .news).map(\.name.rawValue)
    #expect(Set(findings) == ["unresolved-conflict"])
    let union = try self.merge(with("favor"), with(nil), policy: UnionPolicy())
    #expect(union.merged.inWords == ["Claim the old pier closes stance=favor"])
    #expect(union.conflicts.isEmpty)
  }

  @Test func referencesAreDecidedEachAndNotesAllKept() throws {
    func with(_ keys: [String], note: String?) -> Acts {
      { draft in
        let id = draft.add(label: "Speaker", ranges: [TextRange(0, 8)])
        for key in keys { draft.addReference("local", key: key, to: id) }
        if let note { draft.addNote(note, to: id) }
      }
    }
    let merge = try merge(
      with(["moss", "ida"], note: "chair"), with(["moss"], note: "chair"),
      with(["moss"], note: "of what?"), policy: MajorityPolicy())
    let id = try #require(merge.merged.annotations.first?.id)
    #expect(merge.merged.references(of: id).map(\.key) == ["moss"])
    #expect(Set(merge.merged.notes(of: id).map(\.text)) == ["chair", "of what?"])
    let open = try self.merge(with(["moss", "ida"], note: nil), with(["moss"], note: nil))
    #expect(open.conflicts.map(\.name) == ["ref"])
    #expect(open.merged.references(of: id).count == 2)
  }

  @Test func relationsFollowTheirEnds() throws {
    func with(_ words: String, attribute: Bool = false) -> Acts {
      { draft in
        let ranges = (try? bench.words(words)) ?? []
        let speaker = draft.add(label: "Speaker", ranges: ranges)
        let claim = draft.add(label: "Claim", ranges: [TextRange(14, 33)])
        draft.addRelation("attributedTo", from: claim, to: speaker)
      }
    }
    let same = try merge(with("Ida Moss"), with("Ida Moss"))
    #expect(
      same.merged.inWords == [
        "Speaker Ida Moss", "Claim the old pier closes attributedTo:Ida Moss",
      ])
    #expect(same.agreed == 2 && same.conflicts.isEmpty)
    let longest = try merge(
      with("Ida Moss"), with("Moss"), policy: UnionPolicy(), boundaries: .longest)
    #expect(longest.merged.inWords == same.merged.inWords && longest.conflicts.isEmpty)
    let open = try merge(with("Ida Moss"), with("her"))
    #expect(open.conflicts.map(\.kind) == [.presence, .relation, .presence])
    #expect(open.conflicts[1].name == "attributedTo")
    #expect(open.merged.relations.count == 2)
  }

  @Test func endsWithOneReferenceAgree() throws {
    func with(_ words: String) -> Acts {
      { draft in
        for mention in ["Ida Moss", "her"] {
          let id = draft.add(label: "Speaker", ranges: (try? bench.words(mention)) ?? [])
          draft.addReference("local", key: "moss", to: id)
        }
        let claim = draft.add(label: "Claim", ranges: [TextRange(14, 33)])
        let end = draft.set.annotations.first { draft.set.article.text(in: $0.ranges) == words }
        if let end { draft.addRelation("attributedTo", from: claim, to: end.id) }
      }
    }
    let merge = try merge(with("Ida Moss"), with("her"))
    #expect(merge.conflicts.isEmpty)
    #expect(merge.merged.inWords.contains("Claim the old pier closes attributedTo:Ida Moss"))
    #expect(merge.dropped.map(\.annotator) == ["ben"])
    #expect(merge.dropped.map(\.reason) == [.sameReference])
  }

  @Test func eventsMergeWithTheirTriggersAndArguments() throws {
    func set(_ name: String, _ rest: String) -> AnnotatorSet {
      let lines =
        "T1\tSpeaker 0 8\tIda Moss\nT2\tClose 27 33\tcloses\nT3\tTopic 22 26\tpier\n" + rest
      return AnnotatorSet(
        name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    let same = try AnnotatorMerge(
      of: [set("ana", "E1\tClose:T2 Who:T1\n"), set("ben", "E9\tClose:T2 Who:T1\n")])
    #expect(same.merged.events.map { $0.arguments.map(\.role) } == [["Who"]])
    #expect(same.agreed == 3 && same.conflicts.isEmpty)
    let event = try #require(same.merged.events.first)
    #expect(same.merged.notes(of: event.trigger, type: "Annotators").isEmpty)
    #expect(same.merged.annotators(of: event.id) == ["ana", "ben"])
    let union = try AnnotatorMerge(
      of: [set("ana", "E1\tClose:T2 Who:T1\n"), set("ben", "E1\tClose:T2 What:T3\n")],
      policy: UnionPolicy())
    #expect(union.merged.events.map { $0.arguments.map(\.role) } == [["What", "Who"]])
    let open = try AnnotatorMerge(
      of: [set("ana", "E1\tClose:T2 Who:T1\n"), set("ben", "E1\tClose:T2 Who:T3\n")])
    #expect(open.conflicts.map(\.kind) == [.relation] && open.merged.events.count == 2)
    let doubted = try AnnotatorMerge(
      of: [
        set("ana", "E1\tClose:T2 Who:T1\n"), set("ben", "E1\tClose:T2 Who:T3\n"), set("cleo", ""),
      ])
    #expect(doubted.conflicts.map(\.kind) == [.presence])
    #expect(doubted.conflicts[0].readings.map(\.annotators) == [["ana"], ["ben"], ["cleo"]])
    #expect(doubted.merged.events.map { $0.arguments.map(\.id) } == [["T1"], ["T3"]])
    let lines = doubted.merged.events.flatMap { doubted.merged.notes(of: $0.id, type: "Conflict") }
    #expect(lines.count == 2)
    let two = try AnnotatorMerge(
      of: [set("ana", "E1\tClose:T2 Who:T1\n"), set("ben", "E1\tClose:T2 Who:T3 What:T1\n")],
      policy: ThresholdPolicy(.count(2)))
    #expect(two.merged.events.map(\.arguments) == [[]])
    #expect(two.dropped.map(\.argument) == ["Who:T1", "Who:T3", "What:T1"])
    #expect(two.dropped.allSatisfy { $0.id == "E1" && $0.reason == .policy })
    let absent = try AnnotatorMerge(of: [set("ana", "E1\tClose:T2 Who:T1\n"), set("ben", "")])
    #expect(absent.conflicts.map(\.kind) == [.presence])
    #expect(absent.conflicts[0].target == absent.merged.events.first?.id)
    let brat = BratReading(of: absent.merged.encoded(), on: bench.article)
    #expect(brat.findings(source: "gold.ann").isEmpty)
  }

  /// Each of so many names the next: what stands, in the order of the file.
  private func chain(_ count: Int, _ line: (Int) -> String) throws -> [AnnotatorSet] {
    let bench = try MergeBench(String(repeating: "x", count: count) + "\n")
    let spans = (0..<count).map { "T\($0 + 1)\tClose \($0) \($0 + 1)\tx\n" }.joined()
    let lines = (0..<count).map(line).joined()
    return ["ana", "ben"].map {
      AnnotatorSet($0, AnnotationSet(parsing: Array((spans + lines).utf8), of: bench.article))
    }
  }

  @Test(.timeLimit(.minutes(5))) func chainsTakeNoLongerThanOtherLines() throws {
    let count = 4000
    let events = try AnnotatorMerge(
      of: chain(count) { number in
        let next = number + 1 < count ? " Then:E\(number + 2)" : ""
        return "E\(number + 1)\tClose:T\(number + 1)\(next)\n"
      })
    #expect(events.agreed == count && events.conflicts.isEmpty && events.dropped.isEmpty)
    let relations = try AnnotatorMerge(
      of: chain(count) { number in
        let end = number == 0 ? "T2" : "R\(number)"
        return "R\(number + 1)\tthen Arg1:T\(number + 1) Arg2:\(end)\n"
      })
    #expect(relations.merged.relations.count == count && relations.dropped.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func soManyTwinsAndGroupsAreNoneTheLonger() throws {
    let twins = (1...4000).map {
      "T\($0)\tTopic 22 26\tpier\n#\($0)\tAnnotatorNotes T\($0)\t\($0)\n"
    }
    .joined()
    let groups = (1...2000).map { "*\tEquiv T\(2 * $0 - 1) T\(2 * $0)\n" }.joined()
    let sets = ["ana", "ben"].map {
      AnnotatorSet($0, AnnotationSet(parsing: Array((twins + groups).utf8), of: bench.article))
    }
    let merge = try AnnotatorMerge(of: sets)
    #expect(merge.agreed == 4000 && merge.merged.groups.count == 2000 && merge.conflicts.isEmpty)
  }

  @Test func groupsMergeByWhoPutsWhatTogether() throws {
    func set(_ name: String, _ rest: String) -> AnnotatorSet {
      let lines = "T1\tSpeaker 0 8\tIda Moss\nT2\tSpeaker 60 63\ther\nT3\tSpeaker 47 53\tnobody\n"
      return AnnotatorSet(
        name, AnnotationSet(parsing: Array((lines + rest).utf8), of: bench.article))
    }
    let same = try AnnotatorMerge(
      of: [set("ana", "*\tEquiv T1 T2\n"), set("ben", "*\tEquiv T2 T1\n")])
    #expect(same.merged.groups.map { Set($0.members) } == [["T1", "T2"]])
    #expect(same.conflicts.isEmpty)
    let sets = [set("ana", "*\tEquiv T1 T2\n"), set("ben", "*\tEquiv T2 T3\n"), set("cleo", "")]
    let union = try AnnotatorMerge(of: sets, policy: UnionPolicy())
    #expect(union.merged.groups.map { Set($0.members) } == [["T1", "T2", "T3"]])
    let none = try AnnotatorMerge(of: sets, policy: MajorityPolicy())
    #expect(none.merged.groups.isEmpty && none.dropped.map(\.id) == ["*", "*"])
    let open = try AnnotatorMerge(of: Array(sets.prefix(2)))
    #expect(open.conflicts.map(\.name) == ["*Equiv"] && open.conflicts.map(\.kind) == [.relation])
    #expect(
      records(open, "Conflict").first?.contains(#""ana":["T1","T2"],"ben":["T3","T2"]"#) == true)
  }

  @Test func stackedAnnotationsStayApart() throws {
    func set(_ name: String, _ lines: String) -> AnnotatorSet {
      AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    let twice =
      "T1\tClaim 14 33\tthe old pier closes\nA1\tstance T1 favor\n"
      + "T2\tClaim 14 33\tthe old pier closes\nA2\tstance T2 against\n"
    let once = "T1\tClaim 14 33\tthe old pier closes\nA1\tstance T1 against\n"
    let merge = try AnnotatorMerge(
      of: [set("ana", twice), set("ben", once)], policy: UnionPolicy())
    #expect(merge.conflicts.isEmpty && merge.merged.inWords.count == 2)
    let supporters = merge.merged.annotations.map { annotation in
      (merge.merged.attributes(of: annotation.id).first?.value ?? "")
        + merge.merged.annotators(of: annotation.id).joined()
    }
    #expect(Set(supporters) == ["favorana", "againstanaben"])
    let labels = try self.merge(
      { [self] in
        tag("Speaker", "Ida Moss")(&$0)
        tag("Topic", "Ida Moss")(&$0)
      }, tag("Topic", "Ida Moss"), policy: UnionPolicy())
    #expect(labels.merged.inWords == ["Speaker Ida Moss", "Topic Ida Moss"])
    #expect(labels.agreed == 1 && labels.conflicts.isEmpty)
  }

  @Test func annotationsOfTheWholeArticleGoByTheirReferences() throws {
    func with(_ key: String) -> Acts {
      {
        $0.add(
          label: "Topic", ranges: [], references: [("medtop", key)], isArticleLevel: true)
      }
    }
    let same = try merge(with("11"), with("11"))
    #expect(same.agreed == 1 && same.merged.annotations.count == 1)
    let other = try merge(with("11"), with("12"))
    #expect(other.conflicts.map(\.kind) == [.presence, .presence])
    #expect(other.merged.annotations.map(\.isArticleLevel) == [true, true])
  }

  @Test func whatHangsOnNothingThatStandsIsTold() throws {
    func set(_ name: String, _ lines: String) -> AnnotatorSet {
      AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    let ida = "T1\tSpeaker 0 8\tIda Moss\n"
    let circles =
      "#1\tAnnotatorNotes #1\tof itself\n#2\tAnnotatorNotes #3\ta\n#3\tAnnotatorNotes #2\tb\n"
      + "A1\thedged A2\nA2\thedged A1\nN1\tReference A1 wiki:Q1\tof A1\n"
    let circled = try AnnotatorMerge(of: [set("ana", ida + circles), set("ben", ida)])
    #expect(circled.merged.annotations.count == 1)
    #expect(circled.dropped.map(\.id) == ["#1", "#2", "#3", "A1", "A2", "N1"])
    #expect(circled.dropped.allSatisfy { $0.reason == .end && $0.annotator == "ana" })
    let hanging = "A1\thedged T1\n#1\tAnnotatorNotes A1\twhy?\n#2\tAnnotatorNotes #1\tso\n"
    let gone = try AnnotatorMerge(
      of: [set("ana", ida + hanging), set("ben", ida)], policy: IntersectionPolicy())
    #expect(gone.dropped.map(\.id) == ["#1", "#2", "A1"])
    #expect(gone.dropped.map(\.reason) == [.end, .end, .policy])
  }

  @Test(arguments: [
    "“why?” é", "C:\\new", "a\tb", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\u{2027}b", "a\u{28}b",
  ])
  func notesSayTheSameUnderNewIDs(text: String) throws {
    func set(_ name: String, _ text: String) -> AnnotatorSet {
      let lines = "T1\tSpeaker 0 8\tIda Moss\n#1\tAnnotatorNotes T1\t\(text)\n"
      return AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    // Both have a note of this id, and neither keeps it.
    let merge = try AnnotatorMerge(of: [set("ana", text), set("ben", "no")])
    #expect(merge.merged.malformed.isEmpty)
    #expect(Set(records(merge, "AnnotatorNotes")) == [text, "no"])
    let written = String(decoding: merge.file.bytes, as: UTF8.self)
    #expect(
      written.unicodeScalars.allSatisfy { !"\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) })
  }

  @Test func aRelationToSeveralReadingsIsEverybodysInAMergeOfMerges() throws {
    func set(_ name: String, _ words: String) throws -> AnnotatorSet {
      let (speaker, claim) = (try bench.words(words), try bench.words("old pier"))
      return AnnotatorSet(
        name,
        bench.changed { draft in
          let source = draft.add(label: "Speaker", ranges: speaker)
          draft.addReference("local", key: "m", to: source)
          draft.addRelation("by", from: draft.add(label: "Claim", ranges: claim), to: source)
        })
    }
    let sets = [
      try set("ana", "Ida Moss"), try set("ben", "Moss"), try set("cleo", "Ida Moss said"),
    ]
    let first = try AnnotatorMerge(of: Array(sets[..<2])).merged
    let merge = try AnnotatorMerge(of: [AnnotatorSet("gold", first), sets[2]])
    #expect(merge.conflicts.map(\.kind) == [.boundary])
    #expect(merge.merged.text == (try AnnotatorMerge(of: sets).merged.text))
  }

  @Test func idsStayWhereTheyMeanOneThing() throws {
    func set(_ name: String, _ lines: String) -> AnnotatorSet {
      AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    let ida = "Speaker 0 8\tIda Moss\n"
    let same = try AnnotatorMerge(of: [set("a", "T7\t" + ida), set("b", "T7\t" + ida)])
    #expect(same.merged.annotations.map(\.id) == ["T7"])
    let other = try AnnotatorMerge(
      of: [set("a", "T1\t" + ida), set("b", "T2\t" + ida)])
    var draft = Draft(AnnotationSet(of: bench.article))
    let made = draft.add(label: "Speaker", ranges: [TextRange(0, 8)])
    #expect(other.merged.annotations.map(\.id) == [made])
    let crossed = try AnnotatorMerge(
      of: [set("a", "T1\t" + ida), set("b", "T1\tTopic 22 26\tpier\n")], policy: UnionPolicy())
    #expect(crossed.merged.annotations.allSatisfy { $0.id != "T1" })
  }

  @Test func aMergedFileStandsForItsAnnotators() throws {
    let acts = [
      tag("Speaker", "Ida Moss"), tag("Claim", "Ida Moss"), tag("Speaker", "Ida Moss"),
    ]
    let two = try merge(acts[0], acts[1])
    #expect(two.conflicts.count == 1)
    let three = try AnnotatorMerge(
      of: [
        AnnotatorSet("gold", two.merged), AnnotatorSet("cleo", bench.changed(acts[2])),
      ], policy: MajorityPolicy())
    #expect(three.annotators == ["ana", "ben", "cleo"])
    #expect(three.merged.inWords == ["Speaker Ida Moss"] && three.conflicts.isEmpty)
    #expect(throws: DiagnosticError.self) {
      try AnnotatorMerge(
        of: [AnnotatorSet("gold", two.merged), AnnotatorSet("ana", bench.changed(acts[2]))])
    }
  }

  @Test func whatCannotBeMergedIsSaid() throws {
    func name(_ sets: [AnnotatorSet], _ policy: any MergePolicy = AgreedPolicy()) -> String? {
      do throws(DiagnosticError) {
        _ = try AnnotatorMerge(of: sets, policy: policy)
        return nil
      } catch {
        return error.diagnostic.name.rawValue
      }
    }
    func set(_ name: String, _ lines: String) -> AnnotatorSet {
      AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.article))
    }
    let ida = set("ana", "T1\tSpeaker 0 8\tIda Moss\n")
    #expect(name([]) == "too-few-annotators" && name([ida]) == "too-few-annotators")
    #expect(name([ida, ida]) == "same-annotator")
    #expect(name([ida, set("ben", "T1\tSpeaker 0 8\tTom Reys\n")]) == "different-articles")
    #expect(name([ida, set("ben", "T1 broken\n")]) == "unusable-lines")
    #expect(name([ida, set("ben", "")]) == nil)
    #expect(
      name([ida, set("ben", "")], PriorityPolicy(["ana"])) == "unknown-annotator"
        && name([ida, set("ben", "")], PriorityPolicy(["ana", "ben", "x"])) == "unknown-annotator")
    let open = set(
      "ben",
      "T1\tSpeaker 0 8\tIda Moss\n#1\tConflict T1\t{\"kind\":\"label\",\"from\":[\"ours\"]}\n")
    #expect(name([ida, open]) == "open-conflicts")
  }

  /// Files of annotators, as they stand.
  private func set(_ name: String, _ lines: String) -> AnnotatorSet {
    AnnotatorSet(name, AnnotationSet(parsing: Array(lines.utf8), of: bench.base.article))
  }

  /// What is said of a trigger and its event alike stands at the event, and what is noted on it too.
  @Test func aNoteOnWhatATriggerSaysGoesToTheEvent() throws {
    let first =
      "T1\tSay 9 13\tsaid\nA1\tsure T1 y\n#1\tAnnotatorNotes A1\tone\nE1\tSay:T1\nA2\tsure E1 y\n"
    let alone = "T1\tSay 9 13\tsaid\nA1\tsure T1 y\n#1\tAnnotatorNotes A1\ttwo\n"
    for second in [first, alone] {
      let merged = try AnnotatorMerge(
        of: [set("ana", first), set("ben", second)], policy: UnionPolicy(), boundaries: .exact
      ).merged
      #expect(merged.unusable.isEmpty, "\(String(decoding: merged.encoded(), as: UTF8.self))")
      let notes = merged.records.filter { $0.kind == .note && $0.name == "AnnotatorNotes" }
      #expect(notes.count == Set([first, second]).count)
      #expect(notes.allSatisfy { merged.record(of: $0.mentions[0].id)?.kind == .attribute })
    }
  }

  /// Who says that nothing is there is an annotator of the merge too, though no line is hers.
  @Test func whoSaysNothingIsNotForgotten() throws {
    let quote = "T1\tQuote 14 21\tthe old\n"
    let event =
      "T1\tSay 9 13\tsaid\n\(quote.replacing("T1", with: "T2"))E1\tSay:T1 Who:T2\n"
    for (ana, others) in [("", quote), ("T1\tSay 9 13\tsaid\n", event)] {
      func merge(_ sets: [AnnotatorSet]) throws -> AnnotatorMerge {
        try AnnotatorMerge(of: sets, policy: AgreedPolicy(), boundaries: .exact)
      }
      let first = try merge([set("ana", ana), set("ben", others)])
      let again = try merge([AnnotatorSet("gold", first.merged), set("cleo", others)])
      let whole = try merge([set("ana", ana), set("ben", others), set("cleo", others)])
      #expect(again.merged.encoded() == whole.merged.encoded())
      #expect(!again.conflicts.isEmpty)
    }
  }

  @Test func aThresholdTakesAsManyAnnotators() throws {
    let acts = tag("Speaker", "Ida Moss")
    #expect(try merge(acts, acts, policy: ThresholdPolicy(.count(2))).conflicts.isEmpty)
    let error = #expect(throws: DiagnosticError.self) {
      try merge(acts, acts, policy: ThresholdPolicy(.count(3)))
    }
    #expect(error?.diagnostic.name == .tooFewAnnotators)
  }
}
