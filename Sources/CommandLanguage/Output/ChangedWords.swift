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
