/// Where the sentences of one paragraph end.
///
/// A sentence ends after `. ! ? …` and what closes with it (quotation marks, brackets), where blanks
/// and then something follow that can begin a sentence; after the full stops of Chinese and Japanese
/// no blank is needed. A full stop after a title, an initial, a number's name, `e.g.` and the like
/// ends none. When these rules change, so does ``ArticleLayout/rulesVersion``.
struct SentenceRules {
  private let scalars: [Unicode.Scalar]

  /// Prepares to divide a paragraph that has no blanks at its edges.
  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The sentences in order, without blanks at their edges; they cover all that is not blank.
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = skippingBlanks(from: 0)
    var place = start
    while place < scalars.count {
      guard scalars[place].isTerminator else {
        place += 1
        continue
      }
      let stop = place
      let end = endOfClosing(from: stop)
      place = end
      guard end < scalars.count, isEnd(stop: stop, end: end, start: start) else { continue }
      sentences.append(start..<end)
      start = skippingBlanks(from: end)
      place = start
    }
    if start < scalars.count { sentences.append(start..<scalars.count) }
    return sentences
  }

  /// The place after the terminators from `stop` on and after the marks, brackets and note numbers
  /// that close with them.
  private func endOfClosing(from stop: Int) -> Int {
    var end = stop
    while end < scalars.count, scalars[end].isTerminator || scalars[end].isMark { end += 1 }
    while end < scalars.count {
      if closes(at: end) {
        end += 1
      } else if let note = endOfNoteNumber(from: end) {
        end = note
      } else {
        break
      }
    }
    return end
  }

  /// Whether a mark or bracket closes something: not if a letter or digit follows an ambiguous one.
  private func closes(at place: Int) -> Bool {
    switch scalars[place] {
    case "”", "’", "»", ")", "]", "}", "」", "』", "）", "】", "》", "〉", "›", "﹂", "﹄": true
    case "\"", "'", "“", "‘", "«":
      place + 1 == scalars.count || !scalars[place + 1].isLetterOrDigit
    default: false
    }
  }

  /// The place after a note number such as `[12]`; `nil` if none stands here.
  private func endOfNoteNumber(from place: Int) -> Int? {
    guard scalars[place] == "[" else { return nil }
    var end = place + 1
    while end < scalars.count, scalars[end].isASCIIDigit, end - place <= 4 { end += 1 }
    guard end > place + 1, end < scalars.count, scalars[end] == "]" else { return nil }
    return end + 1
  }

  private func isEnd(stop: Int, end: Int, start: Int) -> Bool {
    if scalars[stop].isFullWidthTerminator {
      // 「…。」と: the particle goes on with the sentence that holds the quotation.
      return !(scalars[end - 1].isDoubleMark && scalars[end] == "と")
    }
    guard scalars[end].isBlank else {
      // Korean is often set without a blank after the full stop.
      return end == stop + 1 && stop > 0 && scalars[stop - 1].isHangul
        && (scalars[end].isHangul || scalars[end].isDoubleMark)
    }
    let next = firstOfNextWord(from: end)
    guard let first = next.first else { return false }
    if first.isSmallLetter { return false }
    if scalars[stop] == "." && (stop + 1 >= scalars.count || scalars[stop + 1] != ".") {
      return isFullStop(stop: stop, hasClosing: end > stop + 1, next: next, start: start)
    }
    let isEllipsis = scalars[stop] == "…" || scalars[stop] == "."
    return !isEllipsis || (first.isLetterOrDigit && !first.isASCIIDigit)
  }

  private func isFullStop(
    stop: Int, hasClosing: Bool, next: ArraySlice<Unicode.Scalar>, start: Int
  ) -> Bool {
    let word = wordBefore(stop)
    guard let first = word.first, let nextFirst = next.first, !hasClosing else { return true }
    // No abbreviation is longer, and most sentences end in a longer word.
    let spelled = word.count <= Abbreviations.longest ? lowercased(word) : ""
    if Abbreviations.beforeName.contains(spelled) || Abbreviations.goingOn.contains(spelled) {
      return false
    }
    if Abbreviations.beforeNumber.contains(spelled), nextFirst.isASCIIDigit { return false }
    if word.allSatisfy(\.isASCIIDigit) {
      if word.startIndex == start, word.count <= 3 { return false }
      return !(word.count <= 2 && Abbreviations.monthsAfterOrdinal.contains(lowercased(next)))
    }
    let isInitial = word.count == 1 && first.isCapital
    if isInitial || word.contains(".") || Abbreviations.either.contains(spelled) {
      return Abbreviations.sentenceStarters.contains(lowercased(next)) || !nextFirst.isLetterOrDigit
    }
    return true
  }

  /// The run without blanks that ends before `stop`, without marks and brackets at its start.
  private func wordBefore(_ stop: Int) -> ArraySlice<Unicode.Scalar> {
    var start = stop
    // No abbreviation is longer; the limit keeps a paragraph of full stops linear.
    while start > 0, stop - start < 24, !scalars[start - 1].isBlank, !scalars[start - 1].isDash {
      start -= 1
    }
    while start < stop, !scalars[start].isLetterOrDigit { start += 1 }
    return scalars[start..<stop]
  }

  /// The letters that the next word begins with, or else the sign that stands there.
  private func firstOfNextWord(from end: Int) -> ArraySlice<Unicode.Scalar> {
    let start = skippingBlanks(from: end)
    var first = start
    while first < scalars.count, scalars[first].isPunctuation, first - start < 4 { first += 1 }
    guard first < scalars.count, scalars[first].isLetterOrDigit else {
      return scalars[start..<min(start + 1, scalars.count)]
    }
    var last = first
    while last < scalars.count, scalars[last].isLetterOrDigit, last - first < 24 { last += 1 }
    return scalars[first..<last]
  }

  private func lowercased(_ word: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: word)
    return String(text).lowercased()
  }

  private func skippingBlanks(from place: Int) -> Int {
    var place = place
    while place < scalars.count, scalars[place].isBlank { place += 1 }
    return place
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  /// Whether it ends a sentence where blanks are not used.
  fileprivate var isFullWidthTerminator: Bool {
    switch self {
    case "。", "！", "？", "｡", "．": true
    default: false
    }
  }

  /// Whether it can end a sentence.
  fileprivate var isTerminator: Bool {
    switch self {
    case ".", "!", "?", "…", "‼", "⁇", "⁈", "⁉", "؟", "۔", "।", "॥", "።": true
    default: isFullWidthTerminator
    }
  }
}
