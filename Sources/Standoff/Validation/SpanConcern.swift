/// What a rule about spans looks for, the most specific first.
enum SpanConcern: Int, Comparable {
  /// Whether there is anything to mark.
  case emptiness
  /// Whether a character is cut.
  case characters
  /// Whether blanks stand at an edge.
  case blanks
  /// Whether marks stand at an edge that the schema wants without.
  case marks
  /// Whether the words can stand on one line.
  case lines
  /// How the annotation stands to others.
  case neighbors

  /// Whether it concerns what stands at the edges of one span.
  var isAboutEdges: Bool { self < .lines }

  static func < (left: SpanConcern, right: SpanConcern) -> Bool { left.rawValue < right.rawValue }
}
