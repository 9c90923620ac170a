import Standoff
import TestSupport
import Testing

/// The search of an article against a slow one that does what the design says, word for word.
@Suite struct SearchLawTests {
  @Test(arguments: 0..<400) func findsWhatASlowSearchFinds(seed: UInt64) throws {
    var random = Seed(seed)
    let pieces = seed % 2 == 0 ? RandomText.pieces : Self.similarPieces
    let text = RandomText.make(&random, length: 60, from: pieces)
    let article = try Article(bytes: Array(text.utf8))
    for _ in 0..<12 {
      let words = Self.words(of: text, pieces, &random)
      let options = Article.SearchOptions(
        ignoresCase: Bool.random(using: &random), ignoresWordEdges: Bool.random(using: &random))
      let found = article.occurrences(of: words, options).map(\.range)
      let expected = SlowSearch(text).occurrences(of: words, options)
      #expect(
        found == expected, "seed \(seed): \(words.debugDescription) in \(text.debugDescription)")
    }
  }

  @Test(arguments: 0..<100) func aScopeKeepsWhatLiesInsideIt(seed: UInt64) throws {
    var random = Seed(seed)
    let text = RandomText.make(&random, length: 60, from: Self.similarPieces)
    let article = try Article(bytes: Array(text.utf8))
    let words = Self.words(of: text, Self.similarPieces, &random)
    let scope = TextRange(
      Int.random(in: 0...article.scalarCount, using: &random),
      Int.random(in: 0...article.scalarCount, using: &random))
    // Without overlap among all matches the scope cannot change which of them are taken.
    let options = Article.SearchOptions(ignoresWordEdges: true)
    let all = SlowSearch(text).occurrences(of: words, options, overlapping: true)
    var last = scope.lower
    var expected: [TextRange] = []
    for range in all where scope.contains(range) && range.lower >= last {
      expected.append(range)
      last = range.upper
    }
    let found = article.occurrences(of: words, options, in: scope).map(\.range)
    #expect(
      found == expected, "seed \(seed): \(words.debugDescription) in \(text.debugDescription)")
  }

  /// Few letters in many guises, so that words are found often.
  private static let similarPieces = [
    "e", "e", "E", "é", "e\u{301}", "É", "k", "K", "\u{212A}", "s", "ſ", "S", " ", "\u{A0}", "\r\n",
    "\"", "“", "’", "'", "-", "–", "간", "\u{1100}\u{1161}\u{11AB}", "가", ". ", ": ", "\n\n", "北",
  ]

  /// A stretch of the text, perhaps written otherwise, or something else.
  private static func words(of text: String, _ pieces: [String], _ random: inout Seed) -> String {
    let characters = Array(text)
    guard !characters.isEmpty, Int.random(in: 0..<5, using: &random) > 0 else {
      return RandomText.make(&random, length: 3, from: pieces)
    }
    let start = Int.random(in: 0..<characters.count, using: &random)
    let end = min(characters.count, start + Int.random(in: 1...6, using: &random))
    var words = String(characters[start..<end])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: words = words.lowercased()
    case 1: words = words.replacing("é", with: "e\u{301}").replacing("“", with: "\"")
    case 2: words = words.replacing("e\u{301}", with: "é").replacing("\r\n", with: "  ")
    default: break
    }
    return words
  }
}

/// A search that looks at every character of the text and folds it each time.
private struct SlowSearch {
  private let characters: [Character]
  private let offsets: [Int]

  init(_ text: String) {
    characters = Array(text)
    var offsets = [0]
    for character in characters {
      offsets.append((offsets.last ?? 0) + character.unicodeScalars.count)
    }
    self.offsets = offsets
  }

  func occurrences(
    of words: String, _ options: Article.SearchOptions, overlapping: Bool = false
  ) -> [TextRange] {
    var pattern = Array(words)
    while let last = pattern.last, isBlank(last) { pattern.removeLast() }
    while let first = pattern.first, isBlank(first) { pattern.removeFirst() }
    guard !pattern.isEmpty else { return [] }
    var found: [TextRange] = []
    var last = 0
    for start in characters.indices where overlapping || start >= last {
      guard let end = end(of: pattern, at: start, options) else { continue }
      guard options.ignoresWordEdges || hasEdges(start, end) else { continue }
      found.append(TextRange(offsets[start], offsets[end]))
      last = end
    }
    return found
  }

  private func end(of pattern: [Character], at start: Int, _ options: Article.SearchOptions) -> Int?
  {
    var place = start
    var index = 0
    var hasLetter = false
    while index < pattern.count {
      guard place < characters.count else { return nil }
      if isBlank(pattern[index]) {
        guard isBlank(characters[place]) else { return nil }
        while index < pattern.count, isBlank(pattern[index]) { index += 1 }
        while place < characters.count, isBlank(characters[place]) { place += 1 }
        continue
      }
      let typed = pattern[index]
      let there = characters[place]
      let same = fold(typed, options.ignoresCase) == fold(there, options.ignoresCase)
      let isFirstLetter = !hasLetter && (typed.unicodeScalars.first.map(isLetterOrDigit) ?? false)
      let isForgiven =
        isFirstLetter && !options.ignoresCase && isSmall(typed) && isCapital(there)
        && fold(typed, true) == fold(there, true) && startsSentence(place)
      guard same || isForgiven else { return nil }
      if isFirstLetter { hasLetter = true }
      index += 1
      place += 1
    }
    return place
  }

  private func fold(_ character: Character, _ ignoresCase: Bool) -> String {
    if character.unicodeScalars.count == 1 {
      if "\"“”„‟«»".contains(character) { return "\"" }
      if "'‘’‚‹›".contains(character) { return "'" }
      if "-‐‑–—―".contains(character) { return "-" }
    }
    guard ignoresCase else { return String(character) }
    var folded = String.UnicodeScalarView()
    for scalar in character.unicodeScalars {
      // Simple folding by way of the capital; the dotless i has none of its own.
      let capital = scalar.properties.uppercaseMapping.unicodeScalars
      let base = capital.count == 1 && scalar != "ı" ? capital.first ?? scalar : scalar
      let small = base.properties.lowercaseMapping.unicodeScalars
      folded.append(small.count == 1 && scalar != "ı" ? small.first ?? base : base)
    }
    return String(folded)
  }

  private func startsSentence(_ place: Int) -> Bool {
    var before = ""
    for index in (0..<place).reversed() {
      // The texts here are short, so that blank lines part paragraphs.
      if characters[index].isLineFeed, isBlankLine(endingAt: index) { break }
      before = String(characters[index]) + before
    }
    let letters = before.unicodeScalars
    guard letters.contains(where: isLetterOrDigit) else { return true }
    let signs = "\"“”„«»'‘’‚()[]"
    var rest = Substring(before)
    var hasGap = false
    while let last = rest.unicodeScalars.last,
      isBlank(Character(last)) || signs.unicodeScalars.contains(last)
    {
      hasGap = true
      rest.unicodeScalars.removeLast()
    }
    guard let last = rest.unicodeScalars.last else { return true }
    return last == "。" || (hasGap && ".!?:…".unicodeScalars.contains(last))
  }

  private func isBlankLine(endingAt index: Int) -> Bool {
    var place = index - 1
    while place >= 0, isBlank(characters[place]) {
      if characters[place].isLineFeed { return true }
      place -= 1
    }
    return place < 0 || (place == 0 && characters[0] == "\u{FEFF}")
  }

  private func hasEdges(_ start: Int, _ end: Int) -> Bool {
    guard let first = characters[start].unicodeScalars.first,
      let last = characters[end - 1].unicodeScalars.last
    else { return false }
    if start > 0, let before = characters[start - 1].unicodeScalars.last, joins(before, first),
      isHangul(before) == isHangul(first)
    {
      return false
    }
    if end < characters.count, let after = characters[end].unicodeScalars.first, joins(last, after),
      !isHangul(last), !isHangul(after)
    {
      return false
    }
    return true
  }

  private func joins(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    isWordLike(left) && isWordLike(right) && !hasNoBlanks(left) && !hasNoBlanks(right)
  }

  private func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: isLetterOrDigit(scalar)
    }
  }

  private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  private func isSmall(_ character: Character) -> Bool {
    character.unicodeScalars.first?.properties.generalCategory == .lowercaseLetter
  }

  private func isCapital(_ character: Character) -> Bool {
    let category = character.unicodeScalars.first?.properties.generalCategory
    return category == .uppercaseLetter || category == .titlecaseLetter
  }

  private func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x11FF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }

  private func hasNoBlanks(_ scalar: Unicode.Scalar) -> Bool {
    [0x0E00...0x0E7F, 0x3040...0x30FF, 0x4E00...0x9FFF].contains { $0.contains(scalar.value) }
  }
}

extension Character {
  fileprivate var isLineFeed: Bool { self == "\n" || self == "\r\n" }
}
