/// One line of one annotator.
struct Holder: Hashable, BitwiseCopyable, Sendable {
  /// The line.
  let row: UInt32
  private let number: UInt32

  init(annotator: Int, row: UInt32) {
    self.row = row
    number = UInt32(truncatingIfNeeded: annotator)
  }

  /// The number of the annotator.
  var annotator: Int { Int(number) }
}
