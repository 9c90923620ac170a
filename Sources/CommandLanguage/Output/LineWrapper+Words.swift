extension [LineWrapper.Cell] {
  /// Adds words of one role: a cell for each character, and one for each run of plain ASCII, in which
  /// no line ends.
  ///
  /// - Parameter place: where in a text the first code point stands; the others stand behind it.
  mutating func append(
    words scalars: ArraySlice<Unicode.Scalar>, _ role: StyledText.Role, place: Int? = nil
  ) {
    var rest = scalars
    while let first = rest.first {
      let here = place.map { $0 + rest.startIndex - scalars.startIndex }
      let word = Self.word(at: rest)
      if !word.isEmpty {
        let text = String(decoding: word.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
        append(.init(text, role, .word, place: here))
        rest = rest[word.endIndex...]
      } else if first == " ", rest.dropFirst().first?.isASCII ?? true {
        append(.init(" ", role, .blank))
        rest.removeFirst()
      } else {
        let others = Self.others(at: rest)
        append(characters: others, role, place: here)
        rest = rest[others.endIndex...]
      }
    }
  }

  /// The plain ASCII that `rest` begins with, without what a mark may follow.
  private static func word(at rest: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let word = rest.prefix { (0x21..<0x7F).contains($0.value) }
    guard word.endIndex < rest.endIndex, !rest[word.endIndex].isASCII else { return word }
    return word.dropLast()
  }

  /// What `rest` begins with up to the next character of plain ASCII.
  private static func others(at rest: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let end = rest.dropFirst().firstIndex(where: \.isASCII) ?? rest.endIndex
    guard end < rest.endIndex, rest[end - 1] == "\r", rest[end] == "\n" else { return rest[..<end] }
    return rest[...end]
  }

  private mutating func append(
    characters scalars: ArraySlice<Unicode.Scalar>, _ role: StyledText.Role, place: Int?
  ) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var offset = 0
    for character in String(text) {
      append(Self.cell(of: character, role, place.map { $0 + offset }))
      offset += character.unicodeScalars.count
    }
  }

  private static func cell(
    of character: Character, _ role: StyledText.Role, _ place: Int?
  ) -> LineWrapper.Cell {
    guard character.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
      return .init(String(character).visible, role, .glyph, place: place)
    }
    // A line must not end at a blank that holds two words together.
    let isFixed = ["\u{A0}", "\u{202F}", "\u{2007}"].contains(character)
    return .init(" ", role, isFixed ? .glyph : .blank)
  }
}
