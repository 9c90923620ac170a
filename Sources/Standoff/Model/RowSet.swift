/// A set of rows of one file: a bit for each.
struct RowSet: Sendable {
  private var words: [UInt64]

  /// Creates an empty set for rows below `count`.
  init(rows count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// Whether `row`, which is below the count, is in the set.
  @inline(__always)
  func contains(_ row: UInt32) -> Bool { words[Int(row >> 6)] & Self.bit(of: row) != 0 }

  /// Puts `row`, which is below the count, in.
  @inline(__always)
  mutating func insert(_ row: UInt32) { words[Int(row >> 6)] |= Self.bit(of: row) }

  private static func bit(of row: UInt32) -> UInt64 { 1 << UInt64(row & 63) }
}
