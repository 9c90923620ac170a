import TestSupport

/// Commands at random, right and wrong ones, over ``SampleArticle``s and whatever was made so far.
struct RandomCommands {
  private var seed: Seed

  init(_ seed: UInt64) { self.seed = Seed(seed) }

  /// A number from 0 up to but not including `limit`.
  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &seed) }

  private mutating func one(of choices: [String]) -> String {
    choices[below(choices.count)]
  }

  /// The name of an article.
  mutating func article() -> String { one(of: ["ferry", "notice", "hostile"]) }

  /// What most sessions begin with, so that there is something to change and take away.
  mutating func beginning() -> [String] {
    below(4) == 0
      ? []
      : [
        "speaker 1 as one", "claim 1 by=one stance=against", "topic 1 ref=local:t",
        "quote 1 says=$ nested=yes", "claim \"a\"[1] by=\"the\"[1]",
      ]
  }

  /// A line of one command, or of two.
  mutating func line() -> String {
    let first = command()
    return below(12) == 0 ? first + "; " + command() : first
  }

  private mutating func command() -> String {
    switch below(20) {
    case 0...5: mark()
    case 6: "set \(references()) \(attribute()) \(attribute())"
    case 7: "unset \(references()) " + one(of: ["stance", "ref", "kind", "nested", "ref=local:a"])
    case 8: "link \(references()) \(relation()) \(reference()),\(reference())"
    case 9: "unlink \(references()) \(relation()) \(reference())"
    case 10: "relabel \(references()) \(label())"
    case 11: "respan \(reference()) " + one(of: [span(), "$ .. " + span(), reference()])
    case 12: "untag \(references())"
    case 13: "same \(reference()) \(references())" + one(of: ["", " as one", " as other"])
    case 15, 16: one(of: likely)
    case 14: "note \(reference()) " + one(of: ["\"n\"", "\"ä\\tb\\nc\\\\\"", "\"\\u{2028}x\"", ""])
    default:
      one(of: ["undo", "undo 2", "undo 40", "redo", "redo 3", "revert", "list", "history", "save"])
    }
  }

  /// Commands that often find what they name, so that each act is carried out again and again.
  private let likely = [
    "speaker \"Ida Moss\" as one", "speaker 1.1", "claim 2.1 by=\"Moss\"", "claim 1 by=one",
    "quote marks in 3", "topic 1 ref=local:t", "link c1 by s1", "link q1 by s1", "link c1 about t1",
    "link c1 supports c2", "unlink c1 by one", "unlink claim:1 by one",
    "unlink quote:1 says claim:1", "unlink q1 by s1", "unlink c1 about t1",
    "set claim:1 stance=favor",
    "unset claim:1 stance", "set q1 nested=yes", "set quote:1 nested=no", "same s1 s2",
    "relabel claim:1 Evidence",
    "relabel e1 Claim", "respan s1 s1 .. \"Monday\"", "untag c1", "unset where (topic) ref",
  ]

  private mutating func mark() -> String {
    var line = "\(label()) \(span())"
    for _ in 0..<below(3) {
      line +=
        " " + one(of: [attribute(), "\(relation())=\(target())", "ref=local:" + one(of: words)])
    }
    if below(5) == 0 { line += " as " + one(of: ["one", "other", "Three", "tag"]) }
    if below(12) == 0 { line += " --inside" }
    return line
  }

  private mutating func label() -> String {
    one(of: ["speaker", "quote", "cue", "claim", "topic", "addressee", "evidence", "tag", "clam"])
  }

  private mutating func attribute() -> String {
    one(of: [
      "stance=favor", "stance=against", "kind=person", "kind=fact", "nested=yes", "nested=no",
      "verdict=\"a \\\"b\\\" # c; d\"", "verdict=“é … é”", "certainty=hedged", "stance=odd",
      "ref=local:a", "ref=wikidata:Q1", "ref=wikidata:x", "salience=main",
    ])
  }

  private mutating func relation() -> String {
    one(of: ["by", "about", "says", "cue", "supports", "attacks", "attributedTo", "to", "bye"])
  }

  private mutating func target() -> String {
    one(of: [reference(), "\"\(one(of: words))\"", "speaker:\"\(one(of: words))\"", "topic:1"])
  }

  private mutating func references() -> String {
    switch below(6) {
    case 0: "where (\(query()))"
    case 1: reference() + " " + reference()
    case 2: one(of: ["s1-s3", "c1-c2", "t1-t9", "q2-q1"])
    default: reference()
    }
  }

  private mutating func reference() -> String {
    one(of: [
      "$", "$", "s1", "s2", "c1", "c2", "c3", "q1", "t1", "t2", "e1", "u1", "a1", "one", "other",
      "T", "T1", "E1", "\"\(one(of: words))\"",
    ])
  }

  private mutating func query() -> String {
    one(of: [
      "claim", "speaker", "not topic", "stance=against", "without by", "in 2", "by s1", "note",
      "overlapping $", "text ~ /a/", "claim or quote", "claim stance",
    ])
  }

  /// A span.
  mutating func span() -> String {
    switch below(14) {
    case 0: "\"\(one(of: words))\"[all]"
    case 1: "\"\(one(of: words))\"[\(below(4))]"
    case 2: "\"\(one(of: words))\" .. \"\(one(of: words))\""
    case 3: "\(1 + below(5))"
    case 4: "\(1 + below(3)).\(1 + below(2))"
    case 5: "@\(below(400))-\(below(400))"
    case 6: "marks in \(1 + below(4))"
    case 7: "/\\w\(one(of: words).prefix(1))+/[all]"
    case 8: "\"\(one(of: words))\"[1] + \"\(one(of: words))\"[-1]"
    case 9: "article"
    case 10: one(of: ["$", "s1", "c1", "hits"])
    case 11: "2.1.\(1 + below(3))-\(2 + below(6))"
    default: "\"\(one(of: words))\"" + one(of: ["", "~", "i", "[1]", " in 2", " in 1-3"])
    }
  }

  private let words = [
    "Moss", "Ida Moss", "board", "the board", "boat", "café", "서울", "👩‍👩‍👧", "Kim", "mill", "loss",
    "Brook", "red", "evil", "must close", "the", "a",
  ]
}
