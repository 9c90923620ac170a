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

  /// Whether all was kept without a doubt, and nothing waits.
  package var isQuiet: Bool {
    file.count(.kept) == file.fates.count && file.restored.isEmpty && file.parkedCount == 0
      && !file.fates.contains(where: \.isDoubtful)
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
    for fate in file.fates where fate.isDoubtful && fate.kind != .changed {
      lines.append(
        "  doubtful \(place(of: fate.newRanges))\(fate.label)  \(ChangedWords.excerpt(fate.newWords))"
          + "  \(Self.decimal(fate.score))")
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
        "doubtful",
        .array(
          file.fates.filter(\.isDoubtful).map { fate in
            .object([
              ("id", .string(fate.id.description)), ("text", .string(fate.newWords)),
              ("score", .number(Self.rounded(fate.score))),
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
