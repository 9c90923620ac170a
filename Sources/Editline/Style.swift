/// How a run of a prompt looks.
package struct Style: Sendable, Hashable {
  /// The sixteen colours that every colour terminal has.
  package enum Color: Int, Sendable, CaseIterable {
    /// The colours in the order of their numbers, 0 to 15.
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow
    case brightBlue, brightMagenta, brightCyan, brightWhite
  }

  /// The colour of the letters; nil for the terminal's own.
  package var color: Color?
  /// Whether the letters are bold.
  package var isBold: Bool
  /// Whether they are dim.
  package var isDim: Bool
  /// Whether they are underlined.
  package var isUnderlined: Bool
  /// Whether letters and ground change places.
  package var isReversed: Bool

  /// Creates a style; what is left out is as the terminal has it.
  package init(
    color: Color? = nil, isBold: Bool = false, isDim: Bool = false, isUnderlined: Bool = false,
    isReversed: Bool = false
  ) {
    self.color = color
    self.isBold = isBold
    self.isDim = isDim
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }

  /// The terminal's own look.
  package static let plain = Style()
  /// Bold, in the terminal's own colour.
  package static let bold = Style(isBold: true)
  /// Dim, in the terminal's own colour.
  package static let dim = Style(isDim: true)

  /// The escape sequence that sets this look, whatever was set before it (ECMA-48, SGR).
  package var escapeSequence: String {
    var parameters = ["0"]
    if isBold { parameters.append("1") }
    if isDim { parameters.append("2") }
    if isUnderlined { parameters.append("4") }
    if isReversed { parameters.append("7") }
    if let color { parameters.append(String(color.rawValue + (color.rawValue < 8 ? 30 : 82))) }
    return "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }
}
