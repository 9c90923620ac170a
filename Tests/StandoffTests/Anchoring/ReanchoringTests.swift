import TestSupport
import Testing

@testable import Standoff

/// What becomes of the spans of an article, told by hand.
@Suite struct ReanchoringTests {
  /// The fates of the spans marked in `old`, as `label kind` and the words where they changed.
  static func fates(
    _ old: String, _ new: String, withOldText: Bool = true
  ) throws -> [String] {
    let text = MarkedText(old)
    let article = try Article(bytes: Array(text.text.utf8))
    var draft = Draft(AnnotationSet(of: article))
    for span in text.spans {
      draft.add(label: span.label, ranges: [TextRange(span.lower, span.upper)])
    }
    let corrected = try Article(bytes: Array(new.utf8))
    let outcome =
      withOldText
      ? Reanchoring(of: draft.set, by: Correction(from: article, to: corrected))
      : Reanchoring(of: draft.set, to: corrected)
    let set = AnnotationSet(parsing: outcome.bytes, of: corrected)
    for fate in outcome.fates where fate.kind != .lost {
      #expect(set[fate.id]?.ranges == fate.newRanges)
      #expect(set[fate.id].map { corrected.text(in: $0.ranges) } == fate.newWords)
    }
    return outcome.fates.map { fate in
      fate.kind == .changed
        ? "\(fate.label) changed: \(fate.newWords)\(fate.score == 1 ? " (the same)" : "")"
        : "\(fate.label) \(fate.kind)"
    }
  }

  static let sentence =
    "[Speaker|Ida Moss] said the board will close the [Topic|old pier] in [Date|June], after storms."

  @Test func theSameTextKeepsAll() throws {
    let text = MarkedText(Self.sentence).text
    #expect(try Self.fates(Self.sentence, text) == ["Speaker kept", "Topic kept", "Date kept"])
  }

  @Test func whatIsPutInBeforeMovesWhatFollows() throws {
    let text =
      "On Monday Ida Moss said the board will close the very old pier in June, after storms."
    #expect(
      try Self.fates(Self.sentence, text) == ["Speaker moved", "Topic moved", "Date moved"])
  }

  /// Two paragraphs begin with one name; one goes, and the other is mended.
  @Test func aNameIsNotTakenForItsNamesake() throws {
    let first = "Lynch agreed to a thirty-minute interview on Monday."
    let second = "Lynch said there remains a significant gap between the two sides of the board."
    let rest = "\n\nNothing else was decided that evening.\n"
    let mended = second.replacing("significant", with: "signifcant")
    #expect(
      try Self.fates("[A|Lynch]" + first.dropFirst(5) + "\n\n" + second + rest, mended + rest)
        == ["A lost"])
    #expect(
      try Self.fates(first + "\n\n[A|Lynch]" + second.dropFirst(5) + rest, mended + rest)
        == ["A moved"])
    let swapped = mended + "\n\n" + first.replacing("-minute", with: " minute") + rest
    let both = "[A|Lynch]" + first.dropFirst(5) + "\n\n[B|Lynch]" + second.dropFirst(5) + rest
    #expect(try Self.fates(both, swapped) == ["A moved", "B moved"])
  }

  @Test func whatIsLookedForAnewIsNoPartOfAWord() throws {
    let old = "It began on a calm day. [A|as] they say, nobody was there to see it all."
    let new = "It was a calm day. Nobody, they say, came."
    #expect(try Self.fates(old, new) == ["A lost"])
  }

  @Test func aTypoMendedIsAChange() throws {
    let text = "Ida Moos said the board will close the olde pier in March, after storms."
    #expect(
      try Self.fates(Self.sentence, text)
        == ["Speaker changed: Ida Moos", "Topic changed: olde pier", "Date lost"])
  }

  @Test func kindsOfMarksAreAChangeThatReadsTheSame() throws {
    let old = "[Quote|“It’s café–time”], [Speaker|she] said."
    let new = "\"It's cafe\u{301}-time\", she said."
    #expect(
      try Self.fates(old, new)
        == ["Quote changed: \"It's cafe\u{301}-time\" (the same)", "Speaker moved"])
  }

  @Test func capitalsAreNotTheSame() throws {
    let words = try Self.fates(
      "In all, [Topic|the old pier] closes.", "In all, The old pier closes.")
    #expect(words == ["Topic changed: The old pier"])
  }

  @Test func reWrappedLinesAreTheSameWords() throws {
    let old = "He said [Claim|there is no\nmoney left] and\nleft the room."
    let new = "He said there is\nno money left and left\nthe room."
    #expect(
      try Self.fates(old, new) == ["Claim changed: there is\nno money left (the same)"])
  }

  @Test func aMovedParagraphTakesItsSpansAlong() throws {
    let first = "The harbour board met on Monday in the [Place|customs house] by the pier."
    let second = "Nobody had asked the [Group|owners of the cafés] what they thought of it all."
    let third = "The chair promised a [Topic|report] before the summer and a vote soon after."
    let old = [first, second, third].joined(separator: "\n\n")
    let new = [second, first, third].map { MarkedText($0).text }.joined(separator: "\n\n")
    #expect(try Self.fates(old, new) == ["Place moved", "Group moved", "Topic kept"])
  }

  @Test func ofTwoOfAKindTheRightOneIsTaken() throws {
    let old = "The minister spoke. [A|The minister] left. [B|The minister] came back."
    let new = "The minister spoke. The minister came back."
    #expect(try Self.fates(old, new).last == "B moved")
    let other = "The minister spoke. And so: the minister left. The minister came back."
    #expect(try Self.fates(old, other) == ["A changed: the minister", "B moved"])
  }

  @Test func wordsThatStandElsewhereAreNotGuessed() throws {
    let old = "First the mayor spoke of [Topic|money] and nothing else at all.\n\nThen it rained.\n"
    let new = "Then it rained.\n\nA day later somebody found money in the street.\n"
    #expect(try Self.fates(old, new) == ["Topic lost"])
  }

  @Test func splitSpansHaveOneFate() throws {
    let text = MarkedText("“[a|There is no money],” she said, “[b|and no time].” And so on and on.")
    let article = try Article(bytes: Array(text.text.utf8))
    var draft = Draft(AnnotationSet(of: article))
    let ranges = text.spans.map { TextRange($0.lower, $0.upper) }
    draft.add(label: "Claim", ranges: ranges)
    func fate(_ new: String) throws -> SpanFate? {
      let correction = Correction(from: article, to: try Article(bytes: Array(new.utf8)))
      return Reanchoring(of: draft.set, by: correction).fates.first
    }
    let moved = try fate("Well. “There is no money,” she said, “and no time.” And so on and on.")
    #expect(moved?.kind == .moved && moved?.newRanges.count == 2)
    let changed = try fate("“There is no money,” she said, “and now time.” And so on and on.")
    #expect(changed?.newWords == "There is no money and now time")
    #expect(try fate("“There is no money,” she said. And so on and on.")?.kind == .lost)
  }

  @Test func anAnnotationOfTheWholeArticleStays() throws {
    let article = try Article(bytes: Array("Old headline\n\nText.\n".utf8))
    var draft = Draft(AnnotationSet(of: article))
    draft.add(label: "Topic", ranges: [], isArticleLevel: true)
    let new = try Article(bytes: Array("Quite another\n\nText.\n".utf8))
    let outcome = Reanchoring(of: draft.set, by: Correction(from: article, to: new))
    #expect(outcome.fates.map(\.kind) == [.moved])
    #expect(String(decoding: outcome.bytes, as: UTF8.self).contains(" 0 13\tQuite another\n"))
  }

  @Test func twiceIsOnce() throws {
    let text = MarkedText(Self.sentence)
    let article = try Article(bytes: Array(text.text.utf8))
    var draft = Draft(AnnotationSet(of: article))
    for span in text.spans {
      draft.add(label: span.label, ranges: [TextRange(span.lower, span.upper)])
    }
    let new = try Article(bytes: Array(("On Monday " + text.text).utf8))
    let correction = Correction(from: article, to: new)
    let once = Reanchoring(of: draft.set, by: correction)
    let twice = Reanchoring(of: AnnotationSet(parsing: once.bytes, of: article), by: correction)
    #expect(twice.bytes == once.bytes && twice.fates.allSatisfy { $0.kind == .kept })
  }
}
