/// The quotation marks of one paragraph, and how they pair.
///
/// Most marks say by themselves whether they open or close; the straight ones, and those that one
/// language opens with and another closes with („…“, »…«, ”…”), say so by what is open already and
/// by their neighbours.
struct QuotationMarks {
  /// A mark, with what its neighbours let it be.
  private struct Mark {
    let scalar: Unicode.Scalar
    let range: Range<Int>
    /// Whether what stands before it is a blank, an opening bracket, a dash, or nothing.
    let isFree: Bool
    /// Whether what stands after it is a blank, punctuation, or nothing.
    let isLast: Bool
  }

  private let paragraph: Range<Int>
  private var marks: [Mark] = []
  private let areSingle: Bool

  /// Finds the marks of a paragraph: the double ones or, where there is none, the single ones.
  init(in paragraph: Range<Int>, of article: Article) {
    self.paragraph = paragraph
    var double: [Mark] = []
    var single: [Mark] = []
    var previous: Unicode.Scalar?
    var place = paragraph.lowerBound
    while place < paragraph.upperBound, let (scalar, end) = article.scalar(at: place) {
      if scalar.isDoubleMark || scalar.isSingleMark {
        let next = end < paragraph.upperBound ? article.scalar(at: end)?.scalar : nil
        let mark = Mark(
          scalar: scalar, range: place..<end,
          isFree: previous.map { $0.isBlank || $0.letsMarksOpen } ?? true,
          isLast: next.map { !$0.isLetterOrDigit && !$0.isOpeningMark } ?? true)
        if scalar.isDoubleMark { double.append(mark) } else { single.append(mark) }
      }
      previous = scalar
      place = end
    }
    areSingle = double.isEmpty
    marks = areSingle ? single : double
  }

  /// What stands between the outermost pairs, in text order; a mark left open runs to the end.
  func outermost() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: [Mark] = []
    let laterCloser = laterClosers()
    for (index, mark) in marks.enumerated() {
      if let level = levelClosed(by: mark, open, hasLaterCloser: laterCloser[index]) {
        if level == 0 { found.append(open[0].range.upperBound..<mark.range.lowerBound) }
        open.removeSubrange(level...)
      } else if opens(mark) {
        open.append(mark)
      }
    }
    // An apostrophe at a word's start looks like a straight single mark that is never closed.
    if let first = open.first, !areSingle || first.scalar == "\u{2018}" {
      found.append(first.range.upperBound..<paragraph.upperBound)
    }
    return found
  }

  /// For each mark, whether the next curly double mark after it closes.
  private func laterClosers() -> [Bool] {
    var later = [Bool](repeating: false, count: marks.count)
    var closes = false
    for index in marks.indices.reversed() {
      later[index] = closes
      if marks[index].scalar != "\"" { closes = marks[index].scalar == "”" }
    }
    return later
  }

  /// Which of the open marks a mark closes, the nearest that it can; `nil` if none.
  private func levelClosed(by mark: Mark, _ open: [Mark], hasLaterCloser: Bool) -> Int? {
    guard !open.isEmpty else { return nil }
    if areSingle, !mark.isLast || (mark.isFree && mark.scalar != "›" && mark.scalar != "‹") {
      return nil
    }
    if let level = open.lastIndex(where: { Self.answers(mark, $0) }) { return level }
    // “like this", typed half by hand, unless a proper closing mark still comes.
    let isStraight = mark.scalar == "\"" || mark.scalar == "＂"
    if isStraight, mark.isLast, !mark.isFree, !hasLaterCloser { return open.count - 1 }
    return nil
  }

  /// Whether `mark` closes what `open` opened.
  private static func answers(_ mark: Mark, _ open: Mark) -> Bool {
    switch (open.scalar, mark.scalar) {
    case ("“", "”"), ("„", "“"), ("„", "”"), ("„", "‟"), ("‟", "”"), ("«", "»"), ("「", "」"),
      ("『", "』"), ("﹁", "﹂"), ("﹃", "﹄"), ("｢", "｣"), ("〝", "〞"), ("〝", "〟"), ("\"", "\""),
      ("＂", "＂"), ("‘", "’"), ("‚", "‘"), ("‚", "’"), ("‛", "’"), ("‹", "›"), ("'", "'"):
      true
    case ("»", "«"), ("›", "‹"): true
    case ("”", "”"), ("»", "»"), ("“", "“"), ("’", "’"), ("„", "\""): !mark.isFree && mark.isLast
    case ("\"", "”"): !mark.isFree
    default: false
    }
  }

  /// Whether a mark that closes nothing opens something.
  private func opens(_ mark: Mark) -> Bool {
    switch mark.scalar {
    case "“", "„", "‟", "«", "「", "『", "﹁", "﹃", "｢", "〝": true
    case "‚", "‛", "‹": true
    case "‘": !mark.isLast || mark.isFree
    case "\"", "＂": mark.isFree || !mark.isLast
    case "”", "»", "’", "'", "›": mark.isFree && !mark.isLast
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var letsMarksOpen: Bool {
    isDash || isOpeningMark || properties.generalCategory == .openPunctuation
  }

  fileprivate var isOpeningMark: Bool {
    switch self {
    case "“", "‘", "„", "‚", "‟", "‛", "«", "‹": true
    default: isDoubleMark && properties.generalCategory == .openPunctuation
    }
  }
}
