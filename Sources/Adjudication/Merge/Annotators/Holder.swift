/// One line of one annotator.
struct Holder: Hashable, BitwiseCopyable, Sendable {
  /// The line.
  let row: UInt32
  private let number: UInt32

  init(source: Int, row: UInt32) {
    self.row = row
    number = UInt32(truncatingIfNeeded: source)
  }

  /// The number of the annotator.
  var source: Int { Int(number) }
}
