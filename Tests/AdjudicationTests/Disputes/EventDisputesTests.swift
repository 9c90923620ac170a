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
