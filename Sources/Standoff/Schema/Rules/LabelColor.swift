/// A colour that a label is shown in: one of the colours that every terminal has, by name.
public enum LabelColor: String, Hashable, Sendable, CaseIterable {
  /// A colour in its common shade.
  case red, green, yellow, blue, magenta, cyan, white, gray
  /// `bright-red`.
  case brightRed = "bright-red"
  /// `bright-green`.
  case brightGreen = "bright-green"
  /// `bright-yellow`.
  case brightYellow = "bright-yellow"
  /// `bright-blue`.
  case brightBlue = "bright-blue"
  /// `bright-magenta`.
  case brightMagenta = "bright-magenta"
  /// `bright-cyan`.
  case brightCyan = "bright-cyan"
}
