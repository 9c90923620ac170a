import TestSupport
import Testing

@testable import Standoff

/// Re-anchoring by the quoted words, their order and their neighbours.
@Suite struct QuotedPlacesTests {
  private func fates(_ old: String, _ new: String) throws -> [String] {
    try ReanchoringTests.fates(old, new, withOldText: false)
  }

  @Test func whatFitsIsKept() throws {
    let text = MarkedText(ReanchoringTests.sentence).text
    #expect(
      try fates(ReanchoringTests.sentence, text) == ["Speaker kept", "Topic kept", "Date kept"])
  }

  @Test func wordsThatStandOnceAreFollowed() throws {
    let text =
      "On Monday Ida Moss said the board will close the very old pier in June, after storms."
    #expect(
      try fates(ReanchoringTests.sentence, text)
        == ["Speaker moved", "Topic moved", "Date moved"])
  }

  @Test func wordsThatStandOftenGoByTheirNeighbours() throws {
    let old =
      "The vote: [A|Moss] said yes, [B|Moss] said no, and [C|the harbour master] left with [D|Moss]."
    let new = "The long vote: Moss said yes, Moss said no, and the harbour master left with Moss."
    #expect(try fates(old, new) == ["A moved", "B moved", "C moved", "D moved"])
  }

  @Test func whatKeptNoDistanceIsDoubtfulWhereItStandsElsewhere() throws {
    let old =
      "The harbour master spoke. [A|Moss] said yes, and [B|the ferry company] had its say too."
    let new =
      "Moss came. " + String(repeating: "It rained. ", count: 30)
      + "The harbour master spoke at length. Moss said yes, and the ferry company had its say."
    // It is where it was, as seen from the company.
    #expect(try doubtful(old, new) == [false, false])
    let turned = new.replacing("said yes, and", with: "said no, while")
    #expect(try doubtful(old, turned) == [true, false])
    // It stands once, but too little is left to tell by.
    let alone = String(new.dropFirst(5)).replacing("said yes", with: "agreed")
    #expect(try doubtful(old, alone) == [true, false])
  }

  /// The one that was meant is gone, and one is left elsewhere: it does not push out what has not moved.
  @Test func theLastNamesakeIsDoubtful() throws {
    let old =
      "Moss spoke first at the [A|meeting]. The council listened, and later said that [B|Moss] had left."
    let new = MarkedText(old).text.replacing("that Moss had", with: "that she had")
    #expect(try fates(old, new) == ["A kept", "B lost"])
    let alone = old.replacing("[A|meeting]", with: "meeting")
    #expect(try doubtful(alone, new) == [true])
  }

  @Test func ofTwoPlacesAsGoodNeitherIsTaken() throws {
    let old = "[A|Moss] spoke."
    let new = "Before that, Moss slept, and Moss woke."
    #expect(try fates(old, new) == ["A lost"])
  }

  @Test func wordsThatWereChangedAreFoundBetweenTheirNeighbours() throws {
    let old = "[A|Ida Moss] who leads the [B|transport commitee] met [C|Tom Reyes] on Monday."
    let new = "Yesterday Ida Moss who leads the transport committee met Tom Reyes on Monday."
    #expect(
      try fates(old, new) == ["A moved", "B changed: transport committee", "C moved"])
  }

  @Test func kindsOfMarksReadTheSame() throws {
    let old = "She said [A|it’s late – too late] and [B|left the room]."
    let new = "Then she said it's late - too late and left the room."
    #expect(
      try fates(old, new) == ["A changed: it's late - too late (the same)", "B moved"])
  }

  @Test func aMovedSentenceIsFoundWhereItIsLong() throws {
    let long = "nobody had asked the owners of the cafés what they thought of it"
    let old = "First [A|\(long)]. Then [B|the board] met. Then [C|the mayor] spoke of [D|money]."
    let new = "So the board met. Then the mayor spoke of money. Last \(long)."
    #expect(try fates(old, new) == ["A moved", "B moved", "C moved", "D moved"])
  }

  @Test func thousandsOfSpansAreFoundInTime() throws {
    var marked = ""
    var plain = "Put in before all.\n"
    for number in 0..<3000 {
      marked += "The [A|minister] of [B|place\(number)] said the [C|same] thing.\n"
      plain += "The minister of place\(number) said the same thing.\n"
    }
    let found = try fates(marked, plain)
    #expect(found.allSatisfy { $0.hasSuffix(" moved") } && found.count == 9000)
  }

  @Test func whatAnArticleSaysTwiceKeepsItsDistances() throws {
    let line = ") [A|IgG] binds [B|IL-10] here."
    let old = "1 \(line)\n\nSome words in between.\n\n2 \(line)\n"
    let text = MarkedText(old).text
    let new = text.replacing("here", with: "heere", maxReplacements: 1)
    #expect(try fates(old, new) == ["A kept", "B kept", "A moved", "B moved"])
    #expect(try doubtful(old, new) == [false, false, false, false])
  }

  @Test func aSentenceThatStandsTwiceNowIsDoubtful() throws {
    let sentence = "The [A|board] met the [B|mayor] about the [C|old pier]. "
    let old =
      "[D|Ida Moss] spoke at length on Monday evening. \(sentence)[E|Nobody said anything else] then."
    let copy = MarkedText(sentence).text
    let new = MarkedText(old).text.replacing(copy, with: copy + copy)
    #expect(try doubtful(old, new) == [false, true, true, true, false])
    #expect(try fates(old, new) == ["D kept", "A kept", "B kept", "C kept", "E moved"])
  }

  @Test func partsOfWordsAreFoundWhereTheyKeepTheirDistance() throws {
    let old = "An [A|anti]body and its [B|phospho]rylation met [C|the harbour master] in June."
    let new = "Once an antibody and its phosphorylation met the harbour master in June."
    #expect(try fates(old, new) == ["A moved", "B moved", "C moved"])
  }

  /// Two paragraphs change places: both are found, and what meets is not certain.
  @Test func whatWasMovedIsFoundOutOfItsOrder() throws {
    let (one, two) = ("The bridge will close in spring", "She did not work with exactness")
    let swapped = "\(two).\n\(one).\n"
    #expect(try fates("[A|\(one)].\n[B|\(two)].\n", swapped) == ["A moved", "B moved"])
    let old =
      "[A|Mr. Lou] praised the wall by the sea.\n[B|Mr. Lou] doubted [C|every word of the report].\n"
    let lines = MarkedText(old).text.split(separator: "\n")
    let turned = "\(lines[1])\n\(lines[0])\n"
    #expect(try doubtful(old, turned).prefix(2) == [true, true])
  }

  /// A paragraph goes, and another says its words too.
  @Test func aPairThatMovedIsNotCertainByItself() throws {
    let old = "It was fine, [A|Sanders] [B|said].\n[C|It was an honor], Sanders said.\n"
    #expect(try doubtful(old, "It was an honor, Sanders said.\n") == [true, true, true])
  }

  /// What the file has in two pieces stays so without a line end between them; whether one was there before
  /// nobody knows.
  @Test(arguments: [(" ", true), ("\n", false)])
  func piecesAreNotJoinedOverABlank(_ gap: String, _ isDoubtful: Bool) throws {
    let words = "the harbour master would close the old pier"
    let new = try Article(
      bytes: Array("Now the harbour master would\(gap)close the old pier.\n".utf8))
    let old = AnnotationSet(parsing: Array("T1\tQuote 0 24;25 43\t\(words)\n".utf8), of: new)
    let outcome = Reanchoring(of: old, to: new)
    #expect(
      String(decoding: outcome.bytes, as: UTF8.self) == "T1\tQuote 4 28;29 47\t\(words)\n")
    #expect(outcome.fates.map(\.isDoubtful) == [isDoubtful])
  }

  /// Whether each span marked in `old` is doubtful.
  private func doubtful(_ old: String, _ new: String) throws -> [Bool] {
    let text = MarkedText(old)
    var draft = Draft(AnnotationSet(of: try Article(bytes: Array(text.text.utf8))))
    for span in text.spans {
      draft.add(label: span.label, ranges: [TextRange(span.lower, span.upper)])
    }
    return Reanchoring(of: draft.set, to: try Article(bytes: Array(new.utf8))).fates
      .map(\.isDoubtful)
  }
}
