/// What happens to the edges of a span when it is tagged.
public enum SpanEdges: String, Hashable, Sendable, CaseIterable {
  /// The span stays as it was pointed at.
  case asTagged = "as-tagged"
  /// Quotation marks and closing commas are trimmed off, and a finding where they stand.
  case insideMarks = "inside-marks"
}
