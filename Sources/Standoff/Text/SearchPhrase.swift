/// The words of a search, taken apart into what people read as one: a character, a run of blanks, a
/// quotation mark, a dash.
///
/// Two characters are the same if they are canonically equivalent. The standard library offers no
/// normalization, but equality of `Character` is exactly canonical equivalence, so characters are
/// compared one by one; this also keeps a match from ever ending inside one, and an accent from
/// being ignored.
struct SearchPhrase: Sendable {
  /// What must stand at one place of a match.
  struct Unit: Sendable {
    /// What counts as the same.
    enum Kind: Hashable, Sendable {
      /// One blank or more, line ends included.
      case blanks
      /// One double quotation mark of any kind.
      case doubleMark
      /// One single quotation mark or apostrophe of any kind.
      case singleMark
      /// One hyphen or dash of any kind.
      case dash
      /// One character.
      case character
    }

    let kind: Kind
    /// The character as it was typed, as UTF-8.
    let utf8: [UInt8]
    /// The character, folded if case does not count.
    let character: Character
  }

  /// What must stand one after the other; neither the first nor the last are blanks.
  let units: [Unit]
  /// Whether case does not count.
  let ignoresCase: Bool
  /// The index of the small letter for which a capital is forgiven at a sentence's start.
  let forgiven: Int?
  /// The words as they were typed, without blanks at the edges, as UTF-8.
  let utf8: [UInt8]

  /// Takes words apart; blanks at their edges mean nothing.
  init(_ words: String, ignoresCase: Bool) {
    var units: [Unit] = []
    var typed = String()
    for character in words {
      let kind = Unit.Kind(of: character)
      if kind == .blanks {
        guard !units.isEmpty else { continue }
        typed.append(character)
        guard units.last?.kind != .blanks else { continue }
      } else {
        typed.append(character)
      }
      let folded = ignoresCase ? Character(folding: character) : character
      units.append(Unit(kind: kind, utf8: Array(character.utf8), character: folded))
    }
    if units.last?.kind == .blanks {
      units.removeLast()
      while let last = typed.last, Unit.Kind(of: last) == .blanks { typed.removeLast() }
    }
    self.units = units
    self.ignoresCase = ignoresCase
    utf8 = Array(typed.utf8)
    forgiven = ignoresCase ? nil : Self.forgivenUnit(of: units)
  }

  /// The first letter of the words, if it is a small one and no digit stands before it.
  private static func forgivenUnit(of units: [Unit]) -> Int? {
    for (index, unit) in units.enumerated() where unit.kind == .character {
      guard let first = unit.character.unicodeScalars.first, first.isLetterOrDigit else { continue }
      return first.isSmallLetter ? index : nil
    }
    return nil
  }
}

extension SearchPhrase.Unit.Kind {
  /// The kind of a character.
  ///
  /// A mark or dash that carries an accent or a variation selector is a character like others.
  init(of character: Character) {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first else {
      self = .character
      return
    }
    if scalar.isBlank, scalars.allSatisfy(\.isBlank) {
      self = .blanks
    } else if scalars.count > 1 {
      self = .character
    } else {
      self.init(ofLone: scalar)
    }
  }

  /// The kind of a character that is this code point alone.
  init(ofLone scalar: Unicode.Scalar) {
    if scalar.isBlank {
      self = .blanks
    } else if scalar.isDoubleMark {
      self = .doubleMark
    } else if scalar.isSingleMark {
      self = .singleMark
    } else if scalar.isDash {
      self = .dash
    } else {
      self = .character
    }
  }
}

extension Character {
  /// The character with every code point simply folded.
  init(folding character: Character) {
    let folded = String(character).simplyFolded
    // Folding maps single code points to single code points, and keeps clusters together.
    self = folded.first ?? character
  }
}
