/// The beginning of a line in one of the shapes that nearly all lines have, read in one go.
///
/// They are `T12`, a label, one start and end, and words; `A3`, a name, a target, and perhaps a value;
/// `R4`, a name, and `Arg1:T1 Arg2:T2`; `#5`, a name, and a target. Offsets have up to eight digits,
/// ids up to 14. All else is for ``StandoffLine``, which says the same about these, as a test holds,
/// where a line feed alone ends the line and all of it is UTF-8.
struct UsualLine {
  /// What the line says.
  let kind: LineKind
  /// The id.
  let id: PackedID
  /// The label, or the name of the relation, attribute or note.
  let name: Range<Int>
  /// The stretch of a `T`.
  private(set) var piece = StandoffLine.Piece(start: 0, end: 0)
  /// The target of an attribute or note, or the ids at the ends of a relation.
  private(set) var targets = (PackedID(bits: 0), PackedID(bits: 0))
  /// The place after what was read: that of the words of a `T`, else that of a blank, a tab or the line
  /// feed after the last id.
  private(set) var rest: Int

  /// The names of the ends of a relation, both of as many letters.
  static let roles = [Array("Arg1".utf8), Array("Arg2".utf8)]
  private static var roleLength: Int { 4 }

  /// Reads the line that begins at `start`; `nil` where it has no usual shape, and then it may say
  /// anything.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int) {
    switch bytes[start] {
    case UInt8(ascii: "T"): kind = .textBound
    case UInt8(ascii: "A"): kind = .attribute
    case UInt8(ascii: "R"): kind = .relation
    case UInt8(ascii: "#"): kind = .note
    default: return nil
    }
    // No part goes past a blank or a control, so none goes past the line feed.
    guard let id = Self.id(bytes, at: start), id.next == .tab,
      let space = Self.nameEnd(bytes, from: id.end &+ 1)
    else { return nil }
    self.id = id.id
    name = id.end + 1..<space
    switch kind {
    case .textBound:
      guard let first = Self.number(bytes, at: space &+ 1), first.next == .space,
        let second = Self.number(bytes, at: first.end &+ 1), second.next == .tab,
        first.value <= second.value
      else { return nil }
      piece = StandoffLine.Piece(
        start: UInt32(truncatingIfNeeded: first.value),
        end: UInt32(truncatingIfNeeded: second.value))
      rest = second.end &+ 1
    case .attribute, .note:
      guard let target = Self.id(bytes, at: space &+ 1),
        Self.ends(target.next, orAt: kind == .note ? .tab : .space)
      else { return nil }
      targets.0 = target.id
      rest = target.end
    default:
      guard let first = Self.argument(bytes, "1", at: space &+ 1), first.next == .space,
        let second = Self.argument(bytes, "2", at: first.end &+ 1),
        Self.ends(second.next, orAt: .tab)
      else { return nil }
      targets = (first.id, second.id)
      rest = second.end
    }
  }

  /// Whether an id ends before `byte`.
  @inline(__always)
  private static func ends(_ byte: UInt8, orAt other: UInt8) -> Bool {
    byte == .lineFeed || byte == .tab || byte == other
  }

  /// Where the name ends that begins at `start`: at a space, with no control before it.
  @inline(__always)
  private static func nameEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var (place, all) = (start, UInt64(0))
    while place &+ 8 <= bytes.count {
      let word = Words64.loadUnchecked(bytes, at: place)
      let found = Words64.blanksAndControls(word)
      all |= word
      if found != 0 {
        place &+= found.trailingZeroBitCount / 8
        guard bytes[place] == .space, place > start,
          all & Words64.high == 0 || bytes.firstInvalidUTF8(in: start..<place) == nil
        else { return nil }
        return place
      }
      place &+= 8
    }
    return nil
  }

  /// The id in `Arg1:T3` or `Arg2:T3` at `place`, the place after it and the byte there.
  @inline(__always)
  private static func argument(
    _ bytes: Span<UInt8>, _ digit: Unicode.Scalar, at place: Int
  ) -> (id: PackedID, end: Int, next: UInt8)? {
    guard place &+ 8 <= bytes.count else { return nil }
    // `Arg`, the digit and a colon, from the lowest byte on.
    let role = 0x3A_0067_7241 | UInt64(digit.value) << 24
    guard Words64.loadUnchecked(bytes, at: place) & 0xFF_FFFF_FFFF == role else { return nil }
    return id(bytes, at: place &+ roleLength &+ 1)
  }

  /// The id of a letter, or `#`, and a number at `place`, the place after it and the byte there.
  @inline(__always)
  private static func id(
    _ bytes: Span<UInt8>, at place: Int
  ) -> (id: PackedID, end: Int, next: UInt8)? {
    guard place &+ 9 <= bytes.count else { return nil }
    let word = Words64.loadUnchecked(bytes, at: place &+ 1)
    let count = Words64.digitCount(word)
    let letter = bytes[place]
    guard letter.isLetter || letter == UInt8(ascii: "#"), count > 0,
      count == 1 || word & 0xFF != 0x30
    else { return nil }
    guard count < 8 else { return longID(bytes, at: place, begun: word) }
    return (
      PackedID(letter, number: Words64.number(word, digits: count)), place &+ 1 &+ count,
      byte(count, of: word)
    )
  }

  /// The same for a number of 8 to 14 digits, of which `word` holds the first eight: ids made from what
  /// a line says have ten.
  private static func longID(
    _ bytes: Span<UInt8>, at place: Int, begun word: UInt64
  ) -> (id: PackedID, end: Int, next: UInt8)? {
    guard place &+ 17 <= bytes.count else { return nil }
    let rest = Words64.loadUnchecked(bytes, at: place &+ 9)
    let count = Words64.digitCount(rest)
    guard count < 7 else { return nil }
    var number = Words64.number(word, digits: 8)
    for digit in 0..<count { number = number * 10 + UInt64(byte(digit, of: rest) &- 0x30) }
    return (
      PackedID(bytes[place], number: number), place &+ 9 &+ count, byte(count, of: rest)
    )
  }

  /// The number of up to eight digits at `place`, the place after it and the byte there.
  @inline(__always)
  private static func number(
    _ bytes: Span<UInt8>, at place: Int
  ) -> (value: UInt64, end: Int, next: UInt8)? {
    guard place &+ 9 <= bytes.count else { return nil }
    let word = Words64.loadUnchecked(bytes, at: place)
    let count = Words64.digitCount(word)
    guard count > 0 else { return nil }
    // Where there is a ninth digit, what should end the number is none of its ends.
    let next = count < 8 ? byte(count, of: word) : bytes[place &+ 8]
    return (Words64.number(word, digits: count), place &+ count, next)
  }

  /// The byte in this place of a word.
  @inline(__always)
  private static func byte(_ place: Int, of word: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 &* place))
  }
}
