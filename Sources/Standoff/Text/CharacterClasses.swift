/// The kinds of code points that reading an article tells apart.
extension Unicode.Scalar {
  /// Whether it is white space of any kind, line ends and no-break spaces included.
  var isBlank: Bool { isWhitespace }

  /// Whether it has Unicode's property White_Space.
  ///
  /// The standard library's own answer is a search of its tables for each character of every line
  /// that is shown.
  package var isWhitespace: Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x85: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether it is a letter, a digit or another number.
  var isLetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default:
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }

  /// Whether it is a mark that belongs to the character before it, such as a combining accent.
  var isMark: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Whether it is a mark of punctuation; quotation marks are, signs such as `$` and `+` are not.
  var isPunctuation: Bool {
    switch value {
    case 0x21...0x23, 0x25...0x2A, 0x2C...0x2F, 0x3A, 0x3B, 0x3F, 0x40, 0x5B...0x5D, 0x5F, 0x7B,
      0x7D:
      true
    case 0..<0x80: false
    default:
      switch properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        true
      default: false
      }
    }
  }

  /// Whether it is a capital, a title-case letter included.
  var isCapital: Bool {
    value < 0x80
      ? (0x41...0x5A).contains(value)
      : properties.generalCategory == .uppercaseLetter
        || properties.generalCategory == .titlecaseLetter
  }

  /// Whether it is a small letter.
  var isSmallLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.generalCategory == .lowercaseLetter
  }

  /// Whether it is a double quotation mark of any kind.
  ///
  /// The corner brackets of Chinese and Japanese count as such.
  var isDoubleMark: Bool {
    switch value {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F, 0x301D...0x301F, 0xFE41...0xFE44,
      0xFF02, 0xFF62, 0xFF63:
      true
    default: false
    }
  }

  /// Whether it is a single quotation mark or an apostrophe of any kind.
  var isSingleMark: Bool {
    switch value {
    case 0x27, 0x02BC, 0x2018...0x201B, 0x2039, 0x203A, 0xFF07: true
    default: false
    }
  }

  /// Whether it is a hyphen or a dash of any kind; the minus sign U+2212 is not.
  var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2E3A, 0x2E3B, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// Whether it is of a script that puts no blanks between words and no others like it in between:
  /// Han, Kana, Bopomofo, Thai, Lao, Khmer, Myanmar.
  var isOfScriptWithoutBlanks: Bool {
    switch value {
    case 0..<0x0E00: false
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x19E0...0x19FF, 0x3005...0x3007,
      0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303C, 0x3040...0x312F, 0x31A0...0x31BF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,
      0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether it is of Hangul, as a syllable or as part of one.
  var isHangul: Bool {
    switch value {
    case 0x1100...0x11FF, 0x302E, 0x302F, 0x3131...0x318E, 0xA960...0xA97C, 0xAC00...0xD7FB,
      0xFFA0...0xFFDC:
      true
    default: false
    }
  }
}
