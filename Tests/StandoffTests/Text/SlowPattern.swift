/// A regular expression that is matched by trying one way after the other, as the textbook has it: what
/// the search of an article is held against.
indirect enum SlowPattern {
  case letter(Unicode.Scalar)
  case any
  case set([Unicode.Scalar], isInverse: Bool)
  case digit
  case blank
  case wordLetter
  case lineStart
  case lineEnd
  case wordEdge
  case ahead(SlowPattern, isWanted: Bool)
  case sequence([SlowPattern])
  case choice([SlowPattern])
  case often(SlowPattern, Range<Int>, Way)

  /// How many are taken first, and whether others are tried.
  enum Way: String {
    case many = ""
    case few = "?"
    case forGood = "+"
  }

  /// The matches that are not empty, from left to right.
  func matches(in text: [Unicode.Scalar], ignoringCase: Bool) -> [Range<Int>] {
    let matching = Matching(text: text, ignoresCase: ignoringCase)
    var found: [Range<Int>] = []
    var place = 0
    while place < text.count {
      if let end = matching.end(of: self, from: place, where: { $0 > place }) {
        found.append(place..<end)
        place = end
      } else {
        // None begins between CR and LF.
        let isPair = text[place] == "\r" && place + 1 < text.count && text[place + 1] == "\n"
        place += isPair ? 2 : 1
      }
    }
    return found
  }

  private struct Matching {
    let text: [Unicode.Scalar]
    let ignoresCase: Bool

    /// The first end of a match that begins at a place and from which the rest goes on.
    func end(of pattern: SlowPattern, from place: Int, where goesOn: (Int) -> Bool) -> Int? {
      var end: Int?
      _ = tries(pattern, place) { reached in
        guard goesOn(reached) else { return false }
        end = reached
        return true
      }
      return end
    }

    private func tries(_ pattern: SlowPattern, _ place: Int, _ rest: (Int) -> Bool) -> Bool {
      switch pattern {
      case .letter, .any, .set, .digit, .blank, .wordLetter:
        return place < text.count && takes(pattern, text[place]) && rest(place + 1)
      case .lineStart:
        return (place == 0 || place < text.count && Self.endsLine(text[place - 1])) && rest(place)
      case .lineEnd: return (place == text.count || Self.endsLine(text[place])) && rest(place)
      case .wordEdge: return isOfWord(place - 1) != isOfWord(place) && rest(place)
      case .ahead(let inner, let isWanted):
        return (end(of: inner, from: place, where: { _ in true }) != nil) == isWanted && rest(place)
      case .sequence(let parts):
        guard let first = parts.first else { return rest(place) }
        return tries(first, place) { tries(.sequence(Array(parts.dropFirst())), $0, rest) }
      case .choice(let parts): return parts.contains { tries($0, place, rest) }
      case .often(let inner, let counts, .forGood):
        let taken = end(of: .often(inner, counts, .many), from: place, where: { _ in true })
        return taken.map(rest) ?? false
      case .often(let inner, let counts, let way):
        let isEnough = counts.lowerBound == 0
        let more = max(0, counts.lowerBound - 1)..<counts.upperBound - 1
        func goesOn() -> Bool {
          more.upperBound > 0
            && tries(inner, place) { next in
              // What takes nothing is not taken again.
              next == place && isEnough ? rest(next) : tries(.often(inner, more, way), next, rest)
            }
        }
        guard isEnough else { return goesOn() }
        return way == .many ? goesOn() || rest(place) : rest(place) || goesOn()
      }
    }

    private func takes(_ pattern: SlowPattern, _ scalar: Unicode.Scalar) -> Bool {
      switch pattern {
      case .letter(let letter): folded(letter) == folded(scalar)
      case .any: !Self.endsLine(scalar)
      case .set(let letters, let isInverse):
        letters.contains { folded($0) == folded(scalar) } != isInverse
      case .digit: scalar.properties.generalCategory == .decimalNumber
      case .blank: scalar.properties.isWhitespace
      case .wordLetter: Self.isOfWord(scalar)
      default: false
      }
    }

    private func folded(_ scalar: Unicode.Scalar) -> String {
      ignoresCase ? scalar.properties.lowercaseMapping : String(scalar)
    }

    private func isOfWord(_ place: Int) -> Bool {
      text.indices.contains(place) && Self.isOfWord(text[place])
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\n" || scalar == "\r"
    }
  }
}

extension SlowPattern: CustomStringConvertible {
  /// The expression as it is written.
  var description: String {
    switch self {
    case .letter(let letter):
      ".+*?|()[]{}^$\\".unicodeScalars.contains(letter) ? "\\\(letter)" : "\(letter)"
    case .any: "."
    case .set(let letters, let isInverse):
      "[\(isInverse ? "^" : "")\(letters.map { "\($0)" }.joined())]"
    case .digit: "\\d"
    case .blank: "\\s"
    case .wordLetter: "\\w"
    case .lineStart: "^"
    case .lineEnd: "$"
    case .wordEdge: "\\b"
    case .ahead(let inner, let isWanted): "(?\(isWanted ? "=" : "!")\(inner))"
    case .sequence(let parts): parts.map { "\($0)" }.joined()
    case .choice(let parts): "(" + parts.map { "\($0)" }.joined(separator: "|") + ")"
    case .often(let inner, let counts, let way):
      "(?:\(inner)){\(counts.lowerBound),\(counts.upperBound == .max ? "" : "\(counts.upperBound - 1)")}\(way.rawValue)"
    }
  }
}
