import Standoff
import TestSupport

/// A random article with annotations that galley made itself, in which nothing is wrong.
struct CleanFile {
  private static let words = [
    "harbor", "Élan", "e\u{301}tude", "서울", "京都", "👩‍👩‍👧", "board", "Tuesday", "3.5", "ferry", "snow",
  ]
  private static let gaps = [" ", " ", " ", " ", ", ", ". ", "\n", "\r\n", " “", "” "]

  let text: String
  let lines: [String]

  init(_ seed: inout Seed) throws {
    var text = ""
    var places: [(start: Int, end: Int)] = []
    for _ in 0..<60 {
      let word = Self.words.randomElement(using: &seed) ?? ""
      let start = text.unicodeScalars.count
      text += word
      places.append((start, text.unicodeScalars.count))
      text += Self.gaps.randomElement(using: &seed) ?? " "
    }
    text += "\n"
    self.text = text
    var draft = Draft(AnnotationSet(of: try Article(bytes: Array(text.utf8))))
    var made: [String: [AnnotationID]] = [:]
    for _ in 0..<24 {
      let label = ["Speaker", "Claim", "Topic", "Evidence"].randomElement(using: &seed) ?? "Topic"
      let first = Int.random(in: 0..<55, using: &seed)
      let last = first + Int.random(in: 0..<5, using: &seed)
      let range = TextRange(places[first].start, places[last].end)
      guard draft.set.annotations(labeled: label, on: [range]).isEmpty else { continue }
      made[label, default: []].append(draft.add(label: label, ranges: [range]))
    }
    for claim in made["Claim"] ?? [] {
      draft.setAttribute("stance", to: "favor", of: claim)
      if let speaker = made["Speaker"]?.randomElement(using: &seed) {
        _ = draft.addRelation("attributedTo", from: claim, to: speaker)
      }
    }
    for topic in made["Topic"] ?? [] {
      draft.addReference("local", key: "thing", to: topic)
      draft.addNote("see also\nthe second page", to: topic)
    }
    lines = String(decoding: draft.set.encoded(), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  /// The numbers, from 0, of the lines whose id begins so.
  func places(of family: Character) -> [Int] {
    lines.indices.filter { lines[$0].first == family }
  }

  /// The words of the line, tab by tab.
  func columns(_ place: Int) -> [String] {
    lines[place].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
