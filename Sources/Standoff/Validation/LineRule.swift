extension LineRule {
  static var passesPlainLines: Bool { false }
  static var aboutLines: (any LineRule.Type)? { self }
}

/// A rule about lines by themselves, which it sees in the order of the file.
protocol LineRule: Rule {
  /// The kinds of line it wants to see.
  static var kinds: Set<LineKind> { get }

  /// Whether the rule never has anything to say about lines that are plain, see ``PlainLines``, so
  /// that these need not be shown to it.
  static var passesPlainLines: Bool { get }

  /// Looks at a line that counts: well formed, and the first with its id.
  mutating func visit(_ row: UInt32, _ review: inout Review)
}
