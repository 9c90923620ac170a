/// A line in one of the shapes that nearly all lines have, read in one go.
///
/// They are `T12`, a label, one start and end, and words; `A3`, a name, a target, and perhaps a value;
/// `R4`, a name, and `Arg1:T1 Arg2:T2`. Numbers have up to seven digits, and a line feed alone ends the
/// line. All else is for ``StandoffLine``, which says the same about these, as a test holds.
struct UsualLine {
  /// What the line says.
  let kind: LineKind
  /// The id.
  let id: PackedID
  /// The label, or the name of the relation or attribute.
  let name: Range<Int>
  /// The stretch of a `T`.
  private(set) var piece = StandoffLine.Piece(start: 0, end: 0)
  /// The target of an attribute, or the ids at the ends of a relation.
  private(set) var targets = (PackedID(bits: 0), PackedID(bits: 0))
  /// The names of the ends of a relation.
  private(set) var roles = (0..<0, 0..<0)

  /// How many letters `Arg1` has.
  private static var roleLength: Int { 4 }

  /// Reads the line in `bytes[line]`, which is UTF-8; `nil` where it has no usual shape, and then it may
  /// say anything.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
    guard line.count > 8, bytes[line.upperBound - 1] == .lineFeed,
      bytes[line.upperBound - 2] != .carriageReturn
    else { return nil }
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "T"): kind = .textBound
    case UInt8(ascii: "A"): kind = .attribute
    case UInt8(ascii: "R"): kind = .relation
    default: return nil
    }
    guard let (id, tab) = Self.id(bytes, at: line.lowerBound), bytes[tab] == .tab,
      let space = Self.nameEnd(bytes, from: tab + 1), space < line.upperBound, space > tab + 1
    else { return nil }
    self.id = id
    name = tab + 1..<space
    // A line feed ends every number at the latest, so no place below lies beyond the line.
    switch kind {
    case .textBound:
      guard let (first, afterFirst) = Self.number(bytes, at: space + 1),
        bytes[afterFirst] == .space,
        let (second, afterSecond) = Self.number(bytes, at: afterFirst + 1),
        bytes[afterSecond] == .tab, first <= second
      else { return nil }
      piece = StandoffLine.Piece(
        start: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: second))
    case .attribute:
      guard let (target, end) = Self.id(bytes, at: space + 1),
        bytes[end] == .lineFeed || bytes[end] == .space || bytes[end] == .tab
      else { return nil }
      targets.0 = target
    default:
      guard let (first, end) = Self.argument(bytes, "1", at: space + 1), bytes[end] == .space,
        let (second, last) = Self.argument(bytes, "2", at: end + 1),
        bytes[last] == .lineFeed || bytes[last] == .tab
      else { return nil }
      targets = (first, second)
      roles = (
        space + 1..<space + 1 + Self.roleLength, end + 1..<end + 1 + Self.roleLength
      )
    }
  }

  /// Where the name ends that begins at `start`: at a space, with no tab before it.
  @inline(__always)
  private static func nameEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    while place + 8 <= bytes.count {
      let word = Words64.load(bytes, at: place)
      let found =
        Words64.zeroBytes(word ^ Words64.repeating(.space))
        | Words64.zeroBytes(word ^ Words64.repeating(.tab))
      if found != 0 {
        place += found.trailingZeroBitCount / 8
        return bytes[place] == .space ? place : nil
      }
      place += 8
    }
    return nil
  }

  /// The id in `Arg1:T3` or `Arg2:T3` at `place`, and the place after it.
  @inline(__always)
  private static func argument(
    _ bytes: Span<UInt8>, _ digit: Unicode.Scalar, at place: Int
  ) -> (PackedID, Int)? {
    guard place + 8 <= bytes.count else { return nil }
    // `Arg`, the digit and a colon, from the lowest byte on.
    let role = 0x3A_0067_7241 | UInt64(digit.value) << 24
    guard Words64.load(bytes, at: place) & 0xFF_FFFF_FFFF == role else { return nil }
    return id(bytes, at: place + roleLength + 1)
  }

  /// The id of a letter and a number at `place`, and the place after it.
  @inline(__always)
  private static func id(_ bytes: Span<UInt8>, at place: Int) -> (PackedID, Int)? {
    let letter = bytes[place]
    guard letter.isLetter, let (number, end) = number(bytes, at: place + 1),
      bytes[place + 1] != UInt8(ascii: "0") || end == place + 2
    else { return nil }
    return (PackedID(letter, number: number), end)
  }

  /// The number of up to seven digits at `place`, and the place after it.
  @inline(__always)
  private static func number(_ bytes: Span<UInt8>, at place: Int) -> (UInt64, Int)? {
    guard place + 8 <= bytes.count else { return nil }
    let word = Words64.load(bytes, at: place)
    let count = Words64.digitCount(word)
    guard count > 0, count < 8 else { return nil }
    return (Words64.number(word, digits: count), place + count)
  }
}
