/// A colour of a label: the names that every terminal has.
public enum LabelColor: String, Hashable, Sendable, CaseIterable {
  case red, green, yellow, blue, magenta, cyan, white, gray
  case brightRed = "bright-red"
  case brightGreen = "bright-green"
  case brightYellow = "bright-yellow"
  case brightBlue = "bright-blue"
  case brightMagenta = "bright-magenta"
  case brightCyan = "bright-cyan"
}
