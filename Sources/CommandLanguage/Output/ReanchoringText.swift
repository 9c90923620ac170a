package import Standoff

/// What re-anchoring a standoff file came to, as people and programs read it.
package struct ReanchoringText {
  private let file: ArticleReanchoring.File
  private let article: Article

  /// Lays out what became of a file; `article` is the one as it is now.
  package init(_ file: ArticleReanchoring.File, on article: Article) {
    self.file = file
    self.article = article
  }

  /// Whether all was kept, and nothing waits.
  package var isQuiet: Bool {
    file.count(.kept) == file.fates.count && file.restored.isEmpty && file.parkedCount == 0
  }

  /// The counts in one line.
  package var summary: String {
    var parts = SpanFate.Kind.allCases.map { "\(file.count($0)) \($0.rawValue)" }
    if !file.restored.isEmpty { parts.append("\(file.restored.count) taken up again") }
    let unusable = file.unusable
    return "\(file.path): " + parts.joined(separator: ", ")
      + (unusable > 0 ? "; \(counted(unusable, "line")) cannot be used and stay" : "")
  }

  /// The summary, and a line for each annotation that a person should look at.
  package var lines: [String] {
    var lines = [summary]
    for fate in file.fates where fate.kind == .changed {
      let words = ChangedWords(from: fate.oldWords, to: fate.newWords)
      lines.append(
        "  changed  \(place(of: fate.newRanges))\(fate.label)  \(words.old) → \(words.new)"
          + "  \(Self.decimal(fate.score))\(fate.score == 1 ? " (reads the same)" : "")")
    }
    for fate in file.fates where fate.kind == .lost {
      lines.append("  lost     \(fate.label)  \(ChangedWords.excerpt(fate.oldWords))")
    }
    for annotation in file.restored {
      let words = ChangedWords.excerpt(article.text(in: annotation.ranges))
      lines.append("  back     \(place(of: annotation.ranges))\(annotation.label)  \(words)")
    }
    if file.parkedCount > 0 {
      let verb = file.parkedCount == 1 ? "waits" : "wait"
      lines.append("  \(counted(file.parkedCount, "annotation")) \(verb) in \(file.parkedPath)")
    }
    return lines.map(\.visible)
  }

  /// The object of the programs reference.
  package var json: JSONValue {
    .object([
      ("file", .string(file.path)), ("kept", .integer(file.count(.kept))),
      ("moved", .integer(file.count(.moved))),
      (
        "changed",
        .array(
          file.fates.filter { $0.kind == .changed }.map { fate in
            .object([
              ("id", .string(fate.id.description)), ("from", .string(fate.oldWords)),
              ("to", .string(fate.newWords)), ("score", .number(Self.rounded(fate.score))),
            ])
          })
      ),
      (
        "lost",
        .array(
          file.fates.filter { $0.kind == .lost }.map { fate in
            .object([
              ("id", .string(fate.id.description)), ("text", .string(fate.oldWords)),
            ])
          })
      ),
      (
        "restored",
        .array(
          file.restored.map { annotation in
            .object([
              ("id", .string(annotation.id.description)),
              ("text", .string(article.text(in: annotation.ranges))),
            ])
          })
      ),
      ("parked", .integer(file.parkedCount)),
    ])
  }

  private func place(of ranges: [TextRange]) -> String {
    ranges.first.flatMap { article.layout.address(of: $0.lower) }.map { "\($0)  " } ?? ""
  }

  private static func rounded(_ score: Double) -> Double { (score * 100).rounded() / 100 }

  private static func decimal(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// The words of a span before and after a correction, cut to where they differ.
struct ChangedWords {
  /// The old words, in quotation marks.
  let old: String
  /// The new words, in quotation marks.
  let new: String

  /// How many code points of words that are the same are shown on either side of a difference.
  private static let margin = 16
  /// How many code points are shown at most.
  private static let longest = 72

  /// Lays out two wordings.
  init(from old: String, to new: String) {
    let (a, b) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    let most = min(a.count, b.count)
    var head = 0
    while head < most, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < most - head, a[a.count - tail - 1] == b[b.count - tail - 1] { tail += 1 }
    self.old = Self.excerpt(a, head, tail)
    self.new = Self.excerpt(b, head, tail)
  }

  /// The words in quotation marks; of long ones the start and the end.
  static func excerpt(_ words: String) -> String {
    excerpt(Array(words.unicodeScalars), 0, 0)
  }

  /// The words in quotation marks, without what is the same far from the difference.
  private static func excerpt(_ words: [Unicode.Scalar], _ head: Int, _ tail: Int) -> String {
    if words.count <= longest { return "“\(text(words[...]))”" }
    var start = head > margin ? head - margin : 0
    var end = tail > margin ? words.count - tail + margin : words.count
    while start > 0, start < head, words[start - 1] != " " { start += 1 }
    while end < words.count, end > words.count - tail, words[end] != " " { end -= 1 }
    let (before, after) = (start > 0 ? "… " : "", end < words.count ? " …" : "")
    let shown = words[start..<max(start, end)]
    guard shown.count > longest else { return "“\(before)\(text(shown))\(after)”" }
    let half = longest / 2
    return "“\(before)\(text(shown.prefix(half))) … \(text(shown.suffix(half)))\(after)”"
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
