/// The writing of lines anew under other ids, from their bytes.
extension StandoffLines {
  /// The id of a line in 64 bits; `nil` where it is not written the usual way.
  package func packedID(of row: UInt32) -> PackedID? {
    annotations.store.packedID(of: row)
  }

  /// The first letter of a line.
  package func family(of row: UInt32) -> UInt8 { annotations.store.bytes(of: row).first ?? 0 }

  /// How many ids a line names.
  package func mentionCount(of row: UInt32) -> Int { annotations.store.mentionCount(of: row) }

  /// What follows the id of a line, from the tab on, without the line end.
  package func body(of row: UInt32) -> ArraySlice<UInt8> { annotations.store.body(of: row) }

  /// Adds what follows the id of a line, from the tab on, without the line end.
  package func writeBody(of row: UInt32, to bytes: inout [UInt8]) {
    bytes += annotations.store.body(of: row)
  }

  /// What stands after the second tab of a line, without the line end; `nil` where there is none.
  package func tail(of row: UInt32) -> ArraySlice<UInt8>? { annotations.store.tail(of: row) }

  /// How many bytes the line has, its line end included.
  package func length(of row: UInt32) -> Int { Int(annotations.store.length(of: row)) }

  /// Whether the line is spelled as the clean profile has it, whatever its id is, and ends in LF.
  package func isSpelled(_ row: UInt32) -> Bool { annotations.isSpelled(row) }

  /// The number that stands for the value of an attribute in this file; `nil` where it has none, and the
  /// value is to be looked at.
  package func valueNumber(ofAttribute row: UInt32) -> UInt16? {
    let value = annotations.store.rows[row].value
    return value == .unknown ? nil : value.code
  }

  /// Adds what follows the id of a line, with other ids in place of those it names.
  ///
  /// - Parameter name: writes the id in place of the one that the line names at a number, counted from
  ///   0, and says whether it did; else that stays.
  package func writeBody(
    of row: UInt32, to bytes: inout [UInt8], name: (_ mention: Int, inout [UInt8]) -> Bool
  ) {
    annotations.store.writeBody(of: row, to: &bytes, name: name)
  }
}

extension LineStore {
  /// How many ids a line names.
  fileprivate func mentionCount(of row: UInt32) -> Int {
    kind(of: row).isTextBound || kind(of: row) == .malformed ? 0 : Int(linkCount(of: row))
  }

  /// What follows the id of a line, from the tab on, without the line end.
  fileprivate func body(of row: UInt32) -> ArraySlice<UInt8> {
    let line = bytes(of: row)
    let content = line.span.content(of: 0..<line.count)
    let tab = line.span.first(.tab, in: content) ?? content.upperBound
    return line[line.startIndex + tab..<line.startIndex + content.upperBound]
  }

  fileprivate func writeBody(
    of row: UInt32, to bytes: inout [UInt8], name: (Int, inout [UInt8]) -> Bool
  ) {
    let body = body(of: row)
    var place = 0
    func replace(_ range: Range<Int>, _ mention: Int) {
      let count = bytes.count
      bytes += body[body.startIndex + place..<body.startIndex + range.lowerBound]
      if name(mention, &bytes) {
        place = range.upperBound
      } else {
        bytes.removeSubrange(count...)
      }
    }
    switch kind(of: row) {
    case .textBound, .discontinuous, .malformed: break
    case .attribute where self.bytes(of: row).first == UInt8(ascii: "A"):
      if let target = Self.target(ofAttribute: body.span) { replace(target, 0) }
    case .relation:
      if let ends = Self.ends(ofRelation: body.span) {
        replace(ends.0, 0)
        replace(ends.1, 1)
      } else {
        fallthrough
      }
    default:
      let line = fields(of: row)
      let start = body.startIndex - self.bytes(of: row).startIndex
      let mentions = line.mentions.enumerated().sorted {
        $0.element.target.lowerBound < $1.element.target.lowerBound
      }
      for (number, mention) in mentions {
        replace(mention.target.lowerBound - start..<mention.target.upperBound - start, number)
      }
    }
    bytes += body[(body.startIndex + place)...]
  }

  /// The target in the body of an `A` line.
  private static func target(ofAttribute body: Span<UInt8>) -> Range<Int>? {
    guard let space = body.first(.space, in: body.indices) else { return nil }
    var end = space + 1
    while end < body.count, body[end] != .space, body[end] != .tab { end += 1 }
    return space + 1..<end
  }

  /// The ids at the ends in the body of a relation, where one space each parts its fields and each end
  /// has one colon; `nil` elsewhere.
  private static func ends(ofRelation body: Span<UInt8>) -> (Range<Int>, Range<Int>)? {
    guard let first = body.first(.space, in: body.indices),
      let firstColon = body.first(.colon, in: first + 1..<body.count),
      let second = body.first(.space, in: firstColon + 1..<body.count),
      let secondColon = body.first(.colon, in: second + 1..<body.count)
    else { return nil }
    for place in first + 1..<body.count
    where (body[place].isBlank && place != second)
      || (body[place] == .colon && place != firstColon && place != secondColon)
    {
      return nil
    }
    return (firstColon + 1..<second, secondColon + 1..<body.count)
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes are others, eight at a time.
  package func isSame(as other: ArraySlice<UInt8>) -> Bool {
    let (mine, theirs) = (span, other.span)
    guard mine.count == theirs.count else { return false }
    var place = 0
    while place + 8 <= mine.count {
      guard Words64.load(mine, at: place) == Words64.load(theirs, at: place) else { return false }
      place += 8
    }
    while place < mine.count {
      guard mine[place] == theirs[place] else { return false }
      place += 1
    }
    return true
  }

  /// Whether these bytes come before others; what both begin with is passed over eight at a time.
  package func precedes(_ other: ArraySlice<UInt8>) -> Bool {
    let (mine, theirs) = (span, other.span)
    let most = Swift.min(mine.count, theirs.count)
    var place = 0
    while place + 8 <= most, Words64.load(mine, at: place) == Words64.load(theirs, at: place) {
      place += 8
    }
    while place < most {
      if mine[place] != theirs[place] { return mine[place] < theirs[place] }
      place += 1
    }
    return mine.count < theirs.count
  }
}
