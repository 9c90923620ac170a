extension StringProtocol {
  /// The text with everything that a terminal would act on shown instead of sent.
  ///
  /// Controls become `\n`, `\t`, `\u{1B}`; bidirectional controls, line and paragraph separators,
  /// byte order marks and other invisible format characters become `\u{…}`. Joiners stay, since
  /// emoji and several scripts are written with them.
  package var visible: String {
    guard !utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }),
      unicodeScalars.contains(where: \.mustBeShown)
    else { return String(self) }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.mustBeShown {
        text.append(contentsOf: scalar.spelledOut.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would act on the character or show nothing for it.
  fileprivate var mustBeShown: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200C, 0x200D: false
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    case 0xE0000...0xE0FFF: !(0xE0020...0xE007F).contains(value)
    default: false
    }
  }

  /// The character as an escape that a command line reads back.
  fileprivate var spelledOut: String {
    switch self {
    case "\n": "\\n"
    case "\t": "\\t"
    default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
  }
}
