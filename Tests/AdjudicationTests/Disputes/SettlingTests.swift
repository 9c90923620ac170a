import Adjudication
import Standoff
import Testing

/// Each kind of conflict settled for each reading, in words.
@Suite struct SettlingTests {
  static let text = "Ida Moss said the old pier closes.\n"

  /// What is in the merged file in words once its only conflict is settled.
  private func settled(
    _ merge: ThreeWayMerge, _ choice: Verdict.Choice, _ attributes: [Verdict.Attribute] = []
  ) throws -> [String] {
    var settling = Settling(merge.merged)
    let number = try #require(settling.groups.keys.first)
    try #require(settling.groups.count == 1)
    _ = try settling.settle(number, by: Verdict(choice, attributes: attributes))
    #expect(settling.groups.isEmpty)
    #expect(settling.draft.set.openConflictCount == 0)
    let edit = settling.draft.edit()
    var applied = merge.merged
    try applied.apply(edit)
    #expect(applied.text == settling.draft.set.text)
    try applied.apply(edit.inverse)
    #expect(applied.text == merge.merged.text)
    return settling.draft.set.inWords
  }

  /// A claim by a speaker, on which two sides disagree.
  private func bench() throws -> (MergeBench, claim: AnnotationID, speaker: AnnotationID) {
    var ids: [AnnotationID] = []
    let empty = try MergeBench(Self.text)
    let (claim, speaker) = (try empty.words("old pier closes"), try empty.words("Ida Moss"))
    let bench = try MergeBench(Self.text) { draft in
      ids.append(draft.add(label: "Claim", ranges: claim))
      ids.append(draft.add(label: "Speaker", ranges: speaker))
      draft.setAttribute("stance", to: "favor", of: ids[0])
      draft.addRelation("attributedTo", from: ids[0], to: ids[1])
    }
    return (bench, ids[0], ids[1])
  }

  @Test func aLabel() throws {
    let (bench, claim, _) = try bench()
    let merge = try bench.merge(
      { $0.setLabel("Quote", of: claim) }, { $0.setLabel("Topic", of: claim) })
    let speaker = "Speaker Ida Moss"
    let rest = "old pier closes stance=favor attributedTo:Ida Moss"
    #expect(try settled(merge, .annotator("ours")) == [speaker, "Quote " + rest])
    #expect(try settled(merge, .annotator("theirs")) == [speaker, "Topic " + rest])
    #expect(try settled(merge, .none) == [speaker])
    #expect(try settled(merge, .own(label: "Claim", ranges: nil)) == [speaker, "Claim " + rest])
    let words = try bench.words("pier")
    let value = Verdict.Attribute("stance", value: "against")
    #expect(
      try settled(merge, .own(label: "Claim", ranges: words), [value]) == [
        speaker, "Claim pier stance=against attributedTo:Ida Moss",
      ])
    #expect(try settled(merge, .both).count == 3)
  }

  /// What stands has the id that the annotation had before the sides parted, whoever is right.
  @Test func theIDStays() throws {
    let (bench, claim, _) = try bench()
    let merge = try bench.merge(
      { $0.setLabel("Quote", of: claim) }, { $0.setLabel("Topic", of: claim) })
    for side in ["ours", "theirs"] {
      var settling = Settling(merge.merged)
      let outcome = try settling.settle(1, by: Verdict(.annotator(side)))
      #expect(outcome.standing == [claim])
      #expect(settling.draft.set.formatted() == settling.draft.set.encoded())
    }
  }

  @Test func aBoundary() throws {
    let (bench, claim, _) = try bench()
    let (long, short) = (try bench.words("the old pier closes"), try bench.words("pier closes"))
    let merge = try bench.merge(
      { $0.setRanges(long, of: claim) }, { $0.setRanges(short, of: claim) })
    let speaker = "Speaker Ida Moss"
    let rest = " stance=favor attributedTo:Ida Moss"
    let (longest, shortest) = ("Claim the old pier closes" + rest, "Claim pier closes" + rest)
    #expect(try settled(merge, .annotator("ours")) == [speaker, longest])
    #expect(try settled(merge, .longest) == [speaker, longest])
    #expect(try settled(merge, .shortest) == [speaker, shortest])
    let own = try bench.words("closes")
    #expect(
      try settled(merge, .own(label: nil, ranges: own)) == [speaker, "Claim closes" + rest])
  }

  @Test func anAttribute() throws {
    let (bench, claim, _) = try bench()
    let merge = try bench.merge(
      { $0.setAttribute("stance", to: "against", of: claim) },
      { $0.setAttribute("stance", to: "mixed", of: claim) })
    func claims(_ stance: String) -> [String] {
      ["Speaker Ida Moss", "Claim old pier closes\(stance) attributedTo:Ida Moss"]
    }
    #expect(try settled(merge, .annotator("ours")) == claims(" stance=against"))
    #expect(try settled(merge, .annotator("theirs")) == claims(" stance=mixed"))
    #expect(try settled(merge, .none) == claims(""))
    let neutral = Verdict.Attribute("stance", value: "neutral")
    #expect(try settled(merge, .both, [neutral]) == claims(" stance=neutral"))
    #expect(throws: DiagnosticError.self) { try settled(merge, .longest) }
  }

  /// What is said of a trigger is told of on its event.
  @Test func anAttributeOfATrigger() throws {
    let bench = try MergeBench(Self.text)
    func set(_ value: String) -> AnnotationSet {
      let lines = "T1\tSay 9 13\tsaid\nE1\tSay:T1\nA1\tkind T1 \(value)\n"
      return AnnotationSet(parsing: Array(lines.utf8), of: bench.article)
    }
    let merge = try ThreeWayMerge(base: set("a"), ours: set("b"), theirs: set("c"))
    #expect(try settled(merge, .annotator("ours")) == ["Say said kind=b"])
    #expect(try settled(merge, .annotator("theirs")) == ["Say said kind=c"])
  }

  @Test func whatOneSideTookAway() throws {
    let (bench, claim, _) = try bench()
    let merge = try bench.merge({ $0.remove(claim) }, { $0.setLabel("Topic", of: claim) })
    #expect(try settled(merge, .annotator("ours")) == ["Speaker Ida Moss"])
    #expect(
      try settled(merge, .annotator("theirs")) == [
        "Speaker Ida Moss", "Topic old pier closes stance=favor attributedTo:Ida Moss",
      ])
  }

  @Test func aNote() throws {
    let (bench, claim, _) = try bench()
    var note = AnnotationID("")
    let (article, base) = (
      bench.article,
      bench.changed { note = $0.addNote("check", to: claim) }
    )
    func side(_ text: String) -> AnnotationSet {
      var draft = Draft(base)
      draft.setNote(text, of: note)
      return draft.set
    }
    let merge = try ThreeWayMerge(base: base, ours: side("checked"), theirs: side("doubtful"))
    #expect(merge.merged.article.bytes.count == article.bytes.count)
    for (side, text) in [("ours", ["checked"]), ("theirs", ["doubtful"])] {
      var settling = Settling(merge.merged)
      _ = try settling.settle(1, by: Verdict(.annotator(side)))
      #expect(settling.draft.set.notes(of: claim).map(\.text) == text)
    }
  }

  @Test func aRelation() throws {
    let (bench, claim, _) = try bench()
    let (pier, other) = (try bench.words("pier"), try bench.words("old"))
    var ids: [AnnotationID] = []
    let base = bench.changed { draft in
      ids = [draft.add(label: "Speaker", ranges: pier), draft.add(label: "Speaker", ranges: other)]
    }
    let tie = try #require(base.relations(from: claim).first)
    func side(_ target: AnnotationID) -> AnnotationSet {
      let line = "\(tie.id)\tattributedTo Arg1:\(claim) Arg2:"
      let text = base.text.replacing(line + tie.target.description, with: line + "\(target)")
      return AnnotationSet(parsing: Array(text.utf8), of: base.article)
    }
    let merge = try ThreeWayMerge(base: base, ours: side(ids[0]), theirs: side(ids[1]))
    #expect(merge.conflicts.map(\.kind) == [.relation])
    for (index, name) in ["ours", "theirs"].enumerated() {
      var settling = Settling(merge.merged)
      _ = try settling.settle(1, by: Verdict(.annotator(name)))
      let relations = settling.draft.set.relations(from: claim)
      #expect(relations.map(\.target) == [ids[index]])
      #expect(relations.map(\.id) == [tie.id])
    }
  }

  /// Lines as a merge of annotators writes them.
  @Test func whatAnnotatorsSay() throws {
    let lines = """
      T1\tClaim 14 33\tthe old pier closes
      #1\tConflict T1\t{"kind":"boundary","group":1,"from":["ana","cem"],"readings":{"ana":["T1"],"ben":["T2"],"cem":["T1"],"dan":[]}}
      T2\tClaim 18 33\told pier closes
      #2\tConflict T2\t{"kind":"boundary","group":1,"from":["ben"],"readings":{"ana":["T1"],"ben":["T2"],"cem":["T1"],"dan":[]}}
      T3\tSpeaker 0 8\tIda Moss
      #3\tConflict T3\t{"kind":"presence","group":2,"from":["ana"],"readings":{"ana":["T3"],"ben":[],"cem":[],"dan":[]}}
      R1\tattributedTo Arg1:T1 Arg2:T3
      R2\tattributedTo Arg1:T2 Arg2:T3
      *\tEquiv T1 T2 T3
      #4\tConflict T1\t{"kind":"relation","group":3,"from":["ana","ben"],"name":"*Equiv","readings":{"ana":["T1","T2"],"ben":["T1","T3"],"cem":[],"dan":[]}}

      """
    let set = AnnotationSet(
      parsing: Array(lines.utf8), of: try Article(bytes: Array(Self.text.utf8)))
    let groups = set.disputedGroups
    #expect(groups.map(\.kind) == [.boundary, .presence, .relation])
    #expect(groups[0].readings.map(\.annotators) == [["ana", "cem"], ["ben"], ["dan"]])
    #expect(DisputeOrder(set).sorted(groups).map(\.number) == [2, 3, 1])
    func after(_ number: Int, _ choice: Verdict.Choice) throws -> AnnotationSet {
      var settling = Settling(set)
      _ = try settling.settle(number, by: Verdict(choice))
      return settling.draft.set
    }
    // A reading goes with its own relations, and the other's stay with the other.
    let ben = try after(1, .annotator("ben"))
    #expect(ben.annotations.map(\.id) == ["T3", "T2"])
    #expect(ben.relations.map(\.id) == ["R2"])
    #expect(try after(1, .annotator("dan")).annotations.map(\.id) == ["T3"])
    #expect(try after(2, .annotator("cem")).annotations.map(\.id) == ["T1", "T2"])
    #expect(try after(2, .annotator("ana")).annotations.count == 3)
    #expect(try after(3, .annotator("ben")).groups.map(\.members) == [["T1", "T3"]])
    #expect(try after(3, .annotator("cem")).groups.isEmpty)
    #expect(try after(3, .both).groups.map(\.members) == [["T1", "T2", "T3"]])
  }

  /// A line that says nothing that is known is a group that can be taken away.
  @Test(arguments: [
    "nonsense", #"{"kind":"odd","group":-4,"from":[7]}"#, #"{"group":99999999999999999999}"#,
    #"{"kind":"attribute","group":0,"readings":{"a":["T1"],"b b":["T1"]}}"#,
  ]) func linesThatCannotBeRead(_ text: String) throws {
    let lines = "T1\tClaim 14 33\tthe old pier closes\n#1\tConflict T1\t\(text)\n"
    let set = AnnotationSet(
      parsing: Array(lines.utf8), of: try Article(bytes: Array(Self.text.utf8)))
    #expect(set.disputedGroups.map(\.number) == [0])
    var settling = Settling(set)
    _ = try settling.settle(0, by: Verdict(.both))
    #expect(settling.draft.set.text == "T1\tClaim 14 33\tthe old pier closes\n")
  }
}

extension AnnotationSet {
  /// How many `Conflict` lines there are.
  var openConflictCount: Int { text.split(separator: "\n").count { $0.contains("\tConflict ") } }
}
