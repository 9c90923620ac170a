import TestSupport

@testable import Standoff

/// A random article and what a desk makes of it.
struct RandomCorrection {
  private var seed: Seed
  private(set) var old = ""
  private(set) var new = ""

  static let words = [
    "harbor", "the", "the", "a", "minister", "said", "on", "Monday", "“there", "is", "no",
    "problem”",
    "it’s", "café", "cafe\u{301}", "Ñandú", "서울의", "京都", "中韓關係", "👩‍👩‍👧", "twenty-one", "report",
    "Élan", "budget", "vote", "in", "of", "\"well\"", "don't", "—",
  ]

  init(_ number: UInt64) {
    seed = Seed(number)
    var paragraphs = (0..<Int.random(in: 1...8, using: &seed)).map { _ in paragraph() }
    let end = Int.random(in: 0...3, using: &seed) == 0 ? "\n" : "\n\n"
    old = paragraphs.joined(separator: end)
    for _ in 0..<Int.random(in: 0...6, using: &seed) { edit(&paragraphs) }
    new = paragraphs.joined(separator: end)
    switch Int.random(in: 0...7, using: &seed) {
    case 0: new = String(new.unicodeScalars.flatMap { $0 == "\n" ? "\r\n" : String($0) })
    case 1: new = Self.decomposed(new)
    case 2: new = new.replacing(" ", with: "\n")
    case 3: new = Self.straightened(new)
    default: break
    }
  }

  private mutating func below(_ limit: Int) -> Int {
    Int.random(in: 0..<max(1, limit), using: &seed)
  }

  private mutating func paragraph() -> String {
    (0...below(40)).map { _ in Self.words[below(Self.words.count)] }.joined(separator: " ")
      + "."
  }

  private mutating func edit(_ paragraphs: inout [String]) {
    guard !paragraphs.isEmpty else { return paragraphs.append(paragraph()) }
    let place = below(paragraphs.count)
    var words = paragraphs[place].split(separator: " ").map(String.init)
    switch below(8) {
    case 0: paragraphs.insert(paragraph(), at: place)
    case 1: paragraphs.remove(at: place)
    case 2: paragraphs.insert(paragraphs.remove(at: place), at: below(paragraphs.count + 1))
    case 3:
      words.insert(Self.words[below(Self.words.count)], at: below(words.count))
      paragraphs[place] = words.joined(separator: " ")
    case 4:
      words.removeSubrange(below(words.count)..<words.count)
      paragraphs[place] = words.joined(separator: " ")
    case 5 where !words.isEmpty:
      words[below(words.count)] = Self.words[below(Self.words.count)]
      paragraphs[place] = words.joined(separator: " ")
    default:
      var scalars = Array(paragraphs[place].unicodeScalars)
      guard !scalars.isEmpty else { return }
      let scalar = below(scalars.count)
      if below(2) == 0 { scalars.remove(at: scalar) } else { scalars[scalar] = "x" }
      paragraphs[place] = String(String.UnicodeScalarView(scalars))
    }
  }

  /// Some spans, of one piece or two, as the lines of a standoff file.
  mutating func standoff(on article: Article) -> [UInt8] {
    var draft = Draft(AnnotationSet(of: article))
    for _ in 0..<below(25) {
      var ranges = [range(in: article)]
      if below(6) == 0 { ranges.append(range(in: article)) }
      let id = draft.add(label: ["Claim", "Topic", "Speaker"][below(3)], ranges: ranges)
      if below(3) == 0 { draft.setAttribute("stance", to: "favor", of: id) }
      if below(4) == 0 { draft.addNote("look again", to: id) }
    }
    let ids = draft.set.ids(withPrefix: "T")
    for _ in 0..<below(6) where ids.count > 1 {
      draft.addRelation("about", from: ids[below(ids.count)], to: ids[below(ids.count)])
    }
    return draft.set.encoded()
  }

  private mutating func range(in article: Article) -> TextRange {
    let start = below(article.scalarCount)
    return article.widenedToGraphemes(
      TextRange(start, min(article.scalarCount, start + 1 + below(30))))
  }

  private static func decomposed(_ text: String) -> String {
    text.replacing("é", with: "e\u{301}").replacing("Ñ", with: "N\u{303}")
      .replacing("ú", with: "u\u{301}").replacing("É", with: "E\u{301}")
  }

  private static func straightened(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { "“”".unicodeScalars.contains($0) ? "\"" : $0 == "’" ? "'" : $0 }))
  }
}
