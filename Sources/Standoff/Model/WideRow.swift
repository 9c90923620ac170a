/// The fields of a line's row in full width.
struct WideRow: BitwiseCopyable, Sendable {
  /// The index of the label or name.
  var label = UInt32.none
  /// The start of a `T`, or the place of its first piece; else the first link.
  var first = UInt32.none
  /// The end of a `T`, or the number of its pieces; else the number of links.
  var second: UInt32 = 0
}
