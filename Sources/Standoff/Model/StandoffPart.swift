/// A line of a standoff file, as far as it can be used.
package enum StandoffPart: Sendable {
  /// A line that can be used.
  case record(StandoffRecord)
  /// A line that cannot be used, without its line end.
  case unusable([UInt8])
  /// A blank line, without its line end.
  case blank([UInt8])
}
