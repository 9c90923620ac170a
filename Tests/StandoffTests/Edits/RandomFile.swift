import Standoff
import TestSupport

/// Random articles and standoff files for law tests, tidy ones and messy ones.
struct RandomFile {
  private var seed: Seed

  init(_ seed: UInt64) { self.seed = Seed(seed) }

  static let words = [
    "harbor", "Élan", "e\u{301}tude", "서울의", "京都", "👩‍👩‍👧", "it’s", "“no”", "3.5", "a", "\u{A0}x", "—",
  ]
  static let breaks = [" ", " ", " ", " ", "\n", "\r\n", "\n\n", "\u{2028}", "\t", "  \n "]
  static let labels = ["Speaker", "Claim", "Topic", "Quote", "Réclame"]

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(limit, 1), using: &seed) }

  mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  mutating func shuffled<T>(_ list: [T]) -> [T] { list.shuffled(using: &seed) }

  /// A text of up to `count` words.
  mutating func article(words count: Int = 60) throws -> Article {
    var text = below(10) == 0 ? "\u{FEFF}" : ""
    for _ in 0..<below(count) { text += pick(Self.words) + pick(Self.breaks) }
    return try Article(bytes: Array(text.utf8))
  }

  /// One to three stretches, which may touch, overlap, be blank or lie beyond the end.
  mutating func ranges(in article: Article) -> [TextRange] {
    (0...below(10) / 8).map { _ in
      let start = below(article.scalarCount)
      return TextRange(start, start + below(12))
    }
  }

  /// Lines of every kind, good and bad, with line ends of every kind.
  mutating func bytes(lines count: Int = 30) -> [UInt8] {
    var bytes: [UInt8] = below(20) == 0 ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<below(count) { bytes += line() + Array(pick(["\n", "\n", "\n", "\r\n"]).utf8) }
    if below(3) == 0, bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }

  private mutating func line() -> [UInt8] {
    let id =
      pick(["T", "R", "E", "A", "N", "#", "M"]) + pick(["1", "2", "3", "4", "02", "5a", "1000017"])
    let (t, u) = ("\(pick(["T", "E"]))\(below(5))", "T\(below(5))")
    let start = below(40)
    var text: String
    switch below(14) {
    case 0: text = "\(id)\tSpeaker \(start) \(start + below(9))\twords"
    case 1, 2: text = "T\(below(9))\tClaim \(start) \(start + 3)\tabc"
    case 3: text = "T\(below(9))\tClaim \(start) \(start + 3);\(start + 5) \(start + 9)\tabc\ttail"
    case 4: text = "R\(below(4))\tabout Arg1:\(t) Arg2:\(u)"
    case 5: text = "A\(below(4))\tstance \(t) in favor"
    case 6: text = "N\(below(4))\tReference \(t) wiki:Q\(below(9))\tsome one"
    case 7: text = "#\(below(4))\tAnnotatorNotes \(t)\tone\u{85}two\u{2028}three"
    case 8: text = "*\tEquiv \(t) \(u) T\(below(5))"
    case 9: text = "E\(below(4))\tSay:\(u) Who:T\(below(5)) What:\(t)"
    case 10:
      text = pick(["", " ", "\t", "# hello", "1\tx", "T1", "T9\tX +0 ٥\tabc", "T7\tX 9 1\tq"])
    case 11: text = "T3\tX 99999999999999999999 5\tx"
    case 12: text = "#\(below(4))\tAnnotatorNotes #\(below(4))\t\\n"
    default: text = "\(id)\tFoo \(t) \(u)"
    }
    var bytes = Array(text.utf8)
    if below(25) == 0, !bytes.isEmpty { bytes[below(bytes.count)] = 0xFF }
    return bytes
  }

  /// Some acts on a draft, each on what is there.
  mutating func change(_ draft: inout Draft, acts: Int) {
    for _ in 0..<acts { act(on: &draft) }
  }

  private mutating func act(on draft: inout Draft) {
    let set = draft.set
    let ids = ["T", "E"].flatMap { set.ids(withPrefix: $0) }
    guard !ids.isEmpty, below(4) > 0 else {
      draft.add(
        label: pick(Self.labels), ranges: ranges(in: set.article),
        references: below(4) == 0 ? [("local", pick(Self.words))] : [],
        isArticleLevel: below(8) == 0)
      return
    }
    let (id, other) = (pick(ids), pick(ids))
    switch below(14) {
    case 0: draft.remove(id)
    case 1: draft.setLabel(pick(Self.labels), of: id)
    case 2, 3: draft.setRanges(ranges(in: set.article), of: id)
    case 4, 5:
      draft.setAttribute(pick(["stance", "Scope", "x"]), to: pick(["favor", "a b", nil]), of: id)
    case 6: draft.removeAttribute("stance", of: id)
    case 7: draft.addReference("wiki", key: pick(["Q1", "a b"]), to: id)
    case 8: draft.removeReferences(of: id)
    case 9, 10: draft.addRelation(pick(["about", "by"]), from: id, to: other)
    case 11: draft.addNote(pick(["two\nlines", "tab\there", "\\n"]), to: id)
    case 12: draft.setAnnotators(pick([["alice"], ["alice", "bøb"], []]), of: id)
    default:
      let lines = ["R", "A", "N", "#"].flatMap { set.ids(withPrefix: $0) }
      if let line = lines.isEmpty ? nil : pick(lines) { draft.remove(line) }
    }
  }
}
