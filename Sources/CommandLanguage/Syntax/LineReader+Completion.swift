/// What pulls leave behind for a completion at the cursor.
extension LineReader {
  /// Whether the cursor stands between the last token and the next, where something new may begin.
  var cursorIsAhead: Bool {
    guard let cursor else { return false }
    return
      (cursor > tokenEnd || tokenEnd == 0 || isAfterSeparator) && cursor >= tokenEnd
      && cursor <= offset
  }

  /// Whether what was read last is a `;` or a line end.
  var isAfterSeparator: Bool { scalar(tokenEnd - 1) == ";" || scalar(tokenEnd - 1) == "\n" }

  /// Leaves an expectation if the cursor lies in the blanks before `range` or inside it.
  ///
  /// A token is `touching` where it belongs right after the last one, like a value after its `=`;
  /// `typed` is what the code points up to the cursor mean, if it differs from what they are.
  mutating func expect(
    _ expectation: Expectation, over range: Range<Int>, touching: Bool = false,
    quote: Unicode.Scalar? = nil, typed: String? = nil
  ) {
    guard let cursor, cursor <= range.upperBound else { return }
    if cursor > range.lowerBound || (cursor == range.lowerBound && (touching || cursorIsAhead)) {
      let before = String(scalars: scalars[range.lowerBound..<cursor])
      expected.append(
        Expected(
          expectation: expectation, range: range, typed: typed ?? before, quote: quote,
          given: given))
    } else if cursor < range.lowerBound, cursorIsAhead {
      expected.append(
        Expected(
          expectation: expectation, range: cursor..<cursor, typed: "", quote: nil, given: given))
    }
  }

  /// Leaves an expectation of what might stand here, whatever does.
  mutating func expectHere(_ expectation: Expectation) {
    guard cursor != nil else { return }
    skipBlanks()
    var end = offset
    let limit = isEnd ? offset : wordEnd(from: offset)
    while end < limit, !scalars[end].endsName { end += 1 }
    expect(expectation, over: offset..<end)
  }
}
