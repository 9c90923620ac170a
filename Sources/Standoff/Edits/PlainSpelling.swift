/// Whether a line is spelled as the clean profile spells it, told from its bytes alone.
///
/// Nearly all lines of nearly all files are, and need not be written out to be compared. Of a line that
/// is denied here ``AnnotationSet/spelled(_:)`` tells.
extension LineStore {
  /// Whether the line, with its line end, is certainly as it is to be.
  func isSpelled(_ row: UInt32) -> Bool {
    let line = bytes(of: row)
    let bytes = line.span
    guard isUsed(row), bytes.count > 1, bytes[bytes.count - 1] == .lineFeed,
      bytes[bytes.count - 2] != .carriageReturn, let tab = bytes.first(.tab, in: bytes.indices)
    else { return false }
    let end = bytes.count - 1
    let data = tab + 1..<(bytes.first(.tab, in: tab + 1..<end) ?? end)
    switch kind(of: row) {
    case .textBound:
      // What fits came in the usual shape, which leaves open how long the numbers are.
      return rows[row].words >= .evenEdged && Self.isPlainSpan(bytes, data)
    case .attribute where bytes[0] == UInt8(ascii: "A"):
      // Whatever the value is.
      return data.upperBound == end
    case .note: return Self.hasSingleSpaces(bytes, data)
    case .attribute, .event, .group:
      return data.upperBound == end && Self.hasSingleSpaces(bytes, data)
    case .relation:
      return data.upperBound == end && Self.hasSingleSpaces(bytes, data)
        && !Self.isReversed(bytes, data)
    case .discontinuous, .reference, .malformed: return false
    }
  }

  /// Whether no number of `LABEL START END` has a zero too many.
  private static func isPlainSpan(_ bytes: Span<UInt8>, _ data: Range<Int>) -> Bool {
    guard let first = bytes.first(.space, in: data),
      let second = bytes.first(.space, in: first + 1..<data.upperBound)
    else { return false }
    return (bytes[first + 1] != UInt8(ascii: "0") || second == first + 2)
      && (bytes[second + 1] != UInt8(ascii: "0") || data.upperBound == second + 2)
  }

  /// Whether fields are parted by one space each, with no other blank anywhere.
  private static func hasSingleSpaces(_ bytes: Span<UInt8>, _ data: Range<Int>) -> Bool {
    var mayBeSpace = false
    for place in data {
      // Whatever parts words is no higher than a space.
      guard bytes[place] <= .space, bytes[place].isBlank else {
        mayBeSpace = true
        continue
      }
      guard mayBeSpace, bytes[place] == .space else { return false }
      mayBeSpace = false
    }
    return mayBeSpace
  }

  /// Whether a relation names its second end first.
  private static func isReversed(_ bytes: Span<UInt8>, _ data: Range<Int>) -> Bool {
    guard let space = bytes.first(.space, in: data) else { return true }
    return bytes.starts(with: [0x41, 0x72, 0x67, 0x32], at: space + 1)
  }
}
