import Adjudication
import Standoff
import Testing

/// What questions are known by.
@Suite struct DecisionKeyTests {
  /// Nothing but its references tells one annotation of the whole article from another.
  @Test func topicsOfTheArticleAreSeveralQuestions() throws {
    let bench = try MergeBench("The old pier closes.\n")
    let ana = bench.changed { draft in
      for key in ["04000000", "16000000"] {
        let topic = draft.add(label: "Topic", ranges: [TextRange(0, 20)])
        draft.setAttribute(Annotation.scopeName, to: Annotation.articleScope, of: topic)
        draft.addReference("medtop", key: key, to: topic)
      }
    }
    let ben = bench.changed { $0.add(label: "Cue", ranges: [TextRange(4, 7)]) }
    let merged = try AnnotatorMerge(
      of: [AnnotatorSet("ana", ana), AnnotatorSet("ben", ben)]
    ).merged
    let keys = merged.disputedGroups.map { $0.key(in: merged) }
    #expect(
      Set(keys) == [
        "presence: ana Topic (article) medtop:04000000 | ben nothing",
        "presence: ana Topic (article) medtop:16000000 | ben nothing",
        "presence: ana nothing | ben Cue @4-7=\"old\"",
      ])
    let topic = try #require(keys.first { $0.contains("16000000") })
    let replay = DecisionReplay([Decision(topic, Verdict(Verdict.Choice.none))], on: merged)
    #expect(replay.settled == 1)
    #expect(
      replay.set.annotations.filter(\.isArticleLevel)
        .flatMap { replay.set.references(of: $0.id).map(\.key) } == ["04000000"])
  }

  /// Where two questions read alike each decision is about one of them; of one question the last counts.
  @Test func decisionsOnTwinsAreOneEach() throws {
    let bench = try MergeBench("The old pier closes.\n")
    let twins = bench.changed { _ in }
    let lines = "T1\tCue 4 7\told\nT2\tCue 4 7\told\n"
    let ana = AnnotationSet(parsing: Array(lines.utf8), of: twins.article)
    let merged = try AnnotatorMerge(
      of: [AnnotatorSet("ana", ana), AnnotatorSet("ben", twins)]
    ).merged
    let key = try #require(merged.disputedGroups.first).key(in: merged)
    func kept(_ choices: [Verdict.Choice]) -> [Int] {
      let replay = DecisionReplay(choices.map { Decision(key, Verdict($0)) }, on: merged)
      return [replay.set.annotations.count, replay.set.disputedGroups.count, replay.unused]
    }
    #expect(kept([.annotator("ana"), .none]) == [1, 0, 0])
    #expect(kept([.none, .annotator("ana")]) == [1, 0, 0])
    #expect(kept([.none, .none, .annotator("ana")]) == [1, 0, 0])
    #expect(kept([.none]) == [1, 1, 0])
    #expect(kept([.none, .none]) == [0, 0, 0])
    let other = DecisionReplay([Decision(key + "?", Verdict(Verdict.Choice.none))], on: merged)
    #expect(other.settled == 0 && other.unused == 1)
  }
}
