extension Article {
  /// Whether a stretch of bytes begins and ends where words do.
  ///
  /// An edge that is a letter, digit or mark must not adjoin another one. Beside a letter of a script
  /// that puts no blanks between words there is an edge whatever stands there; between Hangul and
  /// Hangul only at the end, where a particle may follow.
  func hasWordEdges(_ range: Range<Int>) -> Bool {
    !range.isEmpty && beginsWord(at: range.lowerBound) && endsWord(at: range.upperBound)
  }

  /// Whether what stands from this byte on may begin with a word: no letter before it belongs to it.
  func beginsWord(at offset: Int) -> Bool {
    guard let (first, _) = scalar(at: offset), let (before, _) = scalar(before: offset),
      Self.areOneWord(before, first)
    else { return true }
    return before.isHangul != first.isHangul
  }

  /// Whether what stands up to this byte may end with a word: no letter after it belongs to it.
  func endsWord(at offset: Int) -> Bool {
    guard let (last, _) = scalar(before: offset), let (after, _) = scalar(at: offset),
      Self.areOneWord(last, after)
    else { return true }
    return last.isHangul || after.isHangul
  }

  private static func areOneWord(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    guard left.isLetterOrDigit || left.isMark, right.isLetterOrDigit || right.isMark else {
      return false
    }
    return !left.isOfScriptWithoutBlanks && !right.isOfScriptWithoutBlanks
  }
}
