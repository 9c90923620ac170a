/// What is kept of a line in twelve bytes, which one look at the memory brings.
///
/// The id is not among them, for the line begins with it.
///
/// Nearly all lines have one of the file's first few thousand names, and no span or list of links that
/// is longer than 16 bits say. The others are ``isWide``, and stand in a column of their own.
struct LineRow: BitwiseCopyable, Sendable {
  /// Where the bytes of the line begin.
  let offset: UInt32
  /// What ``WideRow/first`` says; of a wide row its place among these.
  let first: UInt32
  /// How far the end of a `T` in one piece lies from its start; of an attribute, which has one link, the
  /// value; of others what ``WideRow/second`` says.
  private let length: UInt16
  /// The kind in the lowest four bits, in numbers after those of kinds what is known of the words of a
  /// `T`, and above them the index of the name.
  private let tag: UInt16

  private static var unnamed: UInt32 { 0xFFF }
  private static var lastKind: UInt16 { UInt16(LineKind.malformed.rawValue) }

  /// What the line says.
  @inline(__always)
  var kind: LineKind {
    let number = tag & 15
    return number > Self.lastKind
      ? .textBound : LineKind(rawValue: UInt8(truncatingIfNeeded: number)) ?? .malformed
  }

  /// What is known of the words of a `T`.
  @inline(__always)
  var words: QuotedWords {
    let number = tag & 15
    guard number > Self.lastKind else { return .unknown }
    return QuotedWords(rawValue: UInt8(truncatingIfNeeded: number - Self.lastKind)) ?? .unknown
  }

  /// The value of an attribute.
  @inline(__always)
  var value: KeptValue {
    kind == .attribute && !isWide ? KeptValue(code: length) : .unknown
  }

  /// The index of the name, where the row is not wide.
  @inline(__always)
  var label: UInt32 {
    let label = UInt32(tag >> 4)
    return label == Self.unnamed ? .none : label
  }

  /// Whether the rest of the row is among the wide ones.
  @inline(__always)
  var isWide: Bool { length == .max }

  /// What ``WideRow/second`` says, where the row is not wide.
  @inline(__always)
  var second: UInt32 {
    switch kind {
    case .textBound: first &+ UInt32(length)
    case .attribute: 1
    default: UInt32(length)
    }
  }

  /// The row of a line; `nil` where it is too wide.
  @inline(__always)
  init?(
    _ offset: UInt32, _ kind: LineKind, _ fields: WideRow,
    _ words: QuotedWords = .unknown, value: KeptValue = .unknown
  ) {
    let length =
      switch kind {
      case .textBound: fields.second &- fields.first
      case .attribute: UInt32(value.code)
      default: fields.second
      }
    let isUnnamed = fields.label == .none
    guard length < UInt32(UInt16.max), isUnnamed || fields.label < Self.unnamed else { return nil }
    (self.offset, first) = (offset, fields.first)
    self.length = UInt16(truncatingIfNeeded: length)
    tag = Self.tag(kind, words, isUnnamed ? Self.unnamed : fields.label)
  }

  /// The row of a line that is too wide and stands in a place among those.
  init(
    _ offset: UInt32, _ kind: LineKind, wideIn place: UInt32,
    _ words: QuotedWords = .unknown
  ) {
    (self.offset, first, length) = (offset, place, .max)
    tag = Self.tag(kind, words, Self.unnamed)
  }

  @inline(__always)
  private static func tag(_ kind: LineKind, _ words: QuotedWords, _ label: UInt32) -> UInt16 {
    let number = words == .unknown ? UInt16(kind.rawValue) : lastKind + UInt16(words.rawValue)
    return UInt16(truncatingIfNeeded: label << 4) | number
  }
}
