package import Standoff

/// One argument as it was read, with its place.
package struct Word: Hashable, Sendable {
  /// What it says: without its quotes, its escapes resolved.
  package var text: String
  /// Where it stands.
  package var place: Place
  /// Whether it was quoted.
  package var isQuoted = false
}

extension Place {
  /// The place from here to the end of another one on the same line.
  package func through(_ last: Place) -> Place {
    guard line == last.line, let column, let end = last.column else { return self }
    var place = self
    place.length = end + last.length - column
    return place
  }
}

extension LineReader {
  /// Reads the first word of a command.
  package mutating func verb() throws(DiagnosticError) -> Word {
    try word(expecting: .verb, "a command")
  }

  /// Reads a label's name; whether the schema has it is not judged.
  package mutating func label() throws(DiagnosticError) -> Word {
    try word(expecting: .label, "a label")
  }

  /// Reads the name of a relation that starts at what was named.
  package mutating func relation(
    from sources: Bearer
  ) throws(DiagnosticError) -> Word {
    try word(expecting: .relation(from: sources), "a relation")
  }

  /// Reads the name of an attribute of what was named.
  package mutating func attribute(of bearer: Bearer) throws(DiagnosticError) -> Word {
    let name = try word(expecting: .attribute(of: bearer), "an attribute")
    given.insert(name.text.lowercased())
    return name
  }

  /// Reads a path, quoted where it holds blanks; completion offers those of files whose names end so.
  package mutating func file(ending: String = "") throws(DiagnosticError) -> Word {
    try word(expecting: .file(ending: ending), "a file")
  }

  /// Reads the path of an article.
  package mutating func articleFile() throws(DiagnosticError) -> Word {
    try word(expecting: .article, "an article")
  }

  /// Reads the path of a standoff file.
  package mutating func standoffFile() throws(DiagnosticError) -> Word { try file(ending: ".ann") }

  /// Reads the name that `as` gives: `[a-z][a-z_-]*`.
  ///
  /// - Throws: `bad-name` if it is spelled otherwise.
  package mutating func newName() throws(DiagnosticError) -> Word {
    let word = try word(expecting: .newName, "a name")
    let scalars = word.text.unicodeScalars
    guard let first = scalars.first, ("a"..."z").contains(first),
      scalars.allSatisfy({ ("a"..."z").contains($0) || $0 == "_" || $0 == "-" })
    else {
      throw DiagnosticError(
        .badName, "`\(word.text)` cannot be a name: names are lower-case letters, `-` and `_`",
        at: word.place)
    }
    return word
  }

  /// Reads one word, bare or quoted.
  ///
  /// A bare word ends at a blank, or at the `)` of the parentheses it stands in; a part of it may be quoted after `:` or `=`, as in
  /// `local:"the envoy"`. `what` is how the message calls it when it is missing, as in "a label".
  package mutating func word(
    expecting expectation: Expectation, _ what: String = "a word"
  ) throws(DiagnosticError) -> Word {
    skipBlanks()
    return try touchingWord(expecting: expectation, what, isValue: false)
  }

  /// Reads a whole number.
  package mutating func number(
    _ what: String = "a number", atLeast least: Int = 0
  ) throws(DiagnosticError) -> Int {
    let word = try word(expecting: .number, what)
    guard !word.text.isEmpty, word.text.utf8.allSatisfy(\.isDigit) else {
      throw DiagnosticError(
        .badNumber, "`\(word.text)` is not \(what): digits are expected", at: word.place)
    }
    guard let number = Int(word.text) else {
      throw DiagnosticError(.badNumber, "`\(word.text)` is too large", at: word.place)
    }
    guard number >= least else {
      throw DiagnosticError(
        .badNumber, "`\(word.text)` is not \(what): \(least) is the least", at: word.place)
    }
    return number
  }

  /// Reads all that is left of the command as it was typed, or one quoted string.
  ///
  /// The text is empty where nothing is left.
  package mutating func text() throws(DiagnosticError) -> Word {
    skipBlanks()
    if startsString {
      let string = try string(expecting: .text)
      try requireBreak(after: "the closing quote")
      return Word(text: string.text, place: place(of: string.range), isQuoted: true)
    }
    let start = offset
    var end = offset
    while !isEnd {
      end = wordEnd(from: offset)
      offset = end
      skipBlanks()
    }
    expect(.text, over: start..<end)
    offset = end
    tokenEnd = end
    return Word(text: String(scalars: scalars[start..<end]), place: place(of: start..<end))
  }

  /// Reads the word that begins right here, where a value must not be parted from its `=`.
  mutating func touchingWord(
    expecting expectation: Expectation, _ what: String, isValue: Bool
  ) throws(DiagnosticError) -> Word {
    let start = offset
    if startsString {
      let string = try string(expecting: expectation)
      try requireBreak(after: "the closing quote")
      return Word(text: string.text, place: place(of: string.range), isQuoted: true)
    }
    guard !isBreak(start), !closesParenthesis,
      isValue ? scalar(start) != ";" || !isBreak(start + 1) : !isEnd
    else {
      expect(expectation, over: start..<start, touching: isValue)
      throw missing(what)
    }
    var text = ""
    let end = wordEnd(from: start)
    while offset < end {
      if startsString, offset > start, scalars[offset - 1] == ":" || scalars[offset - 1] == "=" {
        let quoted = try string(expecting: expectation)
        text += quoted.text
        try requireBreak(after: "the closing quote")
        return Word(text: text, place: place(of: start..<offset))
      }
      text.unicodeScalars.append(scalars[offset])
      offset += 1
    }
    expect(expectation, over: start..<end, touching: isValue)
    tokenEnd = end
    return Word(text: text, place: place(of: start..<end))
  }

  /// Checks that a token is over: a blank, the end, a `;` or the `)` around it follows.
  func requireBreak(after what: String) throws(DiagnosticError) {
    guard !isBreak(offset), next != ";", !closesParenthesis else { return }
    throw DiagnosticError(
      .syntax, "a blank belongs after \(what)", at: place(of: offset..<offset + 1))
  }
}

extension DiagnosticName {
  /// A name that a person gives is not spelled as names are.
  package static let badName = DiagnosticName("bad-name")
  /// Digits were expected.
  package static let badNumber = DiagnosticName("bad-number")
}
