/// The cursor among the code points: what parts words, what ends a command, what joins lines.
extension LineReader {
  /// The code point at `index`, `nil` outside the input.
  func scalar(_ index: Int) -> Unicode.Scalar? {
    index >= 0 && index < scalars.count ? scalars[index] : nil
  }

  /// The next code point.
  var next: Unicode.Scalar? { scalar(offset) }

  /// Whether the next code point ends a token of whatever kind.
  func isBreak(_ index: Int) -> Bool {
    guard let scalar = scalar(index) else { return true }
    return scalar.isBlank || scalar == "\n" || isJoin(index)
  }

  /// Whether what stands here closes a parenthesis that is open.
  var closesParenthesis: Bool { depth > 0 && next == ")" }

  /// Whether a `\` at the end of a line stands at `index`; two of them are not one.
  func isJoin(_ index: Int) -> Bool {
    guard scalar(index) == "\\" else { return false }
    var after = index + 1
    if scalar(after) == "\r" { after += 1 }
    guard after >= scalars.count || scalars[after] == "\n" else { return false }
    var before = index
    while scalar(before - 1) == "\\" { before -= 1 }
    return (index - before).isMultiple(of: 2)
  }

  /// Passes blanks and joined line ends, and notes a `\` that wants a line after it.
  ///
  /// A byte order mark at the start, which some editors leave in scripts, is a blank.
  mutating func skipBlanks() {
    if offset == 0, next == "\u{feff}" { offset = 1 }
    while let scalar = next {
      if scalar.isBlank {
        offset += 1
      } else if isJoin(offset) {
        while let joined = next, joined != "\n" { offset += 1 }
        if next == nil { wantsMore = true } else { offset += 1 }
      } else {
        return
      }
    }
  }

  /// Whether what stands here ends a command.
  var isEnd: Bool {
    switch next {
    case nil, "\n", ";": true
    case "#": offset == 0 || isBreak(offset - 1) || scalar(offset - 1) == ";"
    default: false
    }
  }

  /// Passes blanks and one end of a command; whether there was one.
  mutating func skipSeparator() -> Bool {
    skipBlanks()
    guard isEnd, next != nil else { return false }
    if next == "#" {
      while let scalar = next, scalar != "\n" { offset += 1 }
    }
    if next != nil { offset += 1 }
    tokenEnd = offset
    depth = 0
    given = []
    return true
  }

  /// Where the bare word that begins at `start` ends: at a blank, without the `;` at its end, or in
  /// parentheses before the `)` that closes them.
  func wordEnd(from start: Int) -> Int {
    var end = start
    var own = 0
    while !isBreak(end), depth == 0 || own > 0 || scalars[end] != ")" {
      own += scalars[end] == "(" ? 1 : scalars[end] == ")" ? -1 : 0
      end += 1
    }
    while end > start, scalars[end - 1] == ";" { end -= 1 }
    return end == start && start < scalars.count && scalars[start] != "\n" ? start + 1 : end
  }
}

extension String {
  /// Creates a string of code points.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Unicode.Scalar {
  /// Whether the code point parts words; a line feed does not, it ends the line.
  var isBlank: Bool { self != "\n" && properties.isWhitespace }
}
