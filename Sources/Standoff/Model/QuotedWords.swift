/// The `T` lines about whose words nothing is out of the ordinary, told from their bytes alone.
///
/// Nearly all lines of nearly all files are such, and the rules of the validator need not look at them
/// one by one. A line of whose words this is not certain in one pass over them has no mark; nor has one
/// that was put in after the file was read.
struct QuotedWords: Sendable {
  /// What is known of the words of one line.
  struct Marks: OptionSet {
    let rawValue: UInt8

    /// The line is in one piece and quotes the very words at its place, and nothing else; the words
    /// hold nothing at which any program ends a line.
    static let fitting = Marks(rawValue: 1)
    /// They begin and end between two characters, without blanks at the edges.
    static let evenEdged = Marks(rawValue: 2)
    /// They begin and end without marks too.
    static let bareEdged = Marks(rawValue: 4)
  }

  /// Four bits for each row.
  private var words: [UInt64] = []

  /// Begins without any mark, with room for as many rows as are thought likely.
  init(room: Int = 0) { words.reserveCapacity(room / 16 + 1) }

  /// What is known of the words of the line in a row.
  @inline(__always)
  subscript(row: UInt32) -> Marks {
    let place = Int(row >> 4)
    guard place < words.count else { return [] }
    return Marks(rawValue: UInt8(truncatingIfNeeded: words[place] &>> Self.shift(of: row) & 15))
  }

  /// Notes what is known of the words of the line in a row that has no mark yet.
  @inline(__always)
  mutating func insert(_ marks: Marks, _ row: UInt32) {
    let place = Int(row >> 4)
    while place >= words.count { words.append(0) }
    words[place] |= UInt64(marks.rawValue) &<< Self.shift(of: row)
  }

  @inline(__always)
  private static func shift(of row: UInt32) -> UInt64 { UInt64(row & 15) &* 4 }
}
