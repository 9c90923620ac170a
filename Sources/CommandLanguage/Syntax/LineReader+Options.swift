package import Standoff

/// Looking ahead, keywords and `name=value`.
extension LineReader {
  /// The bare word that stands here, without reading it; `nil` at the end and before a quote.
  package var upcoming: String? {
    var ahead = self
    ahead.skipBlanks()
    guard !ahead.isEnd, !ahead.startsString else { return nil }
    return String(scalars: scalars[ahead.offset..<ahead.wordEnd(from: ahead.offset)])
  }

  /// Whether a quoted string stands here.
  package var upcomingIsString: Bool {
    var ahead = self
    ahead.skipBlanks()
    return ahead.startsString
  }

  /// Reads the words of `/words` whose slash nothing closes: at the prompt, what `find` looks for.
  package mutating func unclosedPattern() -> Word? {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.next == "/" else { return nil }
    let start = ahead.offset + 1
    var end = start
    while let scalar = scalar(end), scalar != "\n" {
      guard scalar != "/" || scalars[end - 1] == "\\" else { return nil }
      end += 1
    }
    while end > start, scalars[end - 1].isBlank { end -= 1 }
    guard end > start else { return nil }
    offset = end
    tokenEnd = end
    return Word(text: String(scalars: scalars[start..<end]), place: place(of: start..<end))
  }

  /// Whether `name=` stands here.
  package var upcomingIsOption: Bool {
    var ahead = self
    ahead.skipBlanks()
    return ahead.optionNameEnd != nil
  }

  /// Reads the bare word `keyword` if it stands here; whether it did.
  package mutating func keyword(_ keyword: String) -> Bool {
    self.keyword(among: [keyword]) != nil
  }

  /// Reads one of some bare words, or flags such as `--inside`, if it stands here.
  package mutating func keyword(among keywords: [String]) -> Word? {
    skipBlanks()
    expectHere(.choice(keywords))
    guard !isEnd else { return nil }
    let range = offset..<wordEnd(from: offset)
    let typed = String(scalars: scalars[range])
    guard keywords.contains(where: { $0.utf8.elementsEqual(typed.utf8) }) else { return nil }
    offset = range.upperBound
    tokenEnd = offset
    return Word(text: typed, place: place(of: range))
  }

  /// Reads `name=` if it stands here and stops before the value, which the next pull reads.
  ///
  /// Completion offers what the bearer may have.
  package mutating func optionName(of bearer: Bearer = .unknown) -> Word? {
    skipBlanks()
    guard let end = optionNameEnd else {
      expectHere(.optionName(of: bearer))
      return nil
    }
    let range = offset..<end
    expect(.optionName(of: bearer), over: range)
    offset = end + 1
    tokenEnd = offset
    let name = Word(text: String(scalars: scalars[range]), place: place(of: range))
    given.insert(name.text.lowercased())
    return name
  }

  /// Reads the value after `name=`, bare or quoted; it takes no operators and no blanks.
  package mutating func value(
    of attribute: String, on bearer: Bearer = .unknown
  ) throws(DiagnosticError) -> Word {
    try touchingWord(
      expecting: .value(attribute: attribute, of: bearer), "the value of `\(attribute)`",
      isValue: true)
  }

  /// Where the name before a `=` ends that begins here.
  private var optionNameEnd: Int? {
    var end = offset
    while let scalar = scalar(end), scalar.isNameLetter { end += 1 }
    return end > offset && scalar(end) == "=" ? end : nil
  }
}

extension Unicode.Scalar {
  /// Whether the code point may stand in a name before `=`.
  var isNameLetter: Bool {
    properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" || self == "-"
  }
}
