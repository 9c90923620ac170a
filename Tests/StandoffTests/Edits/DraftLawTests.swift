import Foundation
import TestSupport
import Testing

@testable import Standoff

/// Laws of edits over random acts on random files; `GALLEY_LAWS` asks for more rounds.
@Suite struct DraftLawTests {
  static let rounds = ProcessInfo.processInfo.environment["GALLEY_LAWS"].flatMap(UInt64.init) ?? 500

  @Test func undoRestoresTheVeryBytes() throws {
    for seed in 0..<Self.rounds {
      var random = RandomFile(seed)
      let article = try random.article()
      var set = AnnotationSet(parsing: random.bytes(), of: article)
      var states = [set.encoded()]
      var edits: [Edit] = []
      for _ in 0..<random.below(8) {
        var draft = Draft(set)
        random.change(&draft, acts: 1 + random.below(4))
        let edit = draft.edit()
        try set.apply(edit)
        let fits = set.encoded() == draft.set.encoded()
        try #require(fits, "edit, seed \(seed)")
        expectSound(set, "apply, seed \(seed)")
        if seed % 4 == 0 { expectSound(draft.set, "draft, seed \(seed)") }
        states.append(set.encoded())
        edits.append(edit)
      }
      for edit in edits.reversed() {
        states.removeLast()
        try set.apply(edit.inverse)
        let isBack = set.encoded() == states.last
        try #require(isBack, "undo, seed \(seed)")
      }
      expectSound(set, "undo, seed \(seed)")
      for edit in edits { try set.apply(edit) }
      for edit in edits.reversed() { try set.apply(edit.inverse) }
      let isBack = set.encoded() == states.last
      try #require(isBack, "redo, seed \(seed)")
    }
  }

  /// A set that was changed answers like one that reads the same bytes.
  private func expectSound(_ set: AnnotationSet, _ comment: Comment) {
    let read = AnnotationSet(parsing: set.encoded(), of: set.article)
    #expect(Array(set.annotations) == Array(read.annotations), comment)
    #expect(set.malformed == read.malformed, comment)
    #expect(set.relations == read.relations, comment)
    #expect(set.events == read.events, comment)
    #expect(set.groups == read.groups, comment)
    for family in ["T", "E", "R", "#"] {
      let ids = set.ids(withPrefix: family)
      #expect(ids == read.ids(withPrefix: family), comment)
      for id in ids {
        #expect(set[id] == read[id], comment)
        #expect(set.attributes(of: id) == read.attributes(of: id), comment)
        #expect(set.references(of: id) == read.references(of: id), comment)
        #expect(set.notes(of: id) == read.notes(of: id), comment)
        #expect(set.annotators(of: id) == read.annotators(of: id), comment)
        #expect(set.relations(from: id) == read.relations(from: id), comment)
        #expect(set.relations(to: id) == read.relations(to: id), comment)
      }
    }
    let range = TextRange(10, 25)
    let expected = read.annotations.filter { annotation in
      annotation.ranges.contains {
        $0.overlaps(range) || $0.isEmpty && range.lower <= $0.lower && $0.lower < range.upper
      }
    }
    #expect(set.annotations(overlapping: range) == expected, comment)
  }

  @Test func theOrderOfActsDoesNotShow() throws {
    for seed in 0..<Self.rounds {
      var random = RandomFile(seed)
      let article = try random.article()
      let spans = (0..<random.below(9)).map { _ in
        (label: random.pick(RandomFile.labels), ranges: random.ranges(in: article))
      }
      let files = (0..<3).map { _ in
        Self.file(of: article, spans: spans, ties: random.shuffled(Array(spans.indices)))
      }
      let areOne = Set(files).count == 1
      #expect(areOne, "seed \(seed)")
    }
  }

  /// A file with some spans, put in by the order of `ties`, and with properties and relations.
  private static func file(
    of article: Article, spans: [(label: String, ranges: [TextRange])], ties: [Int]
  ) -> [UInt8] {
    var draft = Draft(AnnotationSet(of: article))
    var ids: [Int: AnnotationID] = [:]
    for index in ties {
      // Two that come down to the same words would take their ids in the order of acts.
      let content = StandoffWriter.textBound(
        label: spans[index].label, fragments: article.splitting(spans[index].ranges))
      let taken = ids.keys.contains { other in
        content
          == StandoffWriter.textBound(
            label: spans[other].label, fragments: article.splitting(spans[other].ranges))
      }
      if taken { continue }
      ids[index] = draft.add(label: spans[index].label, ranges: spans[index].ranges)
    }
    let byPlace = draft.set.annotations.map(\.id)
    let shuffled = ties.compactMap { $0 < byPlace.count ? byPlace[$0] : nil }
    for id in shuffled {
      draft.addNote("on \(id)", to: id)
      draft.setAttribute("stance", to: "favor", of: id)
      draft.addReference("local", key: id.description, to: id)
      for other in shuffled where id != other { draft.addRelation("about", from: id, to: other) }
    }
    return draft.set.encoded()
  }

  @Test func aFreshFileIsCanonicalWhateverTheOrderOfActs() throws {
    for seed in 0..<Self.rounds {
      var random = RandomFile(seed)
      let article = try random.article()
      var draft = Draft(AnnotationSet(of: article))
      random.change(&draft, acts: random.below(25))
      let lines = (0..<draft.set.lineCount).map { draft.set.line($0) }
      let set = AnnotationSet(parsing: lines.flatMap { $0 }, of: article)
      let isCanonical = set.isCanonical
      #expect(isCanonical, "seed \(seed)\n\(String(decoding: set.encoded(), as: UTF8.self))")
    }
  }
}
