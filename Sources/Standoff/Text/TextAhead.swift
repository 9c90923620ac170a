/// The text that follows a place within its paragraph, and where words, names and clauses end in it.
package struct TextAhead {
  /// Where it begins.
  package let start: ScalarOffset
  /// Its code points; none at a paragraph's end and between paragraphs.
  let scalars: [Unicode.Scalar]
  /// Some code points before it, of the same paragraph.
  private let behind: [Unicode.Scalar]
  /// How many letters of a script without blanks are taken for a word.
  private static let longestUnspacedWord = 8
  /// How far back the beginning of a word is looked for.
  private static let longestWord = 64

  /// Reads the article from a place on, at most `reach` code points.
  package init(of article: Article, from start: ScalarOffset, reach: Int) {
    self.start = start
    guard let number = article.layout.paragraphNumber(at: start),
      let paragraph = article.layout.paragraph(number)
    else {
      (scalars, behind) = ([], [])
      return
    }
    let end = min(paragraph.upper.value, start.value + reach)
    let lower = max(paragraph.lower.value, start.value - Self.longestWord)
    scalars = Array(article.text(in: TextRange(start.value, end)).unicodeScalars)
    behind = Array(article.text(in: TextRange(lower, start.value)).unicodeScalars)
  }

  /// Whether a word goes on here that began before.
  package var isInsideWord: Bool {
    guard let last = behind.last, last.isOfWord, let next = scalars.first else { return false }
    return next.isOfWord && !next.isOfScriptWithoutBlanks || joins(0)
  }

  /// The end of the word that goes on here or, where none does, of the next; `nil` where the
  /// paragraph has no further one.
  package var wordEnd: ScalarOffset? {
    var index = 0
    if !isInsideWord {
      while index < scalars.count, !scalars[index].isOfWord { index += 1 }
    }
    return index < scalars.count ? place(runEnd(from: index)) : nil
  }

  /// Where words begin and, in scripts without blanks, letters.
  package var wordStarts: [ScalarOffset] {
    var starts: [ScalarOffset] = []
    var index = isInsideWord ? runEnd(from: 0) : 0
    while let scalar = scalar(index) {
      if scalar.isOfWord { starts.append(place(index)) }
      let isRun = scalar.isOfWord && !scalar.isOfScriptWithoutBlanks
      index = isRun ? max(index + 1, runEnd(from: index)) : index + 1
    }
    return starts
  }

  /// The end of the name that the word up to `end` belongs to, where further capitalised words
  /// follow it; `nil` where none does.
  package func nameEnd(from end: ScalarOffset) -> ScalarOffset? {
    let first = end.value - start.value
    guard let word = word(before: first), word.first?.isCapital == true else { return nil }
    var index = first
    if scalar(index) == ".", Abbreviations.beforeName.contains(String(word).lowercased()) {
      index += 1
    }
    var last: Int?
    while scalar(index)?.isBlank == true, scalar(index + 1)?.isCapital == true {
      index = runEnd(from: index + 1)
      last = index
    }
    return last.map(place)
  }

  /// The places before a comma, a dash, a bracket, a quotation mark and the like, up to `limit`.
  func clauseEnds(upTo limit: Int) -> [Int] {
    var ends: [Int] = []
    for index in scalars.indices.prefix(limit) where partsClauses(index) {
      var end = index
      while end > 0, scalars[end - 1].isBlank || scalars[end - 1].isDash { end -= 1 }
      if end > 0, scalars[end - 1].isOfWord, ends.last != end { ends.append(end) }
    }
    return ends
  }

  /// The place in the article of an index of ``scalars``.
  func place(_ index: Int) -> ScalarOffset { ScalarOffset(start.value + index) }

  /// The code point at an index, which is negative before the start.
  private func scalar(_ index: Int) -> Unicode.Scalar? {
    if index < 0 { return index >= -behind.count ? behind[behind.count + index] : nil }
    return index < scalars.count ? scalars[index] : nil
  }

  /// The end of the run of letters that begins at an index, with the hyphens, apostrophes and points
  /// that join them.
  private func runEnd(from start: Int) -> Int {
    var index = start
    var unspaced = 0
    while let scalar = scalar(index) {
      if scalar.isOfScriptWithoutBlanks { unspaced += 1 }
      guard scalar.isOfWord || joins(index), unspaced <= Self.longestUnspacedWord else { break }
      index += 1
    }
    // The last point of `U.S.` belongs to it.
    let isAbbreviation = scalar(index) == "." && scalar(index - 2) == "."
    return isAbbreviation && scalar(index - 1)?.isCapital == true ? index + 1 : index
  }

  /// The word that ends before an index, without a possessive `’s`.
  private func word(before end: Int) -> String.UnicodeScalarView? {
    var start = end
    while scalar(start - 1)?.isOfWord == true || joins(start - 1) { start -= 1 }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: (start..<max(start, end)).compactMap(scalar))
    return word.isEmpty ? nil : word
  }

  /// Whether what stands here joins two letters to one word: `Jae-in`, `don’t`, `U.S`, `41,000`; not
  /// the apostrophe of `Seoul’s`.
  private func joins(_ index: Int) -> Bool {
    guard let before = scalar(index - 1), let joint = scalar(index), let after = scalar(index + 1),
      before.isOfWord, after.isLetterOrDigit
    else { return false }
    let areDigits = before.isDecimalDigit && after.isDecimalDigit
    switch joint {
    case ",", ":", "\u{2013}": return areDigits
    case ".", "-", "\u{2010}", "\u{2011}", "_", "&", "@", "/": return true
    default: return joint.isSingleMark && !isPossessive(index)
    }
  }

  private func isPossessive(_ index: Int) -> Bool {
    guard let letter = scalar(index + 1), letter == "s" || letter == "S" else { return false }
    return scalar(index + 2)?.isOfWord != true
  }

  /// Whether a clause ends before what stands here.
  private func partsClauses(_ index: Int) -> Bool {
    let scalar = scalars[index]
    switch scalar {
    case ",", ";", ":": return self.scalar(index + 1)?.isLetterOrDigit != true
    case "、", "，", "；", "：", "。", "！", "？", "،", "؛", "؟", "(", ")", "[", "]", "（", "）", "\u{2014}":
      return true
    default:
      return scalar.isDoubleMark || scalar.isDash && self.scalar(index - 1)?.isBlank == true
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or a mark on one.
  var isOfWord: Bool { isLetterOrDigit || isMark }

  fileprivate var isDecimalDigit: Bool { properties.generalCategory == .decimalNumber }
}
